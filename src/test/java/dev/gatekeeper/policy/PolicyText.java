package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Policies for tests, from their texts. */
public final class PolicyText {

    private PolicyText() {}

    /** The policy that {@code text} is; fails where it is none. */
    public static Policy valid(String text, Origin origin) {
        PolicyReading reading = PolicyReader.read(text.getBytes(UTF_8), origin, "5".repeat(40));
        if (reading instanceof PolicyReading.Valid valid) {
            return valid.policy();
        }
        throw new AssertionError(reading);
    }
}
