package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that lost something: the right answer, or none. */
class DamageTest {

    private static final String FETCH =
            "\nClone the repository again, or fetch what is missing (git fsck --full shows it): git fetch --refetch";
    private static final String CHECK =
            "\nClone the repository again, or mend what is damaged, which git shows: git fsck --full";

    @TempDir
    Path temp;

    Path git;
    String base;
    String head;
    String main;

    @BeforeEach
    void makeRepository() throws IOException {
        git = temp.toRealPath().resolve("r");
        try (GitHistory history = GitHistory.initBare(git)) {
            base = history.write("src/A", "a").write("B", "b").commit("Base");
            history.branch("feature").write("src/A", "1").commit("One");
            head = history.write("src/A", "2").commit("Two");
            main = history.checkout("main").write("B", "c").commit("Main");
        }
    }

    @Test
    void namesTheObjectThatIsMissing() throws IOException {
        Files.delete(loose(head));
        assertThat(Refusals.of(this::change)).isEqualTo("'" + git + "' lacks the object " + head + "." + FETCH);
    }

    @Test
    void namesTheParentThatIsMissing() throws IOException {
        Files.delete(loose(base));
        assertThat(Refusals.of(this::change)).isEqualTo("'" + git + "' lacks the object " + base + "." + FETCH);
    }

    @Test
    void saysWhatIsDamaged() throws IOException {
        Path file = loose(head);
        file.toFile().setWritable(true);
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(Refusals.of(this::change))
                .startsWith("'" + git + "' can't be read: ")
                .endsWith(CHECK);
    }

    /** JGit passes over a damaged ref; there is no such branch then. */
    @Test
    void takesADamagedRefForNone() throws IOException {
        Files.writeString(git.resolve("refs/heads/main"), "nonsense\n");
        assertThat(Refusals.of(this::lines))
                .startsWith("Target 'main' fits no branch. Branches known: refs/heads/feature.\n");
    }

    /** Every loose object in turn is missing, or cut in half. */
    @Test
    void neverAnswersWronglyWithoutAnObject() throws IOException {
        List<String> right = lines();
        for (Path file : objects("")) {
            byte[] content = Files.readAllBytes(file);
            file.toFile().setWritable(true);
            Files.write(file, Arrays.copyOf(content, content.length / 2));
            assertRightOrRefused(right, file.toString());
            Files.delete(file);
            assertRightOrRefused(right, file.toString());
            Files.write(file, content);
        }
    }

    @ParameterizedTest(name = "pack damaged, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void neverAnswersWronglyWithADamagedPack(long seed) throws IOException {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        List<String> right = lines();
        new NativeGit(git).git("repack", "-a", "-d", "--quiet");
        Path pack = objects(".pack").get(0);
        byte[] content = Files.readAllBytes(pack);
        pack.toFile().setWritable(true);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            Files.write(pack, Arrays.copyOf(content, random.nextInt(content.length)));
            assertRightOrRefused(right, "cut");
            byte[] flipped = content.clone();
            flipped[random.nextInt(12, content.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(pack, flipped);
            assertRightOrRefused(right, "flipped");
        }
    }

    private void assertRightOrRefused(List<String> right, String what) {
        List<String> lines;
        try {
            lines = lines();
        } catch (CannotDecideException e) {
            assertThat(e.problem()).as(what).doesNotContain("\n").isNotBlank();
            assertThat(e.remedy()).as(what).contains("git ");
            return;
        }
        assertThat(lines).as(what).isEqualTo(right);
    }

    private List<String> lines() {
        return Histories.lines(Histories.change(git, "main", "feature"));
    }

    private void change() {
        Histories.between(git, main, head);
    }

    private Path loose(String id) {
        return git.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    private List<Path> objects(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(git.resolve("objects"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
