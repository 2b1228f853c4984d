package dev.gatekeeper.policy;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.OwnFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gives each changed path its level: the strictest of all rules of all policies that it touches. */
public final class Classifier {

    private static final Comparator<Match> STRICTEST_FIRST =
            Comparator.comparing((Match match) -> match.rule().level()).reversed();

    private final List<PolicyMatcher> policies = new ArrayList<>();
    private final Trail trail;
    private final Set<ChangedPath> ownFiles;
    private final TreeSet<String> paths = new TreeSet<>();

    private Classifier(Change change, OwnFiles ownFiles, Policies policies) {
        List<Slot> slots = new ArrayList<>();
        for (Policy policy : policies.inForce()) {
            this.policies.add(new PolicyMatcher(policy, slots));
        }
        this.trail = new Trail(slots);
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
        Place place = Place.file(changed.path().text());
        Subject subject = new Subject(changed, place, trail.above(place.text()), standsForFolder(changed));
        List<Match> matches = new ArrayList<>();
        for (PolicyMatcher policy : policies) {
            matches.addAll(policy.matches(subject));
        }
        matches.sort(STRICTEST_FIRST);
        return new ClassifiedPath(changed, matches);
    }

    private boolean standsForFolder(ChangedPath changed) {
        return isLink(changed.before()) || isLink(changed.after()) || replacesFolder(changed);
    }

    /** What the change has below a path that head holds itself can only be deleted. */
    private boolean replacesFolder(ChangedPath changed) {
        String below = changed.path().bytes() + "/";
        String next = paths.ceiling(below);
        return !changed.after().isAbsent() && next != null && next.startsWith(below);
    }

    private static boolean isLink(Entry entry) {
        return entry.isSymbolicLink() || entry.isSubmodule();
    }
}
