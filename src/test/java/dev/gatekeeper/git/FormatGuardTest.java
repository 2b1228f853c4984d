package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatGuardTest {

    private static final String ALL_REFS = " $(git for-each-ref --format='%(objectname)' | sort -u)";

    @TempDir
    Path temp;

    Path git;

    @BeforeEach
    void makeRepository() throws IOException {
        git = temp.toRealPath().resolve(".git");
        GitHistory history = GitHistory.init(temp);
        history.write("A.java", "a").commit("First");
        history.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[core]\nrepositoryformatversion = 0\n",
                "[core]\nrepositoryformatversion = 0\n[extensions]\nworktreeConfig = true\npreciousObjects = true\nnoop = 1\n",
                "[core]\nrepositoryformatversion = 1\n[extensions]\nobjectFormat = sha1\nnoop-v1 = 1\nrelativeWorktrees = true\n",
                "[remote \"origin\"]\npromisor = false\n",
            })
    void opensWhatJGitUnderstands(String text) throws IOException {
        config(text);
        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"SHA256", "sha256", "sha512"})
    void refusesOtherObjectFormats(String format) throws IOException {
        config("[core]\nrepositoryformatversion = 1\n[extensions]\nobjectFormat = " + format + "\n");
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + git + "' has the object format '" + format + "'; only 'sha1' is supported.\n"
                        + "Judge a clone in the format sha1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[core]^repositoryformatversion = 2 | core.repositoryFormatVersion is '2'; only '0' and '1' are supported",
                "[core]^repositoryformatversion = -1 | core.repositoryFormatVersion is '-1'; only '0' and '1' are supported",
                "[core]^repositoryformatversion = 1^[extensions]^future = true | extensions.future is unknown in a repository of version 1",
                "[core]^repositoryformatversion = 0^[extensions]^future = true | extensions.future is unknown in a repository of version 0",
                "[core]^repositoryformatversion = 0^[extensions]^refStorage = reftable | extensions.refStorage is unknown in a repository of version 0",
                "[core]^repositoryformatversion = 1^[extensions]^refStorage = other | extensions.refStorage is 'other'; only 'reftable' is supported",
                "[core]^repositoryformatversion = 1^[extensions]^compatObjectFormat = sha256 | extensions.compatObjectFormat is unknown in a repository of version 1",
                "[extensions \"noop\"]^x = 1 | extensions.noop is unknown",
            })
    void refusesFormatsThatJGitPassesOver(String text, String problem) throws IOException {
        config(text.replace("^", "\n"));
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + git.resolve("config") + "': " + problem + ".\n"
                        + "Judge a copy that an unmodified git makes, or, where git refuses too, the git that wrote the"
                        + " repository: git clone --mirror --no-local " + git + " <folder>");
    }

    /** JGit fails there without saying why. */
    @Test
    void refusesTheDefaultRefStorageByName() throws IOException {
        config("[core]\nrepositoryformatversion = 1\n[extensions]\nREFSTORAGE = FILES\n");
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + git.resolve("config")
                        + "': extensions.refStorage is 'files', which only newer tools read.\n"
                        + "Leave it out, since it is the default: git config -f "
                        + git.resolve("config") + " --unset extensions.refStorage");
    }

    @Test
    void refusesPartialClones() throws IOException {
        config("[remote \"origin\"]\npromisor = true\npartialclonefilter = blob:none\n");
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + git + "' is a partial clone of 'origin': objects may be missing from it.\n"
                        + "Clone without --filter, or fetch the rest: git fetch --refetch --no-filter -- origin"
                        + ALL_REFS
                        + " && git config --unset-all remote.origin.promisor"
                        + " && git config --unset-all remote.origin.partialclonefilter");
        config("[remote \"origin\"]\npromisor = true\n");
        assertThat(Refusals.of(this::open)).contains(" is a partial clone of 'origin': ");
        config("[remote \"origin\"]\npartialclonefilter = blob:none\n");
        assertThat(Refusals.of(this::open))
                .endsWith("git fetch --refetch --no-filter -- origin"
                        + ALL_REFS
                        + " && git config --unset-all remote.origin.partialclonefilter");
        config("[extensions]\npartialClone = up\n");
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + git + "' is a partial clone of 'up': objects may be missing from it.\n"
                        + "Clone without --filter, or fetch the rest: git fetch --refetch --no-filter -- up"
                        + ALL_REFS
                        + " && git config --unset-all extensions.partialClone");
    }

    @Test
    void refusesAConfigurationThatIsNone() throws IOException {
        config("[core\n");
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + git.resolve("config") + "' is not a git configuration.\n"
                        + "Mend it; git config --list shows where git stumbles.");
    }

    /** JGit passes over such keys, where git reads them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[core] repositoryformatversion = 1^[extensions] future = true | extensions.future is unknown in a repository of version 1",
                "[core] repositoryformatversion = 1^ [extensions]\tobjectFormat = sha256 | has the object format 'sha256'",
                "[core] [extensions] future = true | extensions.future is unknown in a repository of version 0",
                "[remote \"a]\\\"b\"] promisor = true | is a partial clone of 'a]\"b'",
            })
    void seesKeysInTheLineOfTheirSection(String text, String problem) throws IOException {
        config(text.replace('^', '\n') + "\n");
        assertThat(Refusals.of(this::open)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[core] bare = true\n",
                "[core]; a comment\nbare = true\n",
                "[core] # a comment\n",
                "[alias]\na = \"b\\\n[extensions] future = true\"\n"
            })
    void opensWhatGitReadsThere(String text) throws IOException {
        config(text);
        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    void hasAnExtensionThatJGitMustSeeMovedToALineOfItsOwn() throws IOException {
        config("[core] repositoryformatversion = 1\n[extensions] refStorage = reftable\n");
        String file = git.resolve("config").toString();
        String command = "git config -f " + file + " extensions.refStorage reftable";
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + file + "': extensions.refStorage stands in the line of a section's name, where it is"
                        + " not read.\nWrite it in a line of its own: " + command);
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        new NativeGit(Files.createDirectory(temp.resolve("elsewhere"))).paste("GIT_CEILING_DIRECTORIES=/ " + command);
        assertThat(Files.readString(git.resolve("config"))).contains("[extensions]\n\trefStorage = reftable");
    }

    /** Git takes it for a key without a value. */
    @Test
    void hasTheEndOfTheLastLineWritten() throws IOException {
        Files.writeString(git.resolve("config"), "[core]\n\tfileMode");
        String file = git.resolve("config").toString();
        assertThat(Refusals.of(this::open))
                .isEqualTo("'" + file + "' is not a git configuration, or lacks the end of its last line.\n"
                        + "End the line, and mend what git config --list still stumbles at: echo >> " + file);
        new NativeGit(temp).paste("echo >> " + file);
        assertThatCode(this::open).doesNotThrowAnyException();
    }

    /** JGit would read the main worktree's HEAD there. */
    @Test
    void refusesALinkedWorktreeWithReftables() throws IOException {
        config("[core]\nrepositoryformatversion = 1\n[extensions]\nrefStorage = reftable\n");
        Path own = Files.createDirectories(git.resolve("worktrees/side"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/.invalid\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Path side = Files.createDirectories(temp.resolve("side"));
        Files.writeString(side.resolve(".git"), "gitdir: " + own + "\n");

        assertThat(Refusals.of(() -> GitRepository.open(side).close()))
                .isEqualTo("'" + own + "' is a linked worktree with reftables, whose HEAD can't be read.\n"
                        + "Name the repository and the commit: -Dgatekeeper.repository=" + git
                        + " -Dgatekeeper.head=<full commit id>.");
    }

    @Test
    void refusesReplacedObjects() {
        String id = "1".repeat(40);
        try (GitHistory history = GitHistory.init(temp.resolve("other"))) {
            String first = history.write("A.java", "a").commit("First");
            history.ref("refs/replace/" + id, first);
        }
        Path other = git.resolveSibling("other").resolve(".git");
        assertThat(Refusals.of(() -> GitRepository.open(other).close()))
                .isEqualTo("'" + other + "' replaces objects by others, first by refs/replace/" + id + ".\n"
                        + "Delete the replacements: git for-each-ref --format='delete %(refname)' refs/replace"
                        + " | git update-ref --stdin");
    }

    @Test
    void refusesGrafts() throws IOException {
        Path grafts = Files.createDirectories(git.resolve("info")).resolve("grafts");
        Files.writeString(grafts, "# nothing yet\n\n");
        assertThatCode(this::open).doesNotThrowAnyException();
        Files.writeString(grafts, "1".repeat(40) + "\n", StandardOpenOption.APPEND);
        assertThat(Refusals.of(this::open))
                .isEqualTo(
                        "'" + grafts + "' gives commits other parents than their own.\nDelete the file: rm " + grafts);
    }

    /** Packed, and seen from a linked worktree, they are the same. */
    @Test
    void refusesReplacedObjectsAndGraftsInALinkedWorktree() throws IOException {
        String id = "1".repeat(40);
        Path own = Files.createDirectories(git.resolve("worktrees/side"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Path side = Files.createDirectories(temp.resolve("side"));
        Files.writeString(side.resolve(".git"), "gitdir: " + own + "\n");
        assertThatCode(() -> GitRepository.open(side).close()).doesNotThrowAnyException();

        Path grafts = Files.createDirectories(git.resolve("info")).resolve("grafts");
        Files.writeString(grafts, id + "\n");
        assertThat(Refusals.of(() -> GitRepository.open(side).close()))
                .startsWith("'" + grafts + "' gives commits other parents than their own.");
        Files.delete(grafts);

        Files.writeString(git.resolve("packed-refs"), "2".repeat(40) + " refs/replace/" + id + "\n");
        for (Path way : List.of(side, temp)) {
            assertThat(Refusals.of(() -> GitRepository.open(way).close()))
                    .startsWith("'" + git + "' replaces objects by others, first by refs/replace/" + id + ".");
        }
    }

    @Test
    void refusesWhatGitItselfMakesInAnotherFormat() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        NativeGit machine = new NativeGit(temp);
        machine.git("init", "--quiet", "--object-format=sha256", "sha256");
        assertThat(Refusals.of(() -> GitRepository.open(temp.resolve("sha256")).close()))
                .contains("has the object format 'sha256'");
        machine.git("config", "uploadpack.allowFilter", "true");
        machine.git("clone", "--quiet", "--no-local", "--filter=blob:none", "--no-checkout", ".", "partial");
        assertThat(Refusals.of(() -> GitRepository.open(temp.resolve("partial")).close()))
                .contains("is a partial clone of 'origin'");
    }

    private void config(String text) throws IOException {
        Files.writeString(git.resolve("config"), text);
    }

    private void open() {
        GitRepository.open(temp).close();
    }
}
