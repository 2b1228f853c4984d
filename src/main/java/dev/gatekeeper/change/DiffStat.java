package dev.gatekeeper.change;

/** How much of an entry a change alters. */
public sealed interface DiffStat {

    /**
     * The lines of a text.
     *
     * @param added how many head has and the merge base has not
     * @param removed how many the merge base has and head has not
     */
    record Lines(int added, int removed) implements DiffStat {}

    /**
     * The sizes of what is no text, or of a text too large to compare.
     *
     * @param before bytes at the merge base; 0 where it holds nothing
     * @param after bytes at head; 0 where it holds nothing
     */
    record Bytes(long before, long after) implements DiffStat {}
}
