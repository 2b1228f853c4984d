package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitPatternTest {

    private static final String[] PARTS = {
        "a",
        "b",
        "ab",
        "*",
        "a*",
        "*b",
        "?",
        "**",
        "[ab]",
        "[!a]",
        "[^b]",
        "a?",
        "*.x",
        "a.x",
        "[a-b]*",
        "[[:alpha:]]",
        "*a*",
        "\\*",
        "\\[",
        "\\!a",
        "[-a]",
        "[a-]",
        "a b",
        "é",
        "*é*"
    };
    private static final String[] NAMES = {
        "a", "b", "ab", "ba", "a.x", "b.x", "aa", "bb", "*", "-", "c", "A", "[", "!a", "a b", "é", "éa", "a\nb", "1"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_122})
    @DisplayName("agrees with git on random patterns and paths")
    void agreesWithGit(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        git("init", "-q");
        List<String> paths = paths(random);
        for (int i = 0; i < 120; i++) {
            String pattern = pattern(random);
            List<String> comparable =
                    paths.stream().filter(path -> isComparable(pattern, path)).toList();
            Set<String> expected = ignoredByGit(pattern, comparable);
            GitPattern compiled = GitPattern.of(pattern).orElseThrow();
            Set<String> actual = new TreeSet<>();
            comparable.stream().filter(path -> matchesOrBelow(compiled, path)).forEach(actual::add);
            assertThat(actual).as("pattern %s", pattern).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alnum", "alpha", "blank", "digit", "lower", "punct", "space", "upper", "xdigit"})
    @DisplayName("a named class holds what it holds to git, and no letter that one JDK knows and another doesn't")
    void namedClasses(String name) throws Exception {
        git("init", "-q");
        List<String> paths = new ArrayList<>(List.of("xé", "xÉ", "x٣", "xⱟ", "xⰯ", "x令"));
        for (char c = ' '; c < 0x7F; c++) {
            if (c != '/') {
                paths.add("x" + c);
            }
        }
        String pattern = "x[[:" + name + ":]]";
        GitPattern compiled = GitPattern.of(pattern).orElseThrow();
        assertThat(paths.stream().filter(path -> compiled.matches(path, false)))
                .containsExactlyInAnyOrderElementsOf(ignoredByGit(pattern, paths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "/", "#a", "!a", "[a", "[b-a]", "[[.a.]]"})
    void refusesWhatMatchesNothing(String glob) {
        assertThat(GitPattern.of(glob)).isEmpty();
    }

    @ParameterizedTest(name = "{0} on {1}, folder {2}: {3}")
    @CsvSource({
        "a,       x/a,    false, true",
        "a,       a/x,    false, false",
        "a/,      a,      false, false",
        "a/,      a,      true,  true",
        "/a,      x/a,    false, false",
        "a/**,    a,      true,  false",
        "a/**,    a/x/y,  false, true",
        "a/**/b/, a/b,    false, false",
        "?,       é,      false, true",
        "?,       😀,     false, true",
        "[[:alpha:]], é,  false, false",
        "[[:lower:]], é,  false, false",
        "[[:upper:]], É,  false, false",
        "[[:digit:]], ٣,  false, false",
        "[![:alpha:]], é, false, true",
    })
    @DisplayName("matches the entry itself; a '?' is one character, where git takes one byte")
    void matches(String glob, String path, boolean isFolder, boolean expected) {
        assertThat(GitPattern.of(glob).orElseThrow().matches(path, isFolder)).isEqualTo(expected);
    }

    @Test
    @DisplayName("no end of line in a path hides it from a star")
    void endsOfLines() {
        GitPattern pattern = GitPattern.of("*s?cret*.txt").orElseThrow();
        for (String end : List.of("\n", "\r", "\u0085", "\u2028", "\u2029")) {
            assertThat(pattern.matches("a/x" + end + "s" + end + "cret" + end + ".txt", false))
                    .isTrue();
        }
    }

    private static boolean matchesOrBelow(GitPattern pattern, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (pattern.matches(path.substring(0, slash), true)) {
                return true;
            }
        }
        return pattern.matches(path, false);
    }

    /** Where git takes bytes and JGit characters, as {@code ?} and {@code [!a]} on an é, they differ. */
    private static boolean isComparable(String pattern, String path) {
        return path.chars().allMatch(c -> c < 0x80) || !(pattern.contains("?") || pattern.contains("["));
    }

    private static String pattern(SplittableRandom random) {
        StringBuilder pattern = new StringBuilder(random.nextInt(4) == 0 ? "/" : "");
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            pattern.append(i == 0 ? "" : "/").append(PARTS[random.nextInt(PARTS.length)]);
        }
        String drawn = pattern.append(random.nextInt(4) == 0 ? "/" : "").toString();
        return drawn.startsWith("!") ? "\\" + drawn : drawn;
    }

    private static List<String> paths(SplittableRandom random) {
        Set<String> paths = new TreeSet<>();
        for (int i = 0; i < 400; i++) {
            List<String> names = new ArrayList<>();
            int depth = 1 + random.nextInt(5);
            for (int k = 0; k < depth; k++) {
                names.add(NAMES[random.nextInt(NAMES.length)]);
            }
            paths.add(String.join("/", names));
        }
        return List.copyOf(paths);
    }

    private Set<String> ignoredByGit(String pattern, List<String> paths) throws Exception {
        Files.writeString(folder.resolve(".git/info/exclude"), pattern + "\n");
        Process git = start("check-ignore", "--no-index", "-z", "--stdin");
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(git));
        try (OutputStream input = git.getOutputStream()) {
            input.write((String.join("\0", paths) + "\0").getBytes(UTF_8));
        }
        Set<String> ignored = new TreeSet<>(Arrays.asList(new String(output.get(), UTF_8).split("\0")));
        git.waitFor();
        ignored.remove("");
        return ignored;
    }

    private static byte[] read(Process git) {
        try {
            return git.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void git(String... arguments) throws Exception {
        assertThat(start(arguments).waitFor()).isZero();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        return builder.start();
    }
}
