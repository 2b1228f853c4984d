package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that vanish, or move, while the repository is being read: the right answer, or none. */
class VanishingTest {

    private static final int STEPS = 4;

    @TempDir
    Path temp;

    Path git;
    List<String> right;

    @BeforeEach
    void makeRepository() throws IOException {
        git = temp.toRealPath().resolve("r");
        try (GitHistory history = GitHistory.initBare(git)) {
            history.write("src/A", "a").write("B", "b").commit("Base");
            history.branch("feature").write("src/A", "1").commit("One");
            history.write("src/A", "2").write("C", "c").commit("Two");
            history.checkout("main").write("B", "c").commit("Main");
        }
        right = read(-1, () -> {});
        assertThat(right).containsExactly("A 000000 100644 C = c", "M 100644 100644 src/A = 2");
    }

    @ParameterizedTest(name = "packed: {0}")
    @ValueSource(booleans = {false, true})
    void aFileThatIsRemovedBetweenTwoStepsGivesNoWrongAnswer(boolean packed) throws IOException {
        if (packed) {
            repack();
        }
        for (Path file : files()) {
            byte[] content = Files.readAllBytes(file);
            for (int step = 0; step < STEPS; step++) {
                String what = file + " before step " + step;
                try {
                    assertThat(read(step, () -> Files.delete(file))).as(what).isEqualTo(right);
                } catch (CannotDecideException e) {
                    assertThat(e.problem()).as(what).isNotBlank();
                    assertThat(e.remedy()).as(what).containsPattern("git |Fetch it");
                }
                Files.write(file, content);
            }
        }
    }

    @ParameterizedTest(name = "before step {0}")
    @ValueSource(ints = {0, 1, 2, 3})
    void aRepositoryThatIsPackedMeanwhileIsReadAllTheSame(int step) throws IOException {
        assertThat(read(step, this::repack)).isEqualTo(right);
    }

    private interface Accident {
        void happen() throws IOException;
    }

    /** Reads the change and the content of its files, in steps; the accident happens before the step of that number. */
    private List<String> read(int step, Accident accident) throws IOException {
        try (GitRepository repository = GitRepository.open(git)) {
            happen(step == 0, accident);
            Revisions revisions =
                    repository.resolve(Optional.of("refs/heads/main"), Optional.empty(), "refs/heads/feature");
            happen(step == 1, accident);
            Change change = repository.change(revisions);
            happen(step == 2, accident);
            Snapshot head = repository.snapshot(revisions.head());
            happen(step == 3, accident);
            List<String> lines = new ArrayList<>();
            for (ChangedPath changed : change.paths()) {
                byte[] content = head.read(head.entry(changed.path()), 100).orElseThrow();
                lines.add(Histories.line(changed) + " = " + new String(content, StandardCharsets.UTF_8));
            }
            return lines;
        }
    }

    private static void happen(boolean now, Accident accident) throws IOException {
        if (now) {
            accident.happen();
        }
    }

    private void repack() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        new NativeGit(git).git("repack", "-a", "-d", "--quiet");
    }

    /** Every object, pack, index and ref. */
    private List<Path> files() throws IOException {
        try (Stream<Path> objects = Files.walk(git.resolve("objects"));
                Stream<Path> refs = Files.walk(git.resolve("refs"))) {
            return Stream.concat(objects, refs)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
