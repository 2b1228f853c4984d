package dev.gatekeeper.verdict;

import java.util.Optional;

/**
 * A contract that counts.
 *
 * @param path where it lies
 * @param sha256 of its bytes, 64 lower-case hex digits; empty where it could not be read, as all that follows
 * @param whatChanged what the author says
 * @param whyChanged likewise
 */
public record JudgedContract(
        String path, Optional<String> sha256, Optional<String> whatChanged, Optional<String> whyChanged) {

    static JudgedContract unreadable(String path) {
        return new JudgedContract(path, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
