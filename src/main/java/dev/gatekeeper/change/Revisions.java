package dev.gatekeeper.change;

import dev.gatekeeper.text.Shell;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two commits that a change lies between.
 *
 * @param targetRef the full ref by which the target was found; empty where it was given as a commit id
 * @param targetBranch the target branch's own full name, such as {@code refs/heads/main}, where it is known
 * @param target the target's tip, a full commit id
 * @param head the commit to judge, a full commit id
 * @param doubt why the target may not be its branch's tip; empty where it is, or is ahead of it
 */
public record Revisions(
        Optional<String> targetRef,
        Optional<String> targetBranch,
        String target,
        String head,
        Optional<TargetDoubt> doubt) {

    private static final Pattern REMOTE = Pattern.compile("refs/remotes/(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)/");

    /** Two commits, the target of which is not in doubt. */
    public Revisions(Optional<String> targetRef, Optional<String> targetBranch, String target, String head) {
        this(targetRef, targetBranch, target, head, Optional.empty());
    }

    /**
     * What goes before a command that names the target, so that it means today's and not what this clone fetched last: a fetch of its
     * remote, where it is of one.
     */
    public String fetchFirst() {
        Matcher remote = REMOTE.matcher(targetRef.orElse(""));
        return remote.lookingAt() ? "git fetch " + remote.group("name") + " && " : "";
    }

    /** The command that fetches both commits, whatever the branches are called in the clone that it is run in. */
    public String fetchCommits() {
        return fetchCommand(target + " " + head);
    }

    /** The command that fetches {@code commits}, full ids with blanks between them, from where the target comes from. */
    public String fetchCommand(String commits) {
        Matcher remote = REMOTE.matcher(targetRef.orElse(""));
        return "git fetch " + (remote.lookingAt() ? remote.group("name") : "origin") + " " + commits;
    }

    /** The command by which an author brings the target's changes into the change, as it can be pasted into a shell. */
    public String mergeCommand() {
        return fetchFirst() + "git merge " + Shell.quote(shownTarget());
    }

    /** The target in the form that git commands take: its full ref, or else its commit id. */
    public String shownTarget() {
        return targetRef.orElse(target);
    }
}
