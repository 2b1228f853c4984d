package dev.gatekeeper.approval;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the signed approvals that a change adds. */
public final class Signatures {

    /** The most bytes of a signature file; one of the largest key takes less than a sixth. */
    public static final int MAX_BYTES = 16 * 1024;

    private final Map<Origin, Keyring> keyrings = new EnumMap<>(Origin.class);
    private final LocalDate today;

    /**
     * Trusts the keys of {@code policies} only.
     *
     * @param today the day (UTC) that the validity of keys is held against
     */
    public Signatures(Policies policies, LocalDate today) {
        for (Policy policy : policies.inForce()) {
            keyrings.put(policy.origin(), Keyring.of(policy.everyone()));
        }
        this.today = today;
    }

    /** What each approval of {@code ownFiles}, read from head's tree, proves about its contract's statement. */
    public List<SignedApproval> read(Snapshot head, OwnFiles ownFiles, List<Statement> statements) {
        List<SignedApproval> signed = new ArrayList<>();
        for (ChangedPath added : ownFiles.approvals()) {
            statementFor(added, statements).ifPresent(statement -> signed.add(read(head, added, statement)));
        }
        return signed;
    }

    /** What {@code signatureFile} proves about {@code statement}. */
    public SignedApproval verify(String file, Optional<byte[]> signatureFile, Statement statement) {
        Map<Origin, Verification> proofs = new EnumMap<>(Origin.class);
        keyrings.forEach((origin, keyring) -> proofs.put(
                origin,
                signatureFile
                        .map(bytes -> keyring.verify(statement, bytes, today))
                        .orElseGet(() -> new Verification.Malformed(
                                "it is not a regular file of at most " + MAX_BYTES / 1024 + " KiB"))));
        return new SignedApproval(file, statement.contractId(), proofs);
    }

    private SignedApproval read(Snapshot head, ChangedPath added, Statement statement) {
        Optional<byte[]> bytes = added.after().isFile() ? head.read(added.after(), MAX_BYTES) : Optional.empty();
        return verify(added.path().display(), bytes, statement);
    }

    private static Optional<Statement> statementFor(ChangedPath added, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> Layout.approvedId(added.path())
                        .filter(statement.contractId()::equals)
                        .isPresent())
                .findFirst();
    }
}
