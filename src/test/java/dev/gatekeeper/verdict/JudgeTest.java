package dev.gatekeeper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.GoldenCase;
import dev.gatekeeper.testing.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a judgement says beside its findings, which the golden cases hold. */
class JudgeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void namesEveryContractThatCounts() throws IOException {
        assertThat(judgement("several-contracts-last-declares-red").contracts())
                .extracting(JudgedContract::path)
                .containsExactly(".gatekeeper/contracts/a-green.yaml", ".gatekeeper/contracts/b-red.yaml");
        assertThat(judgement("contract-link").contracts())
                .isNotEmpty()
                .allMatch(contract -> contract.path().endsWith(".yaml"));
        assertThat(judgement("contract-missing-red").contracts()).isEmpty();
    }

    @Test
    void tellsAnIncompleteContractFromOtherFindings() throws IOException {
        assertThat(judgement("contract-missing-red").hasIncompleteContract()).isTrue();
        assertThat(judgement("escalation-missing").hasIncompleteContract()).isFalse();
        assertThat(judgement("risk-understated").hasIncompleteContract()).isTrue();
        assertThat(judgement("risk-understated-yellow").hasIncompleteContract()).isFalse();
        assertThat(judgement("path-twin").hasIncompleteContract()).isFalse();
        assertThat(judgement("approvals-too-few").hasIncompleteContract()).isFalse();
    }

    @Test
    void theCodesOfAnIncompleteContract() {
        assertThat(Stream.of(Code.values())
                        .filter(Code::makesContractIncomplete)
                        .map(Code::id))
                .containsExactly(
                        "contract-missing",
                        "contract-unreadable",
                        "field-missing",
                        "field-placeholder",
                        "risk-level-invalid");
    }

    @Test
    void theCodesThatOnlyAnApproverMends() {
        assertThat(Stream.of(Code.values())
                        .filter(code -> code.mendedBy() == MendedBy.APPROVER)
                        .map(Code::id))
                .containsExactly(
                        "escalation-missing",
                        "escalation-rejected",
                        "approver-not-allowed",
                        "approvals-too-few",
                        "approval-unsigned",
                        "approval-stale",
                        "approval-forged");
    }

    private static Judgement judgement(String name) throws IOException {
        return Results.reached(GoldenCase.judge(
                Files.readString(GOLDEN.resolve(name + ".case")), Files.readString(GOLDEN.resolve("policy.yaml"))));
    }
}
