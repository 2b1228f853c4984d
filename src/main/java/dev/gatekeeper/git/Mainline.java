package dev.gatekeeper.git;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.Revisions;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A branch by its first parents, and the commits that each of them has brought: those that it reaches, and the one before it doesn't.
 *
 * <p>All of history is looked at once, from the oldest first parent on. To ask for each step anew what two commits come from would be to
 * walk through it as often as there are steps.
 */
public final class Mainline {

    private final GitRepository repository;
    private final List<FirstParent> commits;
    private final Map<ObjectId, Brought> brought;

    private Mainline(GitRepository repository, List<FirstParent> commits, Map<ObjectId, Brought> brought) {
        this.repository = repository;
        this.commits = List.copyOf(commits);
        this.brought = brought;
    }

    /** @param commits the first parents after {@code since}, the oldest first */
    static Mainline of(GitRepository repository, ObjectReader reader, ObjectId since, List<FirstParent> commits) {
        Map<ObjectId, Brought> brought = new HashMap<>();
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            RevFlag seen = walk.newFlag("seen");
            unseen(walk, since, seen);
            for (FirstParent commit : commits) {
                ObjectId id = ObjectId.fromString(commit.id());
                brought.put(id, unseen(walk, id, seen));
            }
        }
        return new Mainline(repository, commits, brought);
    }

    /**
     * What a first parent has brought.
     *
     * @param commits itself first
     * @param unread why one of them can't be read, so that those before it are not known; it is a part of no later step
     */
    private record Brought(List<RevCommit> commits, Optional<IOException> unread) {}

    /**
     * {@code tip} and those that it reaches, as far as they had not been seen. Where one that lies before all steps can't be read, those
     * before it may come out as brought later: somebody too many may count as an author then, and nobody too few.
     */
    private static Brought unseen(RevWalk walk, ObjectId tip, RevFlag seen) {
        List<RevCommit> found = new ArrayList<>();
        Optional<IOException> unread = Optional.empty();
        Deque<RevCommit> open = new ArrayDeque<>(List.of(walk.lookupCommit(tip)));
        while (!open.isEmpty()) {
            RevCommit commit = open.pop();
            if (!commit.has(seen)) {
                commit.add(seen);
                try {
                    walk.parseHeaders(commit);
                    found.add(commit);
                    for (RevCommit parent : commit.getParents()) {
                        open.push(parent);
                    }
                } catch (IOException e) {
                    unread = Optional.of(e);
                } catch (RuntimeException e) {
                    // A malformed commit makes JGit throw about anything.
                    unread = Optional.of(new IOException(e));
                }
            }
        }
        return new Brought(found, unread);
    }

    /** The first parents, the oldest first. */
    public List<FirstParent> commits() {
        return commits;
    }

    /** As {@link GitRepository#commits}, for a step: from one first parent, the target, to another one, head. */
    public List<Commit> commits(Revisions step, Change change, CommitScope scope, List<FirstParent> of) {
        Map<ObjectId, RevCommit> found = new LinkedHashMap<>();
        List<FirstParent> newestFirst = new ArrayList<>(of);
        Collections.reverse(newestFirst);
        for (FirstParent commit : newestFirst) {
            for (RevCommit one : repository.read(() -> commits(commit))) {
                found.put(one.copy(), one);
            }
        }
        List<RevCommit> ordered = new ArrayList<>(CommitGraph.parentsFirst(found, Set.of()));
        Collections.reverse(ordered);
        return repository.commits(step, change, scope, ordered);
    }

    private List<RevCommit> commits(FirstParent of) throws IOException {
        Brought here = Objects.requireNonNull(brought.get(ObjectId.fromString(of.id())));
        if (here.unread().isPresent()) {
            throw here.unread().get();
        }
        return here.commits();
    }
}
