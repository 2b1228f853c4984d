package dev.gatekeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.Fuzz;
import dev.gatekeeper.testing.YamlCorpus;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, they are a contract or refused with a problem. */
class ReaderFuzzTest {

    @Test
    void readsAnyContract() throws IOException {
        Fuzz.read(1200, YamlCorpus.contracts()::of, ReaderFuzzTest::read);
    }

    private static ContractReading read(byte[] bytes) {
        ContractReading reading = ContractReader.read("change", "change.yaml", bytes, Set.of("rollbackPlan"));
        if (reading instanceof ContractReading.Unreadable unreadable) {
            assertThat(unreadable.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.text()).isNotBlank());
        }
        return reading;
    }
}
