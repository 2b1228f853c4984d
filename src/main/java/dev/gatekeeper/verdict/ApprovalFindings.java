package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Proof;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether those who approve may, prove it as they have to, and are enough, for each obligation. */
final class ApprovalFindings {

    private final Submission submission;
    private final List<Obligation> obligations;
    private final GivenApprovals given;
    private final Candidates candidates;
    private final Set<Origin> asking;
    private final List<Given> refused = new ArrayList<>();

    ApprovalFindings(Submission submission, List<Obligation> obligations, GivenApprovals given) {
        this.submission = submission;
        this.obligations = obligations;
        this.given = given;
        this.candidates = new Candidates(submission.policies(), given);
        this.asking = Obligation.askedBy(obligations);
    }

    List<Finding> findings() {
        if (given.all().isEmpty() || obligations.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Given one : given.all()) {
            refusal(one).ifPresent(reason -> {
                refused.add(one);
                findings.add(notAllowed(one, reason, asking));
            });
        }
        obligations.stream().flatMap(this::shortfalls).forEach(findings::add);
        return findings.stream().distinct().toList();
    }

    /** Why {@code one} can answer for nothing that this change touches. */
    private Optional<String> refusal(Given one) {
        return given.disqualified(one).or(() -> unlisted(one)).or(() -> authorOfAll(one));
    }

    private Optional<String> unlisted(Given one) {
        if (obligations.stream().anyMatch(one::isListed)) {
            return Optional.empty();
        }
        Set<String> allowed =
                obligations.stream().map(Obligation::approvers).collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(
                "is no approver of what this change touches; its approvers are " + String.join("; ", allowed));
    }

    private Optional<String> authorOfAll(Given one) {
        List<Owed> all = Owed.of(obligations);
        return all.stream().anyMatch(owed -> given.mayAnswer(one, owed))
                ? Optional.empty()
                : all.stream()
                        .filter(one::isAuthor)
                        .findFirst()
                        .map(owed -> "is an author of " + owed.share().what());
    }

    /** What {@code obligation} still lacks; the first share that lacks something speaks for all. */
    private Stream<Finding> shortfalls(Obligation obligation) {
        List<Finding> unsigned = unsigned(obligation);
        Optional<Owed> open = Owed.of(List.of(obligation)).stream()
                .filter(owed -> !given.satisfies(owed))
                .findFirst();
        return Stream.concat(unsigned.stream(), open.stream().flatMap(owed -> shortfall(owed, unsigned.isEmpty())));
    }

    /** Those who are named for {@code obligation}, may answer, and have not signed, neither this nor other content. */
    private List<Finding> unsigned(Obligation obligation) {
        return accepted()
                .filter(one -> !one.isProof(obligation) && !one.stale() && mayAnswer(one, obligation))
                .filter(one -> accepted().noneMatch(other -> isSignatureOf(one, other, obligation)))
                .map(one -> new Finding(
                        Code.APPROVAL_UNSIGNED,
                        one.file(),
                        one.mark(),
                        "the approval of '" + one.human().shown() + "' is not signed, and "
                                + Texts.called(obligation.rule()) + " asks for a signature",
                        "The approver signs: " + NextStep.sign(submission, contractId(one)),
                        Set.of(obligation.policy().origin())))
                .toList();
    }

    /** Each contract has a statement of its own: who signed another one approved that. */
    private boolean isSignatureOf(Given named, Given other, Obligation obligation) {
        boolean signs = other.stale() || (other.isProof(obligation) && mayAnswer(other, obligation));
        boolean same = Layout.approvedId(RawPath.of(other.file())).equals(Optional.of(contractId(named)));
        return signs && same && other.human().isSameAs(named.human());
    }

    private boolean mayAnswer(Given one, Obligation obligation) {
        return Owed.of(List.of(obligation)).stream().anyMatch(owed -> given.mayAnswer(one, owed));
    }

    /** Whoever stands in the way of {@code owed} by being an author of it, or simply more people. */
    private Stream<Finding> shortfall(Owed owed, boolean allSigned) {
        int needed = owed.obligation().rule().approvals();
        List<Given> willing =
                accepted().filter(one -> given.mayAnswer(one, owed)).toList();
        int people = GivenApprovals.people(willing);
        List<Finding> authors = people >= needed ? List.of() : authorsOf(owed);
        boolean explained = !allSigned
                || !authors.isEmpty()
                || !refused.isEmpty()
                || willing.stream().anyMatch(Given::stale);
        boolean tooFew = !explained || (authors.isEmpty() && people + GivenApprovals.people(refused) < needed);
        return Stream.concat(authors.stream(), tooFew ? Stream.of(tooFew(owed)) : Stream.empty());
    }

    private List<Finding> authorsOf(Owed owed) {
        return accepted()
                .filter(one -> one.isListed(owed.obligation()) && !given.mayAnswer(one, owed))
                .map(one -> notAllowed(
                        one,
                        "is an author of " + owed.share().what(),
                        Set.of(owed.obligation().policy().origin())))
                .toList();
    }

    private Finding tooFew(Owed owed) {
        Obligation obligation = owed.obligation();
        Given last = given.all().get(given.all().size() - 1);
        return new Finding(
                Code.APPROVALS_TOO_FEW,
                last.file(),
                last.mark(),
                Texts.called(obligation.rule()) + " asks for "
                        + Texts.count(obligation.rule().approvals(), "approval") + " and has " + given.counting(owed)
                        + ": "
                        + owed.share().what(),
                moreApprovers(obligation),
                Set.of(obligation.policy().origin()));
    }

    /** A signed approval needs no escalation entry, and to add one would make the signatures that are there stale. */
    private String moreApprovers(Obligation obligation) {
        return submission
                .answersForAll()
                .filter(contract -> obligation.asksForSignature())
                .map(contract -> "Each further approver (" + candidates.whoElseMayAnswer(obligation) + ") signs: "
                        + NextStep.sign(submission, contract.id()))
                .orElse("Add an escalation entry for each further approver: " + candidates.whoElseMayAnswer(obligation)
                        + ".");
    }

    private static String contractId(Given named) {
        return Layout.contractId(RawPath.of(named.file())).orElseThrow();
    }

    private Stream<Given> accepted() {
        return given.all().stream().filter(one -> !refused.contains(one));
    }

    private static Finding notAllowed(Given one, String reason, Set<Origin> askedBy) {
        return new Finding(
                Code.APPROVER_NOT_ALLOWED,
                one.file(),
                one.mark(),
                "the approver '" + one.human().shown() + "' " + reason,
                one.proof() == Proof.SIGNED
                        ? "Remove it, and ask another human to sign."
                        : "Ask another human to approve, and name them in the escalation.",
                askedBy);
    }
}
