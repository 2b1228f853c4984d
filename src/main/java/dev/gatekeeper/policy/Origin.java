package dev.gatekeeper.policy;

/** Where a policy comes from. Never from the change that it judges. */
public enum Origin {
    /** {@code .gatekeeper/policy.yaml} of the target's tip. */
    TARGET,
    /** The organisation's policy, a file that CI brings. */
    ORGANISATION,
    /** The default that is packed into the plugin. */
    BUILT_IN
}
