package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Revisions;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commands that remedies name, as they can be pasted into a shell. */
final class NextStep {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/.][A-Za-z0-9_./@:+-]*");

    private NextStep() {}

    /**
     * How an approver of the contract {@code id} sees what they sign, in any clone that has both commits. The plugin is named in full,
     * because its prefix is known only where a POM or the settings declare it.
     */
    static String sign(Revisions revisions, String id) {
        Optional<String> name = revisions.targetRef().isPresent() ? Optional.empty() : revisions.targetBranch();
        return revisions.fetchFirst() + "mvn dev.gatekeeper:gatekeeper-maven-plugin:approve -Dgatekeeper.contract=" + id
                + " -Dgatekeeper.target=" + quote(revisions.shownTarget())
                + name.map(branch -> " -Dgatekeeper.targetName=" + quote(branch))
                        .orElse("")
                + " -Dgatekeeper.head=" + revisions.head();
    }

    /** How an author brings the target's changes into the change. */
    static String merge(Revisions revisions) {
        return revisions.fetchFirst() + "git merge " + quote(revisions.shownTarget());
    }

    /** How an author gets back what the target has at {@code paths}. */
    static String restore(Revisions revisions, Collection<String> paths) {
        StringBuilder command = new StringBuilder("git checkout ")
                .append(quote(revisions.shownTarget()))
                .append(" --");
        for (String path : paths) {
            command.append(' ').append(quote(path));
        }
        return command.toString();
    }

    private static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
