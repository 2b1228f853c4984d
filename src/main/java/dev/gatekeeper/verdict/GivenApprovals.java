package dev.gatekeeper.verdict;

import dev.gatekeeper.approval.SignedApproval;
import dev.gatekeeper.approval.Statement;
import dev.gatekeeper.approval.TrustedKey;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Decision;
import dev.gatekeeper.contract.Escalation;
import dev.gatekeeper.contract.FieldValue;
import dev.gatekeeper.policy.Proof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Collects the approvals that a change brings, and tells which of them count. */
final class GivenApprovals {

    private final Submission submission;
    private final List<Obligation> obligations;
    private final List<Given> all = new ArrayList<>();

    GivenApprovals(Submission submission, List<Obligation> obligations) {
        this.submission = submission;
        this.obligations = obligations;
        for (Contract contract : submission.readable()) {
            for (Escalation escalation : contract.escalations()) {
                if (escalation.decision() == Decision.APPROVED) {
                    named(contract, escalation).ifPresent(all::add);
                }
            }
        }
        for (SignedApproval signature : submission.signatures()) {
            signed(signature).ifPresent(all::add);
        }
    }

    List<Given> all() {
        return Collections.unmodifiableList(all);
    }

    /** Why {@code given} counts for nothing whatever the change touches. */
    Optional<String> disqualified(Given given) {
        if (given.human().isBot()) {
            return Optional.of("is a bot; the approver is a human");
        }
        if (given.human().hasInvisibleCharacters()) {
            return Optional.of("holds invisible characters, so nobody can tell whose name it is");
        }
        return !selfApproval() && openedChange(given.human())
                ? Optional.of("opened this change, as CI says, and so is an author of it")
                : Optional.empty();
    }

    /** Whether {@code given} counts for {@code owed}. */
    boolean counts(Given given, Owed owed) {
        return given.isProof(owed.obligation()) && mayAnswer(given, owed);
    }

    /** How many different people's approvals count for {@code owed}. */
    int counting(Owed owed) {
        return people(all.stream().filter(given -> counts(given, owed)).toList());
    }

    /** Whether enough people approve {@code owed}. */
    boolean satisfies(Owed owed) {
        return counting(owed) >= owed.obligation().rule().approvals();
    }

    /** Whether enough people approve everything that the change asks approvals for. */
    boolean satisfyAll() {
        for (Owed owed : Owed.of(obligations)) {
            if (!satisfies(owed)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code given} would count for {@code owed} if it were proven as the rule asks. */
    boolean mayAnswer(Given given, Owed owed) {
        return disqualified(given).isEmpty() && given.mayAnswer(owed, selfApproval());
    }

    /** The approvals that count for something, each human once and by the strongest proof. */
    List<Approval> counting() {
        List<Identity> people = new ArrayList<>();
        List<Approval> approvals = new ArrayList<>();
        for (Proof proof : List.of(Proof.SIGNED, Proof.NAMED)) {
            for (Given given : all) {
                Identity human = given.human();
                if (given.proof() == proof
                        && Owed.of(obligations).stream().anyMatch(owed -> counts(given, owed))
                        && people.stream().noneMatch(other -> other.isSameAs(human))) {
                    people.add(human);
                    boolean self = selfApproval() && isAuthor(given);
                    approvals.add(new Approval(human.shown(), proof, given.evidence(), self));
                }
            }
        }
        return approvals;
    }

    /** The statements that approvers still have to sign, with {@code findings} as they are. */
    List<Statement> stillToSign(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.code().mendedBy() == MendedBy.APPROVER) {
                boolean asked = obligations.stream().anyMatch(Obligation::asksForSignature);
                return asked ? submission.statements() : List.of();
            }
        }
        return List.of();
    }

    /** How many different people gave {@code approvals}. */
    static int people(List<Given> approvals) {
        List<Identity> people = new ArrayList<>();
        approvals.stream()
                .map(Given::human)
                .filter(human -> people.stream().noneMatch(human::isSameAs))
                .forEach(people::add);
        return people.size();
    }

    private Optional<Given> named(Contract contract, Escalation escalation) {
        return escalation
                .approver()
                .filter(name -> submission.namesSomebody(name.text()))
                .map(name -> new Given(
                        Identity.named(name.text(), submission.policies()),
                        Proof.NAMED,
                        false,
                        contract.file(),
                        Optional.of(name.mark()),
                        escalation.evidence().map(FieldValue::text).orElse("")));
    }

    private Optional<Given> signed(SignedApproval signature) {
        List<TrustedKey> signers = signature.signers();
        boolean stale = signers.isEmpty() || submission.redChangedByTarget().isPresent();
        List<TrustedKey> keys =
                signers.isEmpty() ? signature.signerOfOther().stream().toList() : signers;
        return keys.stream()
                .findFirst()
                .map(key -> new Given(
                        Identity.listed(keys.stream().map(TrustedKey::approver).toList(), submission.policies()),
                        Proof.SIGNED,
                        stale,
                        signature.file(),
                        Optional.empty(),
                        key.fingerprint()));
    }

    private boolean isAuthor(Given given) {
        return openedChange(given.human()) || Owed.of(obligations).stream().anyMatch(given::isAuthor);
    }

    private boolean openedChange(Identity human) {
        return submission.authors().stream().anyMatch(human::isMeantBy);
    }

    private boolean selfApproval() {
        return submission.policies().selfApproval();
    }
}
