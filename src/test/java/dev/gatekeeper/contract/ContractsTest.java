package dev.gatekeeper.contract;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.contract.ContractReading.Read;
import dev.gatekeeper.testing.MemorySnapshot;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final String PATH = ".gatekeeper/contracts/rotate-tokens.yaml";

    private static final String COMPLETE = """
            whatChanged: Refresh tokens rotate on each use.
            whyChanged: A stolen token stayed valid for 30 days.
            riskLevel: RED
            rollbackPlan: Revert.
            invariantsChecked:
              - auth-never-weakened: Old sessions stay revocable.
              - INVARIANTS.md was read
            tests:
              - command: mvn -B verify
                result: 412 tests, 0 failures
            escalation:
              approver: Jane Smith
              approvalEvidence: https://github.example/acme/shop/pull/42
              decision: rejected
            """;

    private static final ContractReading UNREADABLE = new UnreadableContract(
            "broken.yaml", List.of(new Problem(Optional.of(new Mark(3, 12)), "a quote is not closed")));

    @Test
    void readsEveryFieldWithItsPlace() {
        Contract contract = contract(COMPLETE.getBytes(UTF_8));

        assertThat(contract.id()).isEqualTo("rotate-tokens");
        assertThat(contract.file()).isEqualTo(PATH);
        assertThat(contract.sha256()).isEqualTo(Digests.sha256(COMPLETE.getBytes(UTF_8)));
        assertThat(contract.texts().keySet()).containsExactlyInAnyOrder("whatChanged", "whyChanged", "rollbackPlan");
        assertThat(whyChanged(contract).mark()).hasToString("2:13");
        assertThat(contract.declared()).contains(Level.RED);
        assertThat(contract.riskLevel().orElseThrow().mark()).hasToString("3:12");
        assertThat(contract.invariantsChecked()).hasSize(2);
        assertThat(contract.invariantsChecked().get(0).name().orElseThrow().text())
                .isEqualTo("auth-never-weakened");
        assertThat(contract.invariantsChecked().get(1).name()).isEmpty();
        assertThat(contract.tests().get(0).result().orElseThrow().text()).isEqualTo("412 tests, 0 failures");
        assertThat(contract.escalations()).singleElement().satisfies(escalation -> {
            assertThat(escalation.approver().orElseThrow().text()).isEqualTo("Jane Smith");
            assertThat(escalation.decision()).isEqualTo(Decision.REJECTED);
            assertThat(escalation.mark()).hasToString("12:3");
        });
    }

    @Test
    void skipsOneBomAndTakesCrLf() {
        Contract contract = contract(("\ufeff" + COMPLETE.replace("\n", "\r\n")).getBytes(UTF_8));

        assertThat(whyChanged(contract).text()).isEqualTo("A stolen token stayed valid for 30 days.");
    }

    @Test
    void refusesUtf16BinaryAndEmptyFiles() {
        assertThat(problems(COMPLETE.getBytes(UTF_16))).hasSize(1);
        assertThat(problems(new byte[] {0, 1, 2, 3})).hasSize(1);
        assertThat(problems(new byte[0])).hasSize(1);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(problems(("# " + "x".repeat(10 << 20) + "\n" + COMPLETE).getBytes(UTF_8)))
                .extracting(Problem::text)
                .containsExactly("the contract is larger than 256 KiB");
    }

    @Test
    void refusesWhatIsNoRegularFile() {
        assertThat(unreadable(read(PATH, 0120000, "AI.md".getBytes(UTF_8))))
                .extracting(Problem::text)
                .containsExactly("the contract is not a regular file");
    }

    @Test
    void refusesAYamlFileWhereNoContractLies() {
        assertThat(unreadable(read(".gatekeeper/contracts/rotate.yml", 0100644, COMPLETE.getBytes(UTF_8))))
                .extracting(Problem::text)
                .containsExactly(
                        "no contract is read from this path; a contract is .gatekeeper/contracts/<id>.yaml with an <id> of"
                                + " lower-case letters, digits, '.', '_' and '-'");
    }

    @Test
    void namesEveryUnknownKeyAndWrongType() {
        assertThat(problems("""
                whatChanged: [a list]
                whyChanged: {a: mapping}
                risk: RED
                invariantsChecked: text
                tests:
                  - mvn verify
                  - command: mvn
                    outcome: good
                escalation:
                  - Jane
                  - approver: Jane
                    decision: maybe
                    evidence: a link
                """.getBytes(UTF_8)))
                .extracting(problem -> problem.mark().orElseThrow() + "  " + problem.text())
                .containsExactly(
                        "3:1  'risk' is no key of the contract; its keys are escalation, invariantsChecked, riskLevel,"
                                + " rollbackPlan, tests, whatChanged, whyChanged",
                        "1:14  whatChanged is a list, not a text",
                        "2:13  whyChanged is a mapping, not a text",
                        "4:20  invariantsChecked is a text, not a list; write ['text']",
                        "6:5  an entry of tests is a text, not a mapping with 'command' and 'result'",
                        "8:5  'outcome' is no key of an entry of tests; its keys are command, result",
                        "10:5  the escalation is a text, not a mapping with 'approver' and 'approvalEvidence'",
                        "13:5  'evidence' is no key of the escalation; its keys are approvalEvidence, approver, decision",
                        "12:15  decision is 'maybe'; it is 'approved' or 'rejected'");
    }

    @Test
    void refusesADocumentThatIsNoMapping() {
        assertThat(problems("- riskLevel: RED\n".getBytes(UTF_8)))
                .extracting(Problem::text)
                .containsExactly("the contract is a list, not a mapping of fields");
    }

    @Test
    void refusesAnInvariantOfSeveralKeys() {
        assertThat(problems("invariantsChecked: [{a: b, c: d}, [x], {e: [f]}]\n".getBytes(UTF_8)))
                .extracting(Problem::text)
                .containsExactly(
                        "an entry of invariantsChecked is a mapping, not a text or one 'name: how'",
                        "an entry of invariantsChecked is a list, not a text or one 'name: how'",
                        "invariantsChecked entry 'e' is a list, not a text");
    }

    @Test
    void choosesTheOnlyContractOrTheOneAskedFor() {
        ContractReading rotate = read("rotate");
        ContractReading other = read("other");

        assertThat(Contracts.of(List.of(rotate)).choose(Optional.empty()).id()).isEqualTo("rotate");
        assertThat(Contracts.of(List.of(rotate)).choose(Optional.of("rotate")).id())
                .isEqualTo("rotate");
        assertThat(Contracts.of(List.of(rotate, other))
                        .choose(Optional.of("other"))
                        .id())
                .isEqualTo("other");
        assertThat(Contracts.of(List.of(rotate, UNREADABLE))
                        .choose(Optional.of("rotate"))
                        .id())
                .isEqualTo("rotate");
    }

    @Test
    void asksWhichOfSeveralContractsIsMeant() {
        assertThat(refusal(List.of(read("rotate"), read("other")), Optional.empty()))
                .containsExactly(
                        "this change has several contracts: other, rotate",
                        "Name the one to approve: -Dgatekeeper.contract=rotate");
        assertThat(refusal(List.of(read("rotate")), Optional.of("token")))
                .containsExactly(
                        "gatekeeper.contract is 'token', and this change has no contract of that id that can be read; it has"
                                + " rotate",
                        "Name the one to approve: -Dgatekeeper.contract=rotate");
    }

    /** With one that can't be read beside it, the only readable one is not plainly the one that is meant. */
    @Test
    void takesNoContractForTheOnlyOneBesideAnUnreadableOne() {
        assertThat(refusal(List.of(read("rotate"), UNREADABLE), Optional.empty()))
                .containsExactly(
                        "this change has several contracts: rotate",
                        "Name the one to approve: -Dgatekeeper.contract=rotate");
    }

    @Test
    void saysWhyThereIsNothingToApprove() {
        assertThat(refusal(List.of(), Optional.empty()))
                .containsExactly(
                        "there is nothing to approve: this change adds no contract that counts",
                        "The author adds .gatekeeper/contracts/<id>.yaml and pushes; then sign.");
        assertThat(refusal(List.of(UNREADABLE), Optional.empty()))
                .containsExactly(
                        "broken.yaml:3:12  can't be approved: a quote is not closed",
                        "The author mends it and pushes; then sign.");
        assertThat(refusal(
                        List.of(new UnreadableContract(
                                "large.yaml", List.of(Problem.ofFile("the contract is larger than 256 KiB")))),
                        Optional.of("large")))
                .containsExactly(
                        "large.yaml  can't be approved: the contract is larger than 256 KiB",
                        "The author mends it and pushes; then sign.");
    }

    private static List<String> refusal(List<ContractReading> readings, Optional<String> id) {
        CannotDecideException refusal = catchThrowableOfType(
                CannotDecideException.class, () -> Contracts.of(readings).choose(id));
        return List.of(refusal.getMessage(), refusal.remedy());
    }

    private static ContractReading read(String id) {
        return read(".gatekeeper/contracts/" + id + ".yaml", 0100644, COMPLETE.getBytes(UTF_8));
    }

    private static FieldValue whyChanged(Contract contract) {
        return Objects.requireNonNull(contract.texts().get("whyChanged"));
    }

    private static Contract contract(byte[] bytes) {
        return ((Read) read(PATH, 0100644, bytes)).contract();
    }

    private static List<Problem> problems(byte[] bytes) {
        return unreadable(read(PATH, 0100644, bytes));
    }

    private static List<Problem> unreadable(ContractReading reading) {
        return ((UnreadableContract) reading).problems();
    }

    private static ContractReading read(String path, int mode, byte[] bytes) {
        MemorySnapshot head = new MemorySnapshot().with(path, mode, bytes);
        RawPath raw = RawPath.of(path);
        ChangedPath added = new ChangedPath(raw, Entry.ABSENT, head.entry(raw), Entry.ABSENT);
        Change change = new Change("0".repeat(40), List.of(added), Map.of());
        Contracts contracts = ContractFiles.read(
                head,
                new MemorySnapshot(),
                OwnFiles.of(change, MemorySnapshot.trees(head)),
                new ExtraFields(Set.of("rollbackPlan"), false),
                Strictness.TODAY);
        return contracts.readable().isEmpty()
                ? contracts.unreadable().get(0)
                : new Read(contracts.readable().get(0));
    }
}
