package dev.gatekeeper.audit;

import java.util.Locale;

/** What a change that entered a branch is. */
public enum Kind {
    /** The gate would have let it pass. */
    ANSWERED(false),
    /** It would have, but git doesn't say that these commits came together, and nobody has said so. */
    JOINED(true),
    /** It would have, if somebody has reviewed it, which git doesn't know. */
    REVIEWED(true),
    /** The gate would have warned only, since the roll-out lasted. */
    LET_THROUGH(false),
    /** The gate would have blocked it. */
    AROUND(true),
    /** No verdict is possible. */
    UNDECIDABLE(true),
    /** One of those that fail, for which somebody has answered since. */
    ACCEPTED(false);

    private final boolean fails;

    Kind(boolean fails) {
        this.fails = fails;
    }

    /** Whether an audit fails that finds one. */
    public boolean fails() {
        return fails;
    }

    /** As {@code audit.json} spells it, such as {@code let_through}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
