package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds out what signature files prove, by the keys of the policies in force and no others. */
public final class Signatures {

    private final Map<Origin, Keyring> keyrings = new EnumMap<>(Origin.class);
    private final LocalDate today;

    /** @param today the day (UTC) that the validity of keys is held against */
    public Signatures(Policies policies, LocalDate today) {
        for (Policy policy : policies.inForce()) {
            keyrings.put(policy.origin(), Keyring.of(policy.listed()));
        }
        this.today = today;
    }

    /** What each of {@code files} proves about its contract's statement; one whose contract has none is left out. */
    public List<SignedApproval> verify(List<SignatureFile> files, List<Statement> statements) {
        List<SignedApproval> signed = new ArrayList<>();
        for (SignatureFile file : files) {
            for (Statement statement : statements) {
                if (statement.contractId().equals(file.contractId())) {
                    signed.add(verify(file, statement));
                }
            }
        }
        return signed;
    }

    /** What {@code file} proves about {@code statement}. */
    public SignedApproval verify(SignatureFile file, Statement statement) {
        Map<Origin, Verification> proofs = new EnumMap<>(Origin.class);
        for (Map.Entry<Origin, Keyring> keyring : keyrings.entrySet()) {
            proofs.put(
                    keyring.getKey(),
                    file.content().bytes().isPresent()
                            ? keyring.getValue()
                                    .verify(statement, file.content().bytes().get(), today)
                            : new Verification.Malformed(
                                    "it is not a regular file of at most " + SignatureFile.MAX_BYTES / 1024 + " KiB"));
        }
        return new SignedApproval(file.name(), file.path(), statement.contractId(), proofs);
    }
}
