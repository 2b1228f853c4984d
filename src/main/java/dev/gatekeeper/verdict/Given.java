package dev.gatekeeper.verdict;

import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.yaml.Mark;
import java.util.Optional;

/**
 * An approval as it was given.
 *
 * @param human who answers
 * @param proof what proves it
 * @param stale whether it is a signature of other content than what would be merged, which proves nothing
 * @param file the contract that names them, or the signature
 * @param mark where the contract names them
 * @param evidence what the contract gives as evidence, which may be nothing; or the fingerprint of the key
 */
record Given(Identity human, Proof proof, boolean stale, String file, Optional<Mark> mark, String evidence) {

    /** Whether they may answer for {@code owed}: they are on the rule's list and did not write it, or may approve their own. */
    boolean mayAnswer(Owed owed, boolean selfApproval) {
        return isListed(owed.obligation()) && (selfApproval || !isAuthor(owed));
    }

    /** Whether the approval is of the kind that {@code obligation} asks for; a signature serves where a name is enough. */
    boolean isProof(Obligation obligation) {
        return !stale && (proof == Proof.SIGNED || !obligation.asksForSignature());
    }

    boolean isListed(Obligation obligation) {
        return human.mayAnswer(obligation.policy(), obligation.rule());
    }

    boolean isAuthor(Owed owed) {
        return owed.share().authors().stream().anyMatch(human::is);
    }
}
