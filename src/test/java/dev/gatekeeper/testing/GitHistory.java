package dev.gatekeeper.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A real git history in the making, without a git on the machine: the same calls give the same ids.
 *
 * <p>Changes are staged in memory ({@link #write}, {@link #delete} …) until a commit takes them. No file of the work tree is
 * written unless {@link #fillWorkTree} is called. Ids are 40 hex digits, paths are relative with {@code /}, people are
 * {@code Name <email>}, and a revision is an id, a full ref, a branch's short name or {@code HEAD}.
 */
public final class GitHistory extends GitStaging<GitHistory> implements AutoCloseable {

    /** Who commits when nobody else is named. */
    public static final String AUTHOR = "Ada Author <ada@acme.example>";

    private long seconds = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private GitHistory(GitStore store) {
        super(store);
    }

    /** A new repository with the work tree {@code folder}, on the unborn branch {@code main}. */
    public static GitHistory init(Path folder) {
        return create(folder.resolve(".git"), false);
    }

    /** A new bare repository {@code folder}, on the unborn branch {@code main}. */
    public static GitHistory initBare(Path folder) {
        return create(folder, true);
    }

    private static GitHistory create(Path gitFolder, boolean bare) {
        GitHistory history = new GitHistory(GitStore.create(gitFolder, bare));
        history.store.link(Constants.HEAD, "refs/heads/main");
        return history;
    }

    /** Sets when the next commit is made, in seconds since 1970; each commit lets a minute pass. */
    public GitHistory at(long epochSeconds) {
        seconds = epochSeconds;
        return this;
    }

    public String commit(String message) {
        return commit(message, AUTHOR, AUTHOR);
    }

    public String commit(String message, String author) {
        return commit(message, author, author);
    }

    /** Commits what is staged on top of {@code HEAD} and returns its id; co-authors are lines of the message. */
    public String commit(String message, String author, String committer) {
        return commit(message, author, committer, List.of());
    }

    /** Merges {@code other} into {@code HEAD} as git does, always with a merge commit; throws on a conflict. */
    public String merge(String other) {
        draft = store.merged(store.commit(Constants.HEAD), store.commit(other));
        return commit("Merge " + other, AUTHOR, AUTHOR, List.of(other));
    }

    /** Commits what is staged, with {@code HEAD} as the first parent and {@code others} as the further ones. */
    public String commit(String message, String author, String committer, List<String> others) {
        CommitBuilder commit = new CommitBuilder();
        List<ObjectId> parents = new ArrayList<>();
        if (store.hasCommits()) {
            parents.add(store.commit(Constants.HEAD));
        }
        others.forEach(other -> parents.add(store.commit(other)));
        commit.setParentIds(parents);
        commit.setAuthor(person(author));
        commit.setCommitter(person(committer));
        commit.setMessage(message);
        ObjectId id = store.writing(inserter -> {
            commit.setTreeId(draft.write(inserter));
            return inserter.insert(commit);
        });
        seconds += 60;
        store.point(Constants.HEAD, id, false);
        return id.name();
    }

    private PersonIdent person(String person) {
        int open = person.indexOf('<');
        String name = open < 0 ? person : person.substring(0, open).strip();
        String email = open < 0 ? "" : person.substring(open + 1, person.length() - 1);
        return new PersonIdent(name, email, Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    /** Makes the branch {@code name} at {@code HEAD} and goes on on it. */
    public GitHistory branch(String name) {
        store.point("refs/heads/" + name, store.commit(Constants.HEAD), true);
        store.link(Constants.HEAD, "refs/heads/" + name);
        return this;
    }

    /** Goes on on the branch {@code name}; what is staged is dropped. */
    public GitHistory checkout(String name) {
        store.link(Constants.HEAD, "refs/heads/" + name);
        return reset();
    }

    /** Goes on at {@code revision} with a detached {@code HEAD}; what is staged is dropped. */
    public GitHistory detach(String revision) {
        store.point(Constants.HEAD, store.commit(revision), true);
        return reset();
    }

    /** Goes on on the unborn branch {@code name}, without any history. */
    public GitHistory orphan(String name) {
        store.link(Constants.HEAD, "refs/heads/" + name);
        return clear();
    }

    private GitHistory reset() {
        draft = store.tree(Constants.HEAD);
        return this;
    }

    /** Points the full name {@code ref} at an object. */
    public GitHistory ref(String ref, String revision) {
        store.point(ref, store.commit(revision), true);
        return this;
    }

    /** Makes {@code ref} a symbolic ref to the full name {@code to}. */
    public GitHistory symbolicRef(String ref, String to) {
        store.link(ref, to);
        return this;
    }

    public GitHistory deleteRef(String ref) {
        store.unlink(ref);
        return this;
    }

    /** The id of the commit that {@code revision} stands for. */
    public String id(String revision) {
        return store.commit(revision).name();
    }

    /** Writes the files of {@code HEAD}, and the index, to the work tree; files that {@code HEAD} lacks and git knew go. */
    public GitHistory fillWorkTree() {
        return store.with(repository -> {
            WorkTreeFiles.fill(repository, store.treeOf(Constants.HEAD));
            return this;
        });
    }

    @Override
    GitHistory self() {
        return this;
    }

    @Override
    public void close() {
        store.close();
    }
}
