package dev.gatekeeper.policy;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.OwnFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gives each changed path its level: the strictest of all rules of all policies that it touches, see {@link RuleMatcher}. */
public final class Classifier {

    private static final Comparator<Match> STRICTEST_FIRST =
            Comparator.comparing((Match match) -> match.rule().level()).reversed();

    private final RuleMatcher rules;
    private final Set<ChangedPath> ownFiles;
    private final TreeSet<String> paths = new TreeSet<>();

    private Classifier(Change change, OwnFiles ownFiles, Policies policies) {
        this.rules = new RuleMatcher(policies);
        this.ownFiles = ownFiles.green();
        for (ChangedPath changed : change.paths()) {
            paths.add(changed.path().bytes());
        }
    }

    /**
     * Classifies every path of {@code change}.
     *
     * @param ownFiles the change's own contracts and approvals, which are GREEN whatever any rule says
     * @param policies all that judge; each path has the strictest level that any gives
     */
    public static Classification classify(Change change, OwnFiles ownFiles, Policies policies) {
        Classifier classifier = new Classifier(change, ownFiles, policies);
        List<ClassifiedPath> classified = new ArrayList<>();
        for (ChangedPath changed : change.paths()) {
            classified.add(classifier.classify(changed));
        }
        return new Classification(classified);
    }

    private ClassifiedPath classify(ChangedPath changed) {
        if (changed.hasLanded() || ownFiles.contains(changed)) {
            return new ClassifiedPath(changed, List.of());
        }
        List<Match> matches = rules.matches(changed, replacesFolder(changed));
        matches.sort(STRICTEST_FIRST);
        return new ClassifiedPath(changed, matches);
    }

    /** What the change has below a path that head holds itself can only be deleted. */
    private boolean replacesFolder(ChangedPath changed) {
        String below = changed.path().bytes() + "/";
        String next = paths.ceiling(below);
        return !changed.after().isAbsent() && next != null && next.startsWith(below);
    }
}
