package dev.gatekeeper.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.testing.Fuzz;
import dev.gatekeeper.testing.YamlCorpus;
import dev.gatekeeper.yaml.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, they are a contract or refused with a problem. */
class ContractFuzzTest {

    @Test
    void readsAnyContract() throws IOException {
        Fuzz.read(1200, YamlCorpus.contracts()::of, ContractFuzzTest::read);
    }

    /** What a long run found. */
    @Test
    void refusesAnEscapeBeyondAllNumbers() {
        assertThat(read("riskLevel: \"\\U80110000\"\n".getBytes(UTF_8)))
                .isEqualTo(new UnreadableContract(
                        "change.yaml",
                        List.of(Problem.ofFile("this is not well-formed YAML: an escape is unknown; put a text with a"
                                + " backslash in single quotes"))));
    }

    private static ContractReading read(byte[] bytes) {
        ContractReading reading = ContractReader.read(
                "change", "change.yaml", bytes, new ExtraFields(Set.of("rollbackPlan"), false), Strictness.TODAY);
        if (reading instanceof UnreadableContract unreadable) {
            assertThat(unreadable.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.text()).isNotBlank());
        }
        return reading;
    }
}
