package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.ContractReading;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
                files(submission.contracts()),
                submission.declared(),
                submission.level() == Level.RED,
                given.counting(),
                given.stillToSign(findings),
                findings,
                onlyWarns(submission, findings));
    }

    private static List<Finding> findings(Submission submission, List<Obligation> obligations, GivenApprovals given) {
        List<Finding> findings = new ArrayList<>(new ContractFindings(submission).findings());
        for (Contract contract : submission.readable()) {
            findings.addAll(new FieldFindings(submission, contract).findings());
        }
        findings.addAll(new RiskFindings(submission).findings());
        findings.addAll(new PathFindings(submission).findings());
        findings.addAll(new EscalationFindings(submission, obligations, new Candidates(submission.policies(), given))
                .findings());
        findings.addAll(new SignatureFindings(submission).findings());
        findings.addAll(new ApprovalFindings(submission, obligations, given).findings());
        findings.sort(Comparator.comparing(Finding::code));
        return findings;
    }

    private static List<String> files(List<ContractReading> contracts) {
        List<String> files = new ArrayList<>();
        for (ContractReading contract : contracts) {
            files.add(contract.file());
        }
        return files;
    }

    /** A roll-out date covers what its own policy asks for, and never a change of Gatekeeper's own files. */
    private static boolean onlyWarns(Submission submission, List<Finding> findings) {
        if (findings.isEmpty()) {
            return false;
        }
        LocalDate today = submission.today();
        boolean touchesGatekeeper = submission.classification().touched().stream()
                .anyMatch(touched -> touched.rule().id().equals(Rule.GATEKEEPER));
        return !touchesGatekeeper
                && findings.stream()
                        .allMatch(finding -> !finding.code().neverWarns()
                                && finding.askedBy().stream().allMatch(origin -> warns(submission, origin, today)));
    }

    private static boolean warns(Submission submission, Origin origin, LocalDate today) {
        return submission
                .policies()
                .from(origin)
                .map(policy -> policy.onlyWarns(today))
                .orElse(false);
    }
}
