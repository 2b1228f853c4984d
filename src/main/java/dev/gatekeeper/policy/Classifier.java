package dev.gatekeeper.policy;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.OwnFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each changed path its level: the strictest of all rules of all policies that it touches, see {@link RuleMatcher}. Of many changes by
 * the same policies one classifier tells faster than one for each.
 */
public final class Classifier {

    private final RuleMatcher rules;

    /** @param policies all that judge; each path has the strictest level that any gives */
    public Classifier(Policies policies) {
        this.rules = new RuleMatcher(policies);
    }

    /**
     * Classifies every path of {@code change}.
     *
     * @param ownFiles the change's own contracts and approvals, which are GREEN whatever any rule says
     */
    public Classification classify(Change change, OwnFiles ownFiles) {
        return classify(change.paths(), ownFiles.green());
    }

    /** Classifies paths that somebody asks about, in the order of their bytes, whatever change they may be part of. */
    public Classification classify(List<ChangedPath> paths) {
        return classify(paths, Set.of());
    }

    private Classification classify(List<ChangedPath> changedPaths, Set<ChangedPath> ownFiles) {
        Set<String> folders = foldersAbove(changedPaths);
        List<ClassifiedPath> classified = new ArrayList<>();
        for (ChangedPath changed : changedPaths) {
            classified.add(new ClassifiedPath(
                    changed,
                    changed.hasLanded() || ownFiles.contains(changed)
                            ? List.of()
                            : matches(changed, replacesFolder(changed, folders))));
        }
        return new Classification(classified);
    }

    private List<Match> matches(ChangedPath changed, boolean replacesFolder) {
        List<Match> matches = rules.matches(changed, replacesFolder);
        // The strictest first.
        matches.sort((one, other) -> other.rule().level().compareTo(one.rule().level()));
        return matches;
    }

    /** What the change has below a path that head holds itself can only be deleted. */
    private static boolean replacesFolder(ChangedPath changed, Set<String> folders) {
        return !changed.after().isAbsent() && folders.contains(changed.path().bytes());
    }

    private static Set<String> foldersAbove(List<ChangedPath> paths) {
        Set<String> folders = new HashSet<>();
        for (ChangedPath changed : paths) {
            String below = changed.path().bytes();
            int slash = below.lastIndexOf('/');
            // Those above a folder that is known are known too.
            while (slash > 0 && folders.add(below.substring(0, slash))) {
                slash = below.lastIndexOf('/', slash - 1);
            }
        }
        return folders;
    }
}
