package dev.gatekeeper.audit;

import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commits for which somebody has answered since, as the file of {@code gatekeeper.accepted} names them. */
public final class Accepted {

    private final List<Acceptance> all;
    private final Set<Acceptance> used = new LinkedHashSet<>();

    Accepted(List<Acceptance> all) {
        this.all = List.copyOf(all);
    }

    public static Accepted nothing() {
        return new Accepted(List.of());
    }

    /**
     * {@code change}, accepted where it would make the audit fail and all that it consists of is named.
     *
     * @param classification the level of each path; empty where nothing could be decided
     */
    public AuditedChange settle(AuditedChange change, Optional<Classification> classification) {
        if (!change.kind().fails()) {
            return change;
        }
        List<Acceptance> named = named(change.step());
        if (named.isEmpty() && !change.step().isJoined() && classification.isPresent()) {
            named = all.stream()
                    .filter(one -> one instanceof Acceptance.OfTool tool
                            && fits(tool, change.step().head(), classification.get()))
                    .limit(1)
                    .toList();
        }
        used.addAll(named);
        return named.isEmpty() ? change : change.accepted(named.get(named.size() - 1));
    }

    /** What names each commit of {@code step}; nothing where one of them isn't named. */
    private List<Acceptance> named(Step step) {
        List<Acceptance> named = new ArrayList<>();
        for (FirstParent commit : step.commits()) {
            all.stream()
                    .filter(one ->
                            one instanceof Acceptance.OfCommit of && of.commit().equals(commit.id()))
                    .findFirst()
                    .ifPresent(named::add);
        }
        return named.size() == step.commits().size() ? named : List.of();
    }

    /** Subject and committer are free text, so that it has to be nothing of weight that they open the door to. */
    private static boolean fits(Acceptance.OfTool tool, FirstParent commit, Classification classification) {
        for (ClassifiedPath path : classification.paths()) {
            if (path.level() == Level.RED
                    || path.changed().path().isBelow(Layout.FOLDER)
                    || path.changed().path().equals(Layout.FOLDER)
                    || !tool.paths().hold(path.changed().path())) {
                return false;
            }
        }
        Person committer = commit.committer();
        return Set.of(committer.name(), committer.email(), committer.toString()).contains(tool.committer())
                && matches(tool.subject(), commit.subject());
    }

    /** Whether {@code text} is what {@code pattern} says, in which {@code *} alone is special; in time that no text can stretch. */
    static boolean matches(String pattern, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int behindStar = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                behindStar = in;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++behindStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /** What has accepted nothing, in the order of the file. */
    public List<Acceptance> unused() {
        return all.stream().filter(one -> !used.contains(one)).toList();
    }
}
