package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.ContractReading;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Rule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The pure judge: from what was submitted to a judgement. */
public final class Judge {

    private Judge() {}

    /** Judges {@code submission}; a change without any changed path passes without a contract. */
    public static Judgement judge(Submission submission) {
        List<Obligation> obligations = Obligation.of(submission);
        GivenApprovals given = new GivenApprovals(submission, obligations);
        List<Finding> findings = submission.change().isEmpty() ? List.of() : findings(submission, obligations, given);
        if (findings.isEmpty() && !submission.change().isEmpty() && !given.satisfyAll()) {
            throw new IllegalStateException("an obligation is open and no finding says so");
        }
        return new Judgement(
                submission.classification(),
                submission.contracts().stream().map(ContractReading::file).toList(),
                submission.declared(),
                submission.level() == Level.RED,
                given.counting(),
                given.stillToSign(findings),
                findings,
                onlyWarns(submission, findings));
    }

    private static List<Finding> findings(Submission submission, List<Obligation> obligations, GivenApprovals given) {
        Stream<Finding> fields =
                submission.readable().stream().flatMap(contract -> new FieldFindings(submission, contract).findings());
        return Stream.of(
                        new ContractFindings(submission).findings(),
                        fields,
                        new RiskFindings(submission).findings(),
                        new PathFindings(submission).findings(),
                        new EscalationFindings(submission, obligations).findings(),
                        new SignatureFindings(submission).findings(),
                        new ApprovalFindings(submission, obligations, given).findings())
                .flatMap(stream -> stream)
                .sorted(Comparator.comparing(Finding::code))
                .toList();
    }

    /** A roll-out date covers what its own policy asks for, and never a change of Gatekeeper's own files. */
    private static boolean onlyWarns(Submission submission, List<Finding> findings) {
        LocalDate today = submission.today();
        boolean touchesGatekeeper = submission.classification().touched().stream()
                .anyMatch(touched -> touched.rule().id().equals(Rule.GATEKEEPER));
        return !findings.isEmpty()
                && !touchesGatekeeper
                && findings.stream()
                        .allMatch(finding ->
                                finding.askedBy().stream().allMatch(origin -> warns(submission, origin, today)));
    }

    private static boolean warns(Submission submission, Origin origin, LocalDate today) {
        return submission
                .policies()
                .from(origin)
                .map(policy -> policy.onlyWarns(today))
                .orElse(false);
    }
}
