package dev.gatekeeper.policy;

import java.util.Locale;

/** What proves an approval; what proves more comes later. */
public enum Proof {
    /** The author typed the approver's name; nothing is verified. */
    NAMED("approval"),
    /** The pipeline says that the approver has reviewed this content. */
    REVIEWED("reviewed approval"),
    /** The approver signed a statement with a key of the policy. */
    SIGNED("signed approval");

    private final String asked;

    Proof(String asked) {
        this.asked = asked;
    }

    /** The word for it in policies and records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a rule that asks for it asks for, in the singular. */
    public String asked() {
        return asked;
    }

    /** Whether it proves as much as {@code other} or more. */
    public boolean isAtLeast(Proof other) {
        return compareTo(other) >= 0;
    }

    /** The stricter one. */
    Proof orStricter(Proof other) {
        return isAtLeast(other) ? this : other;
    }
}
