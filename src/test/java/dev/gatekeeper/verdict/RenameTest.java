package dev.gatekeeper.verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.report.Escape;
import dev.gatekeeper.testing.NativeGit;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands are pasted into a real shell, in a real repository that git itself has checked out. */
class RenameTest {

    private static final String[] HOSTILE = {
        "\n",
        "\t",
        "\u001b[2J",
        "\u0001",
        "\\",
        "\\n",
        "\\134",
        "'",
        "\"",
        "$(touch x)",
        "`touch x`",
        ";",
        "&",
        "|",
        "<",
        ">",
        "*",
        "?",
        "[a]",
        "{a,b}",
        "%s",
        "%",
        "#",
        "##",
        "~~~",
        ": git push evil ",
        "!",
        "~",
        " ",
        "  ",
        ".",
        "-",
        "--",
        ":",
        ":(glob)",
        "@",
        "=",
        "^",
        "a",
        "B",
        "1",
        "\u202e",
        "\u200b",
        "\u200d",
        "\u200c",
        "\u0301",
        "\u00e9",
        "\u212b",
        "\u00a0",
        "\u0645",
        "\u06cc",
        "\u0d4d",
        "\ufe0f",
        "\u2764",
        "\ud83d\udc68",
        "\u4e2d",
        "\ufffd",
        "\u0085",
        "\u2028",
        "AU~1",
        "git~1",
        "\uff0egit"
    };

    @TempDir
    Path folder;

    private NativeGit git;

    @BeforeEach
    void init() {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        git = new NativeGit(folder);
        git.git("init", "--quiet", ".");
        git.git("config", "core.quotePath", "false");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_122})
    @DisplayName("the printed command gives any name that git checks out one in which nothing is unsafe")
    void toSafe(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<RawPath> paths = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            paths.add(new RawPath(i + "/" + name(random) + (random.nextBoolean() ? "" : "/" + name(random))));
        }
        List<String> blobs = new ArrayList<>();
        paths.removeIf(path -> flaws(path).isEmpty() || Rename.toSafe(path).isEmpty());
        for (RawPath path : paths) {
            blobs.add(add(path));
        }
        git.git("commit", "--quiet", "-m", "Add");
        git.git("reset", "--quiet", "--hard");
        assertThat(paths).hasSizeGreaterThan(80);
        for (RawPath path : paths) {
            paste(Rename.toSafe(path).orElseThrow());
        }
        git.git("commit", "--quiet", "-m", "Rename");

        assertThat(git.git("status", "--porcelain")).isEmpty();
        List<RawPath> renamed = paths("HEAD");
        assertThat(renamed)
                .hasSameSizeAs(paths)
                .allSatisfy(path -> assertThat(flaws(path)).isEmpty());
        assertThat(git.git("ls-tree", "-r", "--format=%(objectname)", "HEAD").lines())
                .containsExactlyInAnyOrderElementsOf(blobs);
    }

    @Test
    void whereGitChecksNothingOutThereIsNoCommand() {
        for (String path :
                List.of("a/../b", "./a", "a//b", ".git/x", "a/.GIT ", "a/git~1", "a\\.git\\x", ".git:x", "a/.git.")) {
            assertThat(Rename.toSafe(RawPath.of(path))).as(path).isEmpty();
            assertThat(git.run("", "update-index", "--add", "--cacheinfo", "100644", blob("x"), path)
                            .exit())
                    .as(path)
                    .isNotZero();
        }
        for (String path : List.of("a/.g\u200dit/x", "a/\uff0egit", "a\\..\\b", "...")) {
            assertThat(Rename.toSafe(RawPath.of(path))).as(path).isPresent();
        }
    }

    @Test
    void awayFromATwin() {
        RawPath nfd = RawPath.of("docs/cafe\u0301.d/x");
        add(RawPath.of("docs/caf\u00e9.d/x"));
        add(nfd);
        add(RawPath.of("a/Guide.md"));
        add(RawPath.of("a/guide.md"));
        git.git("commit", "--quiet", "-m", "Add");
        git.git("reset", "--quiet", "--hard");
        paste(Rename.awayFrom(RawPath.of("docs/caf\u00e9.d"), nfd));
        assertThat(Rename.awayFrom(RawPath.of("a/Guide.md"), RawPath.of("a/guide.md")))
                .isEqualTo("git mv -- a/guide.md a/guide-2.md");
        paste(Rename.awayFrom(RawPath.of("a/Guide.md"), RawPath.of("a/guide.md")));
        git.git("commit", "--quiet", "-m", "Rename");
        assertThat(paths("HEAD"))
                .containsExactlyInAnyOrder(
                        RawPath.of("docs/caf\u00e9.d/x"),
                        RawPath.of("docs/cafe\u0301-2.d/x"),
                        RawPath.of("a/Guide.md"),
                        RawPath.of("a/guide-2.md"));
    }

    /** An index holds no such mode, so that git takes the file for unchanged. */
    @Test
    void addAnew() {
        RawPath odd = RawPath.of(":*odd");
        String blob = blob("x");
        byte[] id = new byte[20];
        for (int i = 0; i < 20; i++) {
            id[i] = (byte) Integer.parseInt(blob.substring(2 * i, 2 * i + 2), 16);
        }
        String tree = git.run(
                        "100664 " + odd.bytes() + "\0" + new String(id, ISO_8859_1),
                        "hash-object",
                        "-t",
                        "tree",
                        "-w",
                        "--literally",
                        "--stdin")
                .out()
                .strip();
        git.git("reset", "--quiet", "--hard", git.git("commit-tree", "-m", "Odd", tree));
        assertThat(git.run("", "cat-file", "tree", "HEAD:").out()).startsWith("100664");
        paste(Rename.addAnew(odd));
        assertThat(git.run("", "cat-file", "tree", "HEAD:").out()).startsWith("100644 :*odd\0");
        assertThat(paths("HEAD")).containsExactly(odd);
    }

    private static String name(SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            name.append(RawPath.of(HOSTILE[random.nextInt(HOSTILE.length)]).bytes());
        }
        return random.nextInt(8) == 0
                ? name.append((char) (0x80 + random.nextInt(0x80))).toString()
                : name.toString();
    }

    /** Runs {@code command} as it is read off a log and off a page. */
    private void paste(String command) {
        assertThat(Escape.line("Rename it: " + command)).isEqualTo("Rename it: " + command);
        git.paste(command);
    }

    private String blob(String content) {
        return git.run(content, "hash-object", "-w", "--stdin").out().strip();
    }

    private String add(RawPath path) {
        String blob = blob("of " + path.bytes());
        NativeGit.Result added =
                git.run("100644 " + blob + "\t" + path.bytes() + "\0", "update-index", "-z", "--index-info");
        assertThat(added.exit()).as("%s: %s", path, added.error()).isZero();
        return blob;
    }

    private List<RawPath> paths(String revision) {
        String names =
                git.run("", "ls-tree", "-r", "-z", "--name-only", revision).out();
        return Arrays.stream(names.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .map(RawPath::new)
                .toList();
    }

    private static List<UnsafePath.Flaw> flaws(RawPath path) {
        Entry file = new Entry(0100644, "1".repeat(40));
        return UnsafePath.flawsOf(new ChangedPath(path, Entry.ABSENT, file, Entry.ABSENT));
    }
}
