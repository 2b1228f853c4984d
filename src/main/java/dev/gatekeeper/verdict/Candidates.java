package dev.gatekeeper.verdict;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Proof;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Those whom the policies list, and whether they may still answer for what a change asks. */
final class Candidates {

    private final Policies policies;
    private final GivenApprovals given;

    Candidates(Policies policies, GivenApprovals given) {
        this.policies = policies;
        this.given = given;
    }

    /** Why {@code approver}, whom a policy lists, may not answer for all of {@code obligation}. */
    Optional<String> hindrance(Approver approver, Obligation obligation) {
        Given signed = as(approver);
        return given.disqualified(signed)
                .or(() -> Owed.of(List.of(obligation)).stream()
                        .filter(owed -> !given.mayAnswer(signed, owed))
                        .findFirst()
                        .map(owed -> "is an author of " + owed.share().what()));
    }

    /** Those who may answer for {@code obligation}, for a message. */
    String whoMayAnswer(Obligation obligation) {
        return names(obligation, approver -> hindrance(approver, obligation).isEmpty());
    }

    /** As {@link #whoMayAnswer}, without those who have. */
    String whoElseMayAnswer(Obligation obligation) {
        return names(
                obligation,
                approver -> hindrance(approver, obligation).isEmpty() && !hasAnswered(approver, obligation));
    }

    /** All who are listed where {@code fits} leaves nobody: several of them may answer for a part each. */
    private static String names(Obligation obligation, Predicate<Approver> fits) {
        List<Approver> listed = obligation.policy().approversOf(obligation.rule());
        List<Approver> fitting = listed.stream().filter(fits).toList();
        return listed.isEmpty()
                ? "any human who is not an author"
                : Texts.list((fitting.isEmpty() ? listed : fitting)
                        .stream().map(Approver::name).toList());
    }

    private boolean hasAnswered(Approver approver, Obligation obligation) {
        Identity human = as(approver).human();
        return Owed.of(List.of(obligation)).stream()
                .allMatch(owed -> given.all().stream()
                        .anyMatch(one -> given.counts(one, owed) && one.human().isSameAs(human)));
    }

    private Given as(Approver approver) {
        Identity human = Identity.named(approver.name(), policies);
        return new Given(human, Proof.SIGNED, false, "", Optional.empty(), "");
    }
}
