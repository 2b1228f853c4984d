package dev.gatekeeper.approvals;

import dev.gatekeeper.change.NearMiss;
import java.util.Optional;

/**
 * A file that is nearly an approval, and what it would prove where it is read.
 *
 * @param miss where it lies, and where it would be read
 * @param good what it would give, where it is a good signature of one of the change's contracts
 */
public record NearSignature(NearMiss miss, Optional<GivenApproval> good) {}
