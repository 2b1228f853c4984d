package dev.gatekeeper.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A review that approves a change, as the pipeline knows it.
 *
 * @param login what the forge calls the reviewer
 * @param commit the commit that it was given for, a full id
 */
public record Review(String login, String commit) {

    private static final Pattern FORM = Pattern.compile("(?<login>[^,\\s]+)@(?<commit>[0-9a-f]{40})");

    /** What {@code LOGIN@COMMIT} stands for; empty where {@code text} is nothing of that form. */
    public static Optional<Review> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Review(form.group("login"), form.group("commit"))) : Optional.empty();
    }

    /** The commit as messages name it. */
    public String shortCommit() {
        return commit.substring(0, 12);
    }

    /** As the pipeline gives it. */
    @Override
    public String toString() {
        return login + "@" + commit;
    }
}
