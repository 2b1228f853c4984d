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

    private Classifier(List<ChangedPath> changedPaths, Set<ChangedPath> ownFiles, Policies policies) {
        this.rules = new RuleMatcher(policies);
        this.ownFiles = ownFiles;
        for (ChangedPath changed : changedPaths) {
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
        return classify(change.paths(), ownFiles.green(), policies);
    }

    /** Classifies paths that somebody asks about, in the order of their bytes, whatever change they may be part of. */
    public static Classification classify(List<ChangedPath> paths, Policies policies) {
        return classify(paths, Set.of(), policies);
    }

    private static Classification classify(List<ChangedPath> paths, Set<ChangedPath> ownFiles, Policies policies) {
        Classifier classifier = new Classifier(paths, ownFiles, policies);
        List<ClassifiedPath> classified = new ArrayList<>();
        for (ChangedPath changed : paths) {
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
