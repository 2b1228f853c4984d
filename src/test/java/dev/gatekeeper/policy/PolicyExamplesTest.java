package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyExamplesTest {

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("policy-examples"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("every published policy is valid and gives the levels that its table says")
    void levels(Path folder) throws IOException {
        PolicyReading reading =
                PolicyReader.read(Files.readAllBytes(folder.resolve("policy.yaml")), Origin.TARGET, "0".repeat(40));
        assertThat(reading).isInstanceOf(PolicyReading.Valid.class);
        Levels levels = new Levels(new Policies(List.of(((PolicyReading.Valid) reading).policy())));
        SoftAssertions softly = new SoftAssertions();
        List<String> rows = table(folder.getFileName() + ".levels");
        assertThat(rows).isNotEmpty();
        for (String row : rows) {
            String[] cells = row.split(" +", 3);
            Match deciding = levels.classify(Levels.added(cells[0]))
                    .paths()
                    .get(0)
                    .deciding()
                    .orElseThrow();
            softly.assertThat(deciding.rule().level() + " " + deciding.rule().id())
                    .as(cells[0] + " by " + deciding.pattern())
                    .isEqualTo(cells[1] + " " + cells[2]);
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("the built-in policy is the published one, by its git id too, and lets any human approve")
    void builtIn() throws Exception {
        Policy policy = DefaultPolicy.get();
        Process git =
                new ProcessBuilder("git", "hash-object", "--no-filters", "policy-examples/default/policy.yaml").start();
        String id = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(policy.blob()).isEqualTo(id);
        assertThat(policy.origin()).isEqualTo(Origin.BUILT_IN);
        assertThat(policy.everyone()).isEmpty();
        assertThat(policy.approval()).isEqualTo(Proof.NAMED);
        assertThat(policy.warnUntil()).isEmpty();
    }

    private static List<String> table(String name) throws IOException {
        try (InputStream table = Objects.requireNonNull(PolicyExamplesTest.class.getResourceAsStream(name))) {
            List<String> rows = new ArrayList<>(new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            rows.removeIf(row -> row.isBlank() || row.startsWith("#"));
            return rows;
        }
    }
}
