package dev.gatekeeper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.contract.Substance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFindingsTest {

    /** Whoever pastes what a remedy says of an answer has given none. */
    @ParameterizedTest
    @ValueSource(strings = {ContractKeys.WHAT_CHANGED, ContractKeys.WHY_CHANGED, ContractKeys.RISK_LEVEL})
    void theWordsOfARemedyAreNoAnswer(String key) {
        String remedy = FieldFindings.REMEDIES.getOrDefault(key, "");
        assertThat(remedy).startsWith("Add " + key + ": ");
        assertThat(Substance.of(remedy.substring(remedy.indexOf(": ") + 2))).isEqualTo(Substance.PLACEHOLDER);
    }
}
