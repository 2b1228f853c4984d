package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.testing.GoldenCase;
import dev.gatekeeper.testing.JsonSchema;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The record of every golden case is what its schema says. */
class VerdictSchemaTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonSchema SCHEMA = JsonSchema.of("verdict");

    @Test
    void everyRecordIsWhatTheSchemaSays() throws IOException {
        String policy = Files.readString(GOLDEN.resolve("policy.yaml"));
        TreeMap<String, List<String>> problems = new TreeMap<>();
        try (Stream<Path> cases = Files.list(GOLDEN)) {
            for (Path file :
                    cases.filter(name -> name.toString().endsWith(".case")).toList()) {
                Outcome<Judgement> outcome = GoldenCase.judge(Files.readString(file), policy);
                problems.put(file.getFileName().toString(), SCHEMA.problems(JsonRecord.render(outcome)));
            }
        }
        assertThat(problems)
                .hasSizeGreaterThan(100)
                .allSatisfy((name, found) -> assertThat(found).isEmpty());
    }

    @Test
    void aRecordThatJudgedNothingIsToo() {
        Outcome<Judgement> skipped = new Outcome.Skipped<>(new Outcomes().facts(), "nothing to judge");
        assertThat(SCHEMA.problems(JsonRecord.render(skipped))).isEmpty();
    }

    @Test
    void whatIsNoRecordIsTold() {
        String record = JsonRecord.render(new Outcomes().decided());
        assertThat(SCHEMA.problems(record)).isEmpty();
        assertThat(SCHEMA.problems(record.replace("\"PASSED\"", "\"GOOD\""))).isNotEmpty();
        assertThat(SCHEMA.problems(record.replace("\"trust\"", "\"faith\""))).isNotEmpty();
        assertThat(SCHEMA.problems(record.replace("\"PASSED\"", "\"UNDECIDED\"")))
                .isNotEmpty();
        assertThat(SCHEMA.problems(record.replaceFirst("\"[0-9a-f]{40}\"", "\"main\"")))
                .isNotEmpty();
    }
}
