package dev.gatekeeper.verdict;

import dev.gatekeeper.policy.Origin;
import java.util.Set;

/**
 * A required file that is not what it has to be at head.
 *
 * @param path where it has to lie
 * @param problem what is the matter with it: {@code is missing}, {@code is blank} or {@code is not a regular file}
 * @param onTarget whether the target's tip has it as it has to be
 * @param askedBy the policies that require it
 */
public record RequiredFile(String path, String problem, boolean onTarget, Set<Origin> askedBy) {}
