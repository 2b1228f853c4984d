package dev.gatekeeper.metrics;

import dev.gatekeeper.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of one record so far, and the first thing that is wrong with it.
 *
 * <p>A key that decides about a number and is missing, or says what it can't, makes the record unreadable: a guess would be a wrong number
 * that nobody sees.
 */
final class RecordDraft {

    /** The longest name of a repository or a change, in UTF-16 units. */
    private static final int MAX_ID = 1_000;

    private static final int MAX_SHOWN = 200;
    private static final int MAX_PEOPLE = 10;
    private static final int MAX_CODES = 50;

    private @Nullable String wrong;
    private VerdictRecord.@Nullable Verdict verdict;
    private long at = -1;
    private @Nullable String repository;
    private @Nullable String change;
    private boolean audit;
    private @Nullable Boolean simulation;
    private @Nullable Boolean enforced;
    private @Nullable Boolean incomplete;
    private @Nullable Boolean escalated;
    private @Nullable String level;
    private String reviewers = "";
    private String red = "";
    private int redPaths;
    private List<String> codes = List.of();
    private @Nullable String problem;
    private boolean findings;
    private boolean forHuman;
    private boolean rejected;

    /** The first thing that is wrong is told. */
    void wrong(String reason) {
        if (wrong == null) {
            wrong = reason;
        }
    }

    void verdict(@Nullable String word) {
        for (VerdictRecord.Verdict one : VerdictRecord.Verdict.values()) {
            if (one.name().equals(word)) {
                verdict = one;
            }
        }
        if (verdict == null) {
            wrong("its verdict is '" + shown(String.valueOf(word)) + "', which is none");
        }
    }

    void decidedAt(@Nullable String text) {
        OptionalLong time = text == null ? OptionalLong.empty() : DecidedAt.read(text);
        if (time.isPresent()) {
            at = time.getAsLong();
        } else if (text != null) {
            wrong("its decidedAt is '" + shown(text) + "', which is no time of the years 1970 to 9999");
        }
    }

    void repository(@Nullable String text) {
        repository = name("repository", text);
    }

    void change(@Nullable String text) {
        change = name("change", text);
    }

    /** A name as a reader can tell it from others; none where it is empty. */
    private @Nullable String name(String key, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        boolean unpaired = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            unpaired |= Characters.isSurrogate(text.codePointAt(at));
        }
        if (text.length() > MAX_ID || unpaired) {
            wrong("its " + key + " is longer than " + MAX_ID + " characters, or no Unicode");
        }
        return text;
    }

    void source(@Nullable String word) {
        audit = "audit".equals(word);
    }

    void simulation(@Nullable Boolean flag) {
        simulation = flag;
    }

    void enforced(@Nullable Boolean flag) {
        enforced = flag;
    }

    void incompleteContract(@Nullable Boolean flag) {
        incomplete = flag;
    }

    void escalationRequired(@Nullable Boolean flag) {
        escalated = flag;
    }

    /** @param count how many stand before it */
    void approval(int count, String approver, String proof) {
        if (count < MAX_PEOPLE) {
            reviewers += (count == 0 ? "" : ", ") + approver + " (" + proof + ")";
        } else if (count == MAX_PEOPLE) {
            reviewers += " and more";
        }
    }

    /** There is a list of them, be it empty. */
    void findings() {
        findings = true;
    }

    /** Each once. There are some twenty of them, and more only where somebody has invented them. */
    void code(String code) {
        rejected |= code.equals("escalation-rejected");
        if (!codes.contains(code) && codes.size() < MAX_CODES) {
            codes = codes.isEmpty() ? new ArrayList<>() : codes;
            codes.add(code);
        }
    }

    void mendedBy(String who) {
        forHuman |= who.equals("approver");
    }

    /** Whether the problem of another finding is worth reading: the first one is shown. */
    boolean lacksProblem() {
        return problem == null;
    }

    void problem(String text) {
        problem = text;
    }

    void level(String word) {
        level = word;
    }

    /** Counts one more, and says whether it is the first, which is enough to tell what a change was about. */
    boolean countRedPath() {
        redPaths++;
        return redPaths == 1;
    }

    void redPath(String path, String rule, String because) {
        red = path + " (" + rule + ": " + because + ")";
    }

    /** The record, where all is there that it has to say. */
    Reading record() {
        if (wrong == null) {
            require("verdict", verdict);
            require("decidedAt", at < 0 ? null : at);
            require("simulation", simulation);
            require("enforced", enforced);
        }
        boolean judged = verdict == VerdictRecord.Verdict.PASSED || verdict == VerdictRecord.Verdict.BLOCKED;
        if (wrong == null && judged) {
            require("incompleteContract", incomplete);
            require("escalation.required", escalated);
            require("findings", findings ? findings : null);
        }
        VerdictRecord.@Nullable Verdict word = verdict;
        if (wrong != null || word == null) {
            return new Reading.Unreadable(String.valueOf(wrong));
        }
        boolean blocked = word == VerdictRecord.Verdict.BLOCKED;
        return new VerdictRecord(
                word,
                at,
                repository,
                change,
                audit,
                Boolean.TRUE.equals(simulation),
                Boolean.TRUE.equals(enforced),
                blocked && Boolean.TRUE.equals(incomplete),
                judged && Boolean.TRUE.equals(escalated),
                judged && (!forHuman || rejected),
                blocked ? trigger() : null,
                blocked ? reason() : null,
                judged && !reviewers.isEmpty() ? reviewers : null);
    }

    private String trigger() {
        String change = level == null || level.isEmpty() ? "change" : level + " change";
        if (redPaths == 0) {
            return change;
        }
        return change + ": " + red + (redPaths == 1 ? "" : " and " + (redPaths - 1) + " more");
    }

    private String reason() {
        String words = problem == null ? "" : problem;
        return (words + " [" + String.join(", ", codes) + "]").strip();
    }

    private void require(String key, @Nullable Object value) {
        if (value == null) {
            wrong("it doesn't say '" + key + "'");
        }
    }

    /** A text as far as it is worth showing. */
    static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
