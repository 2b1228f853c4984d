package dev.gatekeeper.approval;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Key;
import dev.gatekeeper.ssh.MalformedException;
import dev.gatekeeper.ssh.SshPublicKey;
import dev.gatekeeper.ssh.SshSignature;
import dev.gatekeeper.yaml.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a policy's approvers.
 *
 * @param keys those that can be used
 * @param problems what is the matter with the others, at their place in the policy; none when the policy can be relied on
 */
public record Keyring(List<TrustedKey> keys, List<Problem> problems) {

    public Keyring {
        keys = List.copyOf(keys);
        problems = List.copyOf(problems);
    }

    /** Reads the keys of {@code approvers}, which are of one policy. */
    public static Keyring of(Collection<Approver> approvers) {
        List<TrustedKey> keys = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Approver approver : approvers) {
            for (Key listed : approver.keys()) {
                read(approver, listed, keys).ifPresent(problem -> problems.add(Problem.at(listed.mark(), problem)));
            }
        }
        return new Keyring(keys, problems);
    }

    /**
     * Finds out what a signature file proves.
     *
     * @param statement the statement as the gate rebuilt it
     * @param signatureFile the bytes of the file, as {@code ssh-keygen -Y sign} writes it
     * @param today the day (UTC) that the validity of keys is held against
     */
    public Verification verify(Statement statement, byte[] signatureFile, LocalDate today) {
        SshSignature signature;
        try {
            signature = SshSignature.read(signatureFile);
        } catch (MalformedException e) {
            return new Verification.Malformed(e.problem());
        }
        List<TrustedKey> listed =
                keys.stream().filter(key -> key.key().equals(signature.key())).toList();
        if (listed.isEmpty()) {
            return new Verification.UnknownKey(signature.key().fingerprint());
        }
        if (!signature.isOver(statement.bytes())) {
            return new Verification.BadContent(listed.get(0));
        }
        return onDay(listed, today);
    }

    private static Verification onDay(List<TrustedKey> listed, LocalDate today) {
        Optional<TrustedKey> valid =
                listed.stream().filter(key -> key.problemOn(today).isEmpty()).findFirst();
        if (valid.isPresent()) {
            return new Verification.Good(valid.get());
        }
        TrustedKey first = listed.get(0);
        return new Verification.NotValid(first, first.problemOn(today).orElseThrow());
    }

    /** Adds the key to {@code keys}, or says why not. */
    private static Optional<String> read(Approver approver, Key listed, List<TrustedKey> keys) {
        try {
            SshPublicKey key = SshPublicKey.ofLine(listed.line());
            Optional<Approver> other = keys.stream()
                    .filter(known ->
                            known.key().equals(key) && !known.approver().equals(approver))
                    .map(TrustedKey::approver)
                    .findFirst();
            if (other.isPresent()) {
                return Optional.of(
                        "key of '" + approver.name() + "': '" + other.get().name() + "' has the same");
            }
            keys.add(new TrustedKey(approver, listed, key));
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of("key of '" + approver.name() + "': " + e.problem());
        }
    }
}
