package dev.gatekeeper.policy;

import java.util.stream.Stream;

/** Where a policy comes from. Never from the change that it judges. */
public enum Origin {
    /** {@code .gatekeeper/policy.yaml} of the target's tip. */
    TARGET,
    /** The organisation's policy, a file that CI brings. */
    ORGANISATION,
    /** The default that is packed into the plugin. */
    BUILT_IN;

    /** All of them, in the order in which policies in force are listed. */
    public static Stream<Origin> inOrder() {
        return Stream.of(TARGET, BUILT_IN, ORGANISATION);
    }
}
