package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.UncommittedWork;
import dev.gatekeeper.testing.Listing;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a work tree holds is what git would commit of it, and nothing is written or run to find that out. */
class WorkTreeTest {

    @TempDir
    Path temp;

    private Path shop;
    private NativeGit git;

    @BeforeEach
    void commitSomething() throws IOException {
        assumeTrue(NativeGit.isThere());
        shop = Files.createDirectories(temp.resolve("shop")).toRealPath();
        git = new NativeGit(shop);
        git.git("init", "-q", "-b", "main");
        for (String path : new String[] {"a.txt", "lib/b.txt", "lib/c.txt", "sub/deep/d.txt", "größe.txt", "run.sh"}) {
            write(path, path + "\n");
        }
        Files.createSymbolicLink(shop.resolve("link"), Path.of("a.txt"));
        write(".gitignore", "*.class\n/target/\n");
        git.git("add", "-A");
        git.git("commit", "-q", "-m", "Begin");
    }

    @Test
    void aCleanOneHoldsNothing() {
        assertThat(uncommitted().overlay().entries()).isEmpty();
        assertThat(uncommitted().unread()).isEmpty();
    }

    @Test
    void everyKindOfEditIsWhatGitWouldCommit() throws IOException {
        write("a.txt", "edited\n");
        write("new/file.txt", "new\n");
        write("staged.txt", "staged\n");
        git.git("add", "staged.txt");
        write("staged-and-edited.txt", "staged\n");
        git.git("add", "staged-and-edited.txt");
        write("staged-and-edited.txt", "edited\n");
        Files.delete(shop.resolve("größe.txt"));
        git.git("rm", "-q", "--cached", "lib/c.txt");
        Files.setPosixFilePermissions(shop.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(shop.resolve("link"));
        Files.createSymbolicLink(shop.resolve("link"), Path.of("lib"));
        Files.delete(shop.resolve("sub/deep/d.txt"));
        Files.delete(shop.resolve("sub/deep"));
        write("sub/deep", "a file now\n");
        Files.createDirectories(shop.resolve("empty/folder"));
        write("ünd/straße.txt", "name\n");
        assertAsGit();
        assertThat(uncommitted().overlay().entries()).hasSizeGreaterThan(9);
    }

    @Test
    void aFolderThatBecameALinkHoldsNothing() throws IOException {
        Files.move(shop.resolve("lib"), temp.resolve("lib"));
        Files.createSymbolicLink(shop.resolve("lib"), temp.resolve("lib"));
        assertAsGit();
    }

    @Test
    void whatIsIgnoredIsLeftOut() throws IOException {
        write("target/App.java", "built\n");
        write("lib/App.class", "built\n");
        write("lib/.gitignore", "!Kept.class\nsecret\n/local.txt\n");
        write("lib/Kept.class", "kept\n");
        write("lib/secret/key", "key\n");
        write("lib/local.txt", "mine\n");
        write("lib/x/local.txt", "everybody's\n");
        write(".git/info/exclude", "notes.txt\n");
        write("sub/notes.txt", "mine\n");
        write("list", "*.tmp\n");
        git.git("config", "core.excludesFile", "list");
        write("x.tmp", "mine\n");
        assertAsGit();
        assertThat(uncommitted().overlay().entries().keySet().stream().map(RawPath::display))
                .containsExactly("lib/.gitignore", "lib/Kept.class", "lib/x/local.txt", "list");
    }

    @Test
    void aPipeIsNotRead() throws IOException {
        git.paste("mkfifo pipe");
        assertAsGit();
    }

    @Test
    void aFileThatWasOnlyTouchedIsTheSame() throws IOException {
        Files.setLastModifiedTime(shop.resolve("a.txt"), FileTime.fromMillis(0));
        assertThat(uncommitted().overlay().entries()).isEmpty();
    }

    @Test
    void linesThatACheckoutEndsOtherwiseAreTheSame() throws IOException {
        write("a.txt", "a.txt\r\n");
        assertThat(uncommitted().overlay().entries()).isEmpty();
    }

    @Test
    void anEditOfTheSameSizeInTheSameMomentIsSeen() throws IOException {
        FileTime then = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(shop.resolve("a.txt"), then);
        git.git("update-index", "--refresh");
        write("a.txt", "b.txt\n");
        Files.setLastModifiedTime(shop.resolve("a.txt"), then);
        Files.setLastModifiedTime(shop.resolve(".git/index"), then);
        assertThat(uncommitted().overlay().entries()).containsOnlyKeys(RawPath.of("a.txt"));
    }

    @Test
    void whatASubmoduleHoldsIsLeftAlone() throws IOException {
        git.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", shop.toString(), "module");
        git.git("commit", "-q", "-m", "Add a module");
        write("module/a.txt", "edited\n");
        write("module/new.txt", "new\n");
        assertThat(uncommitted().overlay().entries()).isEmpty();
    }

    @Test
    void aRepositoryWithinIsOneEntry() throws IOException {
        write("inner/.git/HEAD", "ref: refs/heads/main\n");
        write("inner/file.txt", "not ours\n");
        assertThat(uncommitted().overlay().entries())
                .containsOnly(Map.entry(RawPath.of("inner"), new Entry(0160000, "0".repeat(40))));
    }

    @Test
    void aConflictIsWhatTheFileHolds() throws IOException {
        git.git("checkout", "-q", "-b", "other");
        write("a.txt", "theirs\n");
        git.git("commit", "-q", "-am", "Theirs");
        git.git("checkout", "-q", "main");
        write("a.txt", "ours\n");
        git.git("commit", "-q", "-am", "Ours");
        git.run("", "merge", "other");
        assertAsGit();
    }

    @Test
    void whatASparseCheckoutLeavesOutIsThere() {
        git.git("sparse-checkout", "set", "--no-cone", "/a.txt");
        assertThat(uncommitted().overlay().entries()).isEmpty();
    }

    @Test
    void aLinkedOneHasItsOwn() throws IOException {
        write("a.txt", "edited\n");
        git.git("worktree", "add", "-q", "-b", "other", temp.resolve("linked").toString());
        shop = temp.resolve("linked");
        assertThat(uncommitted().overlay().entries()).isEmpty();
        write("lib/b.txt", "edited there\n");
        assertThat(uncommitted().overlay().entries()).containsOnlyKeys(RawPath.of("lib/b.txt"));
    }

    @Test
    void noFilterIsRunAndNothingIsWritten() throws IOException {
        write(".gitattributes", "* filter=trap\n");
        write("hook", "#!/bin/sh\ntouch " + temp.resolve("mark") + "\ncat\n");
        Files.setPosixFilePermissions(shop.resolve("hook"), PosixFilePermissions.fromString("rwxr-xr-x"));
        git.git("config", "filter.trap.clean", shop.resolve("hook").toString());
        git.git("config", "filter.trap.required", "true");
        git.git("config", "core.fsmonitor", shop.resolve("hook").toString());
        write("a.txt", "edited\n");
        Files.setLastModifiedTime(shop.resolve("lib/b.txt"), FileTime.fromMillis(0));
        Map<String, String> before = Listing.of(temp);
        assertThat(uncommitted().overlay().entries()).containsKey(RawPath.of("a.txt"));
        assertThat(Listing.of(temp)).isEqualTo(before);
    }

    @Test
    void anIndexThatCannotBeReadIsSaid() throws IOException {
        Files.write(shop.resolve(".git/index"), "no index".getBytes(UTF_8));
        assertThat(uncommitted().overlay().entries()).isEmpty();
        assertThat(uncommitted().unread())
                .singleElement()
                .asString()
                .startsWith("uncommitted work can't be read and is left out: ");
    }

    @Test
    void aSplitIndexIsSaid() {
        git.git("update-index", "--split-index");
        assertThat(uncommitted().unread()).hasSize(1);
    }

    @Test
    void aCloneWithoutCheckoutHasNone() throws IOException {
        Files.delete(shop.resolve(".git/index"));
        assertThat(uncommitted().overlay().entries()).isEmpty();
        assertThat(uncommitted().unread()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomEditsAreWhatGitWouldCommit(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int step = 0; step < 25; step++) {
            edit(random);
        }
        assertAsGit();
    }

    private void edit(SplittableRandom random) throws IOException {
        String path =
                "abc".charAt(random.nextInt(3)) + (random.nextBoolean() ? "/" + "xy".charAt(random.nextInt(2)) : "");
        Path file = shop.resolve(path);
        switch (random.nextInt(6)) {
            case 0 -> remove(file);
            case 1 -> {
                remove(file);
                if (prepare(file)) {
                    Files.createSymbolicLink(file, Path.of("abc".substring(random.nextInt(3))));
                }
            }
            case 2 -> git.run("", "add", "-A", path);
            case 3 -> git.run("", "rm", "-q", "-r", "--cached", path);
            case 4 -> git.run("", "commit", "-q", "-m", "Go on");
            default -> {
                remove(file);
                if (prepare(file)) {
                    Files.writeString(file, "x".repeat(random.nextInt(3)));
                }
            }
        }
    }

    private boolean prepare(Path file) throws IOException {
        Path parent = file.getParent();
        if (Files.isSymbolicLink(parent) || Files.isRegularFile(parent)) {
            return false;
        }
        Files.createDirectories(parent);
        return true;
    }

    private void remove(Path file) {
        git.paste("rm -rf '" + file + "'");
    }

    /** In a copy, since it is git that writes there. */
    private void assertAsGit() {
        UncommittedWork work = uncommitted();
        git.paste("rm -rf ../copy && cp -a . ../copy");
        NativeGit copy = new NativeGit(temp.resolve("copy"));
        copy.git("add", "-A");
        Map<String, String> expected = new TreeMap<>();
        String[] raw = copy.run("", "diff-index", "--cached", "--raw", "--no-renames", "-z", "--abbrev=40", "HEAD")
                .out()
                .split("\0", -1);
        for (int i = 0; i + 1 < raw.length; i += 2) {
            String[] words = raw[i].split(" ", -1);
            expected.put(raw[i + 1], words[1] + " " + words[3]);
        }
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<RawPath, Entry> entry : work.overlay().entries().entrySet()) {
            found.put(
                    entry.getKey().bytes(),
                    entry.getValue().octalMode() + " " + entry.getValue().id());
        }
        assertThat(found).isEqualTo(expected);
        assertThat(work.unread()).isEmpty();
    }

    private UncommittedWork uncommitted() {
        try (GitRepository repository = GitRepository.open(shop)) {
            return repository.uncommitted(git.git("rev-parse", "HEAD"));
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = shop.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
