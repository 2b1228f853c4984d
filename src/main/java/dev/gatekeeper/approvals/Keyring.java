package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ApproverKey;
import dev.gatekeeper.ssh.MalformedException;
import dev.gatekeeper.ssh.SshSignature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The keys of a policy's approvers. */
record Keyring(List<TrustedKey> keys) {

    public Keyring {
        keys = List.copyOf(keys);
    }

    /** The keys of {@code approvers}, which are of one policy. */
    public static Keyring of(Collection<Approver> approvers) {
        List<TrustedKey> keys = new ArrayList<>();
        for (Approver approver : approvers) {
            for (ApproverKey key : approver.keys()) {
                keys.add(new TrustedKey(approver, key));
            }
        }
        return new Keyring(keys);
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
        List<TrustedKey> listed = keys.stream()
                .filter(key -> key.listed().key().equals(signature.key()))
                .toList();
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
}
