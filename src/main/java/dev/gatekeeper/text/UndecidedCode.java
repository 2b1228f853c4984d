package dev.gatekeeper.text;

import java.util.Locale;

/**
 * Why no verdict is possible. Two reasons are of one kind when a reader mends them alike, and docs/messages.md explains each kind, in
 * this order.
 */
public enum UndecidedCode {
    PARAMETER_MISSING,
    PARAMETER_INVALID,
    PARAMETER_GARBLED,
    PARAMETER_UNKNOWN,
    PARAMETER_MISPLACED,
    PARAMETER_CONFLICT,
    FILE_UNREADABLE,
    INPUT_UNTRUSTED,
    NOT_ISOLATED,

    REPOSITORY_MISSING,
    REPOSITORY_FORMAT,
    REPOSITORY_PARTIAL,
    REPOSITORY_UNREADABLE,
    WORKTREE_UNSUPPORTED,
    HISTORY_SHALLOW,
    HISTORY_REPLACED,
    OBJECT_MISSING,
    OBJECT_MALFORMED,

    TARGET_UNKNOWN,
    REF_UNKNOWN,
    REF_INVALID,
    REF_AMBIGUOUS,
    REF_NO_COMMIT,
    TARGET_STALE,
    TARGET_AGE_UNKNOWN,
    MERGE_BASE_MISSING,
    MERGE_BASES_SEVERAL,
    TARGET_UNMERGED,
    HISTORY_REWRITTEN,

    TARGET_POLICY_MISSING,
    TARGET_POLICY_INVALID,
    ORG_POLICY_MISSING,
    ORG_POLICY_INVALID,
    LEDGER_INVALID,
    ACCEPTED_INVALID,

    NOTHING_TO_APPROVE,
    STATEMENT_IMPOSSIBLE,
    ID_TAKEN,
    WORK_TREE_UNREADY,
    OUTPUT_UNWRITABLE,

    JAVA_INCOMPLETE,
    MEMORY_EXHAUSTED,
    UNEXPECTED;

    /** The code as messages, records and documents spell it, such as {@code history-shallow}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
