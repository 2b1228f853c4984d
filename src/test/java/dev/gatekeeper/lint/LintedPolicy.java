package dev.gatekeeper.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyReading;
import dev.gatekeeper.policy.PolicySource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Policies for tests of what is found in them. */
final class LintedPolicy {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private LintedPolicy() {}

    static Policy of(String text) {
        PolicyReading reading =
                PolicySource.candidate(FileContent.of(text.getBytes(UTF_8)), "0".repeat(40), TODAY, Optional.empty());
        if (reading instanceof PolicyReading.Valid valid) {
            return valid.policy();
        }
        throw new IllegalArgumentException(text + "\n" + reading);
    }

    /** A policy of these rules, each {@code id LEVEL pattern pattern …}. */
    static Policy rules(String... rules) {
        return of(text(rules));
    }

    static String text(String... rules) {
        StringBuilder text = new StringBuilder("version: 1\nrequiredFiles: []\nrules:\n");
        for (String rule : rules) {
            String[] parts = rule.split(" ", 3);
            text.append("  - id: ").append(parts[0]).append("\n    level: ").append(parts[1]);
            text.append("\n    paths:\n");
            text.append(Arrays.stream(parts[2].split(" ", -1))
                    .map(pattern -> "      - '" + pattern + "'\n")
                    .collect(Collectors.joining()));
        }
        return text.toString();
    }
}
