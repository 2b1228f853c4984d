package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.ssh.MalformedException;
import dev.gatekeeper.ssh.SshSignature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what signature files prove, by the keys of the policies in force and no others. */
public final class Signatures {

    private final Map<Origin, Keyring> keyrings = new EnumMap<>(Origin.class);
    private final LocalDate today;
    private final NearStatements near;

    /** @param today the day (UTC) that the validity of keys is held against */
    public Signatures(Policies policies, LocalDate today) {
        this(policies, today, NearStatements.NONE);
    }

    /** @param near what a signature of other content is held against, to tell what it is of; it counts for nothing all the same */
    public Signatures(Policies policies, LocalDate today, NearStatements near) {
        for (Policy policy : policies.inForce()) {
            keyrings.put(policy.origin(), Keyring.of(policy.listed()));
        }
        this.today = today;
        this.near = near;
    }

    /** What each of {@code files} proves about its contract's statement; one whose contract has none is left out. */
    public List<SignedApproval> verify(List<SignatureFile> files, List<Statement> statements) {
        List<SignedApproval> signed = new ArrayList<>();
        int mayRecognize = NearStatements.MOST_SIGNATURES;
        for (SignatureFile file : files) {
            for (Statement statement : statements) {
                if (statement.contractId().equals(file.contractId())) {
                    SignedApproval proven = prove(file, statement);
                    boolean stale = proven.signerOfOther().isPresent();
                    signed.add(stale && mayRecognize-- > 0 ? recognized(proven, file, statement) : proven);
                }
            }
        }
        return signed;
    }

    /** What {@code file} proves about {@code statement}. */
    public SignedApproval verify(SignatureFile file, Statement statement) {
        return recognized(prove(file, statement), file, statement);
    }

    /** With what it is of instead, where it is of other content and that is near. */
    private SignedApproval recognized(SignedApproval proven, SignatureFile file, Statement statement) {
        Optional<byte[]> bytes = file.content().bytes();
        if (proven.signerOfOther().isEmpty() || bytes.isEmpty()) {
            return proven;
        }
        try {
            SshSignature signature = SshSignature.read(bytes.get());
            return near.to(statement)
                    .filter(other -> signature.isOver(other.bytes()))
                    .findFirst()
                    .map(proven::of)
                    .orElse(proven);
        } catch (MalformedException e) {
            throw new IllegalStateException("what a listed key signed was read before", e);
        }
    }

    private SignedApproval prove(SignatureFile file, Statement statement) {
        FileKind kind = file.kind();
        Map<Origin, Verification> proofs = new EnumMap<>(Origin.class);
        for (Map.Entry<Origin, Keyring> keyring : keyrings.entrySet()) {
            proofs.put(
                    keyring.getKey(),
                    kind == FileKind.SIGNATURE
                            ? proof(keyring.getValue(), file, statement)
                            : new Verification.Malformed(wrong(file)));
        }
        return new SignedApproval(file.name(), file.path(), statement.contractId(), proofs, Optional.empty());
    }

    private Verification proof(Keyring keyring, SignatureFile file, Statement statement) {
        Optional<byte[]> bytes = file.content().bytes();
        return bytes.isPresent()
                ? keyring.verify(statement, bytes.get(), today)
                : new Verification.Malformed(
                        "it is not a regular file of at most " + SignatureFile.MAX_BYTES / 1024 + " KiB");
    }

    /** What a change holds, everybody has seen. */
    private static String wrong(SignatureFile file) {
        boolean seen = file.kind() == FileKind.PRIVATE_KEY && file.path().isPresent();
        return "the file " + file.kind().words() + (seen ? ", and no secret any more: take it out of use" : "");
    }
}
