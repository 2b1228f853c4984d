package dev.gatekeeper;

import dev.gatekeeper.change.InputFile;
import java.util.Optional;

/**
 * Which branch to audit.
 *
 * @param request the run, the repository, the target, the reviews and the organisation's policy; it names no change
 * @param since the full id of the first parent after which to begin; empty for the adoption
 * @param joined whether joined steps count as answered for
 * @param accepted the commits that somebody has answered for since
 */
public record AuditRequest(Request request, Optional<String> since, boolean joined, Optional<InputFile> accepted) {}
