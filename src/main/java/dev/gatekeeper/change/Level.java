package dev.gatekeeper.change;

/** How risky a path or a change is; declared in the order of risk, so {@link #compareTo} compares risk. */
public enum Level {
    GREEN,
    YELLOW,
    RED;

    /** The riskier of this level and {@code other}. */
    public Level orHigher(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether this level is as risky as {@code other} or riskier. */
    public boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
