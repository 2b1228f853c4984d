package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.policy.Classification;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A judged change.
 *
 * @param classification the level of each changed path
 * @param contracts the contracts that count
 * @param declared the highest declared level, where one is declared
 * @param escalationRequired whether the declared or the computed level is RED
 * @param authors everybody whom a commit of the change names as one of those who made it, those of the newest first
 * @param approvals the approvals that count
 * @param statements what approvers still have to sign; none when nobody has to
 * @param findings everything that is wrong, in the fixed order
 * @param human whom the change waits for, as the object of "ask"; empty where no finding waits for a human
 * @param remarks what is worth saying and nobody's to mend
 * @param warnOnly whether the run lets findings only warn
 * @param squashed whether committers and co-authors are no authors, since a forge is said to have squashed what was judged before
 * @param rollOutCovers whether a roll-out date covers the findings, so that they only warn
 */
public record Judgement(
        Classification classification,
        List<JudgedContract> contracts,
        Optional<Level> declared,
        boolean escalationRequired,
        List<Person> authors,
        List<Approval> approvals,
        List<Statement> statements,
        List<Finding> findings,
        Optional<String> human,
        List<Remark> remarks,
        boolean warnOnly,
        boolean squashed,
        boolean rollOutCovers) {

    public Judgement {
        contracts = List.copyOf(contracts);
        authors = List.copyOf(authors);
        approvals = List.copyOf(approvals);
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** Computed from the findings, and kept nowhere. */
    public Verdict verdict() {
        return findings.isEmpty() ? Verdict.PASSED : Verdict.BLOCKED;
    }

    /** Who acts next: the author as long as anything is theirs to mend; empty where nothing is left to mend. */
    public Optional<MendedBy> waitsFor() {
        Set<MendedBy> all = EnumSet.noneOf(MendedBy.class);
        for (Finding finding : findings) {
            all.add(finding.mendedBy());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.iterator().next());
    }

    /** Whether nothing is left but what a human must do. */
    public boolean waitsForHuman() {
        return waitsFor().equals(Optional.of(MendedBy.APPROVER));
    }

    /** Whether the verdict binds: false when a BLOCKED change is let through with warnings. */
    public boolean enforced() {
        return verdict() == Verdict.PASSED || !(warnOnly || rollOutCovers);
    }

    /** Whether the build may go on. */
    public boolean letsThrough() {
        return verdict() == Verdict.PASSED || !enforced();
    }

    /**
     * Whether the author left something out, which the headline metric tells. Who owns up to the risk, answers the invariants and waits
     * for a human has left nothing out, though the escalation is missing.
     */
    public boolean hasIncompleteContract() {
        Set<Code> codes = EnumSet.noneOf(Code.class);
        for (Finding finding : findings) {
            if (finding.code().makesContractIncomplete()) {
                return true;
            }
            codes.add(finding.code());
        }
        boolean playedDown = codes.contains(Code.RISK_UNDERSTATED) || codes.contains(Code.INVARIANT_UNCHECKED);
        return playedDown && codes.contains(Code.ESCALATION_MISSING);
    }
}
