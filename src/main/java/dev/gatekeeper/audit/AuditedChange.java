package dev.gatekeeper.audit;

import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.JudgedContract;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one step came to: what of it is shown, and no more, since there may be many.
 *
 * @param step its commits
 * @param moment when it entered the branch, see {@link Moments}
 * @param kind what it is
 * @param level the highest level that it, or any of its commits, has; empty where that can't be told
 * @param contracts the paths of its contracts
 * @param approvals those that count
 * @param findings what is wrong with it, each kind once
 * @param reason what is wrong first, or why it can't be decided, with the remedy for that
 * @param notes what is worth saying of it
 * @param committedByApprover whether somebody whose approval counts has committed it
 * @param acceptance what accepts it, where something does
 */
public record AuditedChange(
        Step step,
        Instant moment,
        Kind kind,
        Optional<Level> level,
        List<String> contracts,
        List<Approval> approvals,
        Set<Code> findings,
        Optional<Reason> reason,
        List<Remark> notes,
        boolean committedByApprover,
        Optional<Acceptance> acceptance) {

    public AuditedChange {
        contracts = List.copyOf(contracts);
        approvals = List.copyOf(approvals);
        findings = new LinkedHashSet<>(findings);
        notes = List.copyOf(notes);
    }

    /**
     * Why a change isn't answered for.
     *
     * @param code why it can't be decided; empty for a finding, see {@link AuditedChange#findings}
     * @param place where that shows; empty where the problem names the thing
     * @param problem what is the matter
     * @param remedy empty for a finding, which nobody can mend any more
     */
    public record Reason(
            Optional<UndecidedCode> code, Optional<String> place, String problem, Optional<String> remedy) {}

    /**
     * One that could be judged.
     *
     * @param level see {@link AuditedChange}
     * @param onlyReviewMissing whether the gate would have let it pass if all who may had reviewed it
     * @param joinedCounts whether joined steps count as answered for
     */
    public static AuditedChange judged(
            Step step,
            Instant moment,
            Judgement judgement,
            Level level,
            boolean onlyReviewMissing,
            boolean joinedCounts,
            boolean committedByApprover) {
        Set<Code> codes = new LinkedHashSet<>();
        judgement.findings().forEach(finding -> codes.add(finding.code()));
        return new AuditedChange(
                step,
                moment,
                kind(step, judgement, onlyReviewMissing, joinedCounts),
                Optional.of(level),
                judgement.contracts().stream().map(JudgedContract::path).toList(),
                judgement.approvals(),
                codes,
                judgement.findings().stream().findFirst().map(AuditedChange::reason),
                judgement.remarks(),
                committedByApprover,
                Optional.empty());
    }

    private static Kind kind(Step step, Judgement judgement, boolean onlyReviewMissing, boolean joinedCounts) {
        if (!judgement.letsThrough() && !onlyReviewMissing) {
            return Kind.AROUND;
        }
        if (step.isJoined() && !joinedCounts) {
            return Kind.JOINED;
        }
        if (judgement.findings().isEmpty()) {
            return Kind.ANSWERED;
        }
        return judgement.letsThrough() ? Kind.LET_THROUGH : Kind.REVIEWED;
    }

    private static Reason reason(Finding finding) {
        return new Reason(
                Optional.empty(),
                Optional.of(
                        finding.file() + finding.mark().map(mark -> ":" + mark).orElse("")),
                finding.problem(),
                Optional.empty());
    }

    /** One that could not be judged. */
    public static AuditedChange undecided(
            Step step, Instant moment, UndecidedCode code, String problem, String remedy) {
        return unjudged(
                step,
                moment,
                Kind.UNDECIDABLE,
                Optional.of(new Reason(Optional.of(code), Optional.empty(), problem, Optional.of(remedy))));
    }

    /** One that could not be judged, and has one commit, which changes nothing. */
    public static AuditedChange empty(Step step, Instant moment) {
        return unjudged(step, moment, Kind.ANSWERED, Optional.empty());
    }

    private static AuditedChange unjudged(Step step, Instant moment, Kind kind, Optional<Reason> reason) {
        return new AuditedChange(
                step,
                moment,
                kind,
                kind == Kind.ANSWERED ? Optional.of(Level.GREEN) : Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                reason,
                List.of(),
                false,
                Optional.empty());
    }

    /** The same, for which somebody has answered since. */
    AuditedChange accepted(Acceptance by) {
        return new AuditedChange(
                step,
                moment,
                Kind.ACCEPTED,
                level,
                contracts,
                approvals,
                findings,
                reason,
                notes,
                committedByApprover,
                Optional.of(by));
    }

    /** The day (UTC) for which it was judged. */
    public LocalDate day() {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
