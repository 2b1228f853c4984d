package dev.gatekeeper.testing;

import dev.gatekeeper.git.BlindJGit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The objects and refs of one repository, to be written by a test. */
final class GitStore implements AutoCloseable {

    /** Work on a repository that may fail. */
    interface Work<I, O> {
        O on(I input) throws IOException;
    }

    private final Repository repository;

    private GitStore(Repository repository) {
        this.repository = repository;
    }

    static GitStore create(Path gitFolder, boolean bare) {
        GitStore store = open(gitFolder);
        return store.with(repository -> {
            repository.create(bare);
            return store;
        });
    }

    static GitStore open(Path gitFolder) {
        BlindJGit.install();
        try {
            return new GitStore(
                    new FileRepositoryBuilder().setGitDir(gitFolder.toFile()).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T with(Work<Repository, T> work) {
        try {
            return work.on(repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T reading(Work<ObjectReader, T> work) {
        return with(any -> {
            try (ObjectReader reader = any.newObjectReader()) {
                return work.on(reader);
            }
        });
    }

    <T> T writing(Work<ObjectInserter, T> work) {
        return with(any -> {
            try (ObjectInserter inserter = any.newObjectInserter()) {
                T result = work.on(inserter);
                inserter.flush();
                return result;
            }
        });
    }

    /** The commit that {@code name} stands for: an id, a full ref, a branch or {@code HEAD}. */
    ObjectId commit(String name) {
        if (ObjectId.isId(name)) {
            return ObjectId.fromString(name);
        }
        return with(any -> {
            for (String full : List.of(name, "refs/heads/" + name)) {
                Ref ref = any.exactRef(full);
                if (ref != null && ref.getObjectId() != null) {
                    return ref.getObjectId();
                }
            }
            throw new IllegalArgumentException("no commit " + name);
        });
    }

    boolean hasCommits() {
        return with(any -> {
            Ref head = any.exactRef(Constants.HEAD);
            return head != null && head.getObjectId() != null;
        });
    }

    ObjectId treeOf(String commit) {
        return with(any -> {
            try (RevWalk walk = new RevWalk(any)) {
                return walk.parseCommit(commit(commit)).getTree().getId();
            }
        });
    }

    /** The merge of two commits, from the first of their merge bases; throws on a conflict. */
    TreeDraft merged(ObjectId ours, ObjectId theirs) {
        Optional<ObjectId> base = mergeBase(ours, theirs);
        return writing(inserter -> reading(reader -> new TreeMerge(reader, inserter)
                .of(base.map(id -> tree(id.name())), tree(ours.name()), tree(theirs.name()))));
    }

    TreeDraft tree(String commit) {
        return TreeDraft.of(TreeDraft.FOLDER, treeOf(commit));
    }

    private Optional<ObjectId> mergeBase(ObjectId ours, ObjectId theirs) {
        return with(any -> {
            try (RevWalk walk = new RevWalk(any)) {
                walk.setRevFilter(RevFilter.MERGE_BASE);
                walk.markStart(List.of(walk.parseCommit(ours), walk.parseCommit(theirs)));
                return Optional.ofNullable(walk.next()).map(RevCommit::getId);
            }
        });
    }

    /** Points {@code ref} at an object; {@code detach} replaces a symbolic ref instead of following it. */
    void point(String ref, ObjectId id, boolean detach) {
        with(any -> {
            RefUpdate update = any.updateRef(ref, detach);
            update.setNewObjectId(id);
            update.disableRefLog();
            return expect(ref, update.forceUpdate());
        });
    }

    void link(String ref, String to) {
        with(any -> {
            RefUpdate update = any.updateRef(ref);
            update.disableRefLog();
            return expect(ref, update.link(to));
        });
    }

    void unlink(String ref) {
        with(any -> {
            RefUpdate update = any.updateRef(ref);
            update.setForceUpdate(true);
            return expect(ref, update.delete());
        });
    }

    private static RefUpdate.Result expect(String ref, RefUpdate.Result result) {
        return switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> result;
            default -> throw new IllegalStateException(ref + ": " + result);
        };
    }

    @Override
    public void close() {
        repository.close();
    }
}
