package dev.gatekeeper.metrics;

/** Why a record is in no metric. The first that applies counts, in this order; what can't be read is nothing else. */
public enum LeftOut {
    SIMULATIONS("simulations", "rehearsals"),
    UNDECIDED("undecided", "runs that came to no verdict"),
    SKIPPED("skipped", "runs that judged nothing"),
    UNNAMED("unnamed", "records that name no change"),
    NOT_ENFORCED("not_enforced", "changes let through with warnings"),
    AUDIT("audit", "records of an audit, where the pipeline has left its own"),
    UNREADABLE("unreadable", "what is no record, or a damaged one");

    private final String key;
    private final String words;

    LeftOut(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its key in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /** What is left out, in plain words. */
    public String words() {
        return words;
    }
}
