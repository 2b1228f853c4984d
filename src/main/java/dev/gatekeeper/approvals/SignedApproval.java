package dev.gatekeeper.approvals;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a signature file proves about the statement of a contract.
 *
 * @param file what messages call it
 * @param path where the change holds it, if it does
 * @param contractId the contract that it is for
 * @param proofs what it proves by the keys of each policy in force
 * @param instead of other content: what it is a signature of, where that is known; it counts for nothing
 */
public record SignedApproval(
        String file,
        Optional<RawPath> path,
        String contractId,
        Map<Origin, Verification> proofs,
        Optional<NearStatement> instead) {

    public SignedApproval {
        proofs = Map.copyOf(proofs);
        if (proofs.isEmpty()) {
            throw new IllegalArgumentException("a signature is held against one policy or more");
        }
    }

    SignedApproval of(NearStatement other) {
        return new SignedApproval(file, path, contractId, proofs, Optional.of(other));
    }

    /** The keys that signed the statement and may approve today: one for each policy that lists the signer. */
    public List<TrustedKey> signers() {
        return of(Verification.Good.class).stream().map(Verification.Good::key).toList();
    }

    /** The listed key that it names without being a signature of the statement by it. */
    public Optional<TrustedKey> signerOfOther() {
        return of(Verification.BadContent.class).stream()
                .map(Verification.BadContent::key)
                .findFirst();
    }

    /** Why it proves nothing by any policy, as half a sentence. */
    public String problem() {
        return of(Verification.NotValid.class).stream()
                .map(Verification.NotValid::problem)
                .findFirst()
                .or(() -> of(Verification.Malformed.class).stream()
                        .map(Verification.Malformed::problem)
                        .findFirst())
                .or(() -> of(Verification.UnknownKey.class).stream()
                        .map(unknown -> "its key " + unknown.fingerprint() + " is none that the policy lists")
                        .findFirst())
                .orElse("it proves nothing");
    }

    /** The listed key that signed the statement and may not approve today. */
    public Optional<TrustedKey> signerOutsideValidity() {
        return of(Verification.NotValid.class).stream()
                .map(Verification.NotValid::key)
                .findFirst();
    }

    /** Whether it names a key that no policy in force lists. */
    public boolean isOfUnknownKey() {
        return of(Verification.UnknownKey.class).size() == proofs.size();
    }

    /** Whether the file is no signature that could prove anything. */
    public boolean isMalformed() {
        return !of(Verification.Malformed.class).isEmpty();
    }

    private <T extends Verification> List<T> of(Class<T> kind) {
        return Origin.inOrder()
                .filter(proofs::containsKey)
                .map(proofs::get)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
