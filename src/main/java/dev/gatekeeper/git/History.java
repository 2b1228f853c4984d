package dev.gatekeeper.git;

import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;

/** What target and head have in common and what head has for itself, refused where a part of it can't be seen. */
final class History {

    private final Path gitFolder;
    private final Ancestry ancestry;
    private final Set<ObjectId> shallow;
    private final Revisions revisions;
    private final ObjectId target;
    private final ObjectId head;

    History(Path gitFolder, ObjectReader reader, Ancestry ancestry, Revisions revisions) throws IOException {
        this.gitFolder = gitFolder;
        this.ancestry = ancestry;
        this.shallow = reader.getShallowCommits();
        this.revisions = revisions;
        this.target = ObjectId.fromString(revisions.target());
        this.head = ObjectId.fromString(revisions.head());
    }

    /**
     * The one merge base of target and head.
     *
     * @throws CannotDecideException when there is none, or several, or history is cut off where another could lie
     */
    ObjectId mergeBase() throws IOException {
        Set<ObjectId> bases = ancestry.mergeBases(target, head);
        if (bases.size() == 1) {
            ObjectId base = bases.iterator().next();
            checkSeen(base);
            return base;
        }
        if (!shallow.isEmpty()) {
            throw cutOff(bases.isEmpty() ? "there is no merge base" : "there is no single merge base");
        }
        String problem = "Target '" + name() + "' and head " + revisions.head();
        if (bases.isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.MERGE_BASE_MISSING,
                    problem + " have no common history.",
                    "Merge the target into your branch: " + revisions.fetchFirst()
                            + "git merge --allow-unrelated-histories " + Shell.quote(name()));
        }
        throw new CannotDecideException(
                UndecidedCode.MERGE_BASES_SEVERAL,
                problem + " have " + bases.size() + " merge bases: "
                        + String.join(
                                ", ",
                                bases.stream().map(ObjectId::name).sorted().toList()) + ".",
                "Merge the target into your branch: " + revisions.mergeCommand());
    }

    /**
     * A clone that is cut off gives an older base than the true one, without a word: a change that merges an ancient commit could so
     * hide the very file that it reverts. The base is the true one when all that leads to it is there.
     */
    private void checkSeen(ObjectId base) throws IOException {
        if (shallow.isEmpty()) {
            return;
        }
        Optional<RevCommit> cut = ancestry.since(base, List.of(target, head)).stream()
                .filter(shallow::contains)
                .findFirst();
        if (cut.isPresent()) {
            throw cutOff("history ends at " + cut.get().name());
        }
    }

    private CannotDecideException cutOff(String what) {
        return new CannotDecideException(
                UndecidedCode.HISTORY_SHALLOW,
                "'" + gitFolder + "' is a shallow clone: between target '" + name() + "' and head " + revisions.head()
                        + " " + what + ".",
                "Fetch the whole history (fetch-depth: 0 in CI) from a repository that has it: git fetch --unshallow");
    }

    /** The commits that head reaches and the target does not, each before its parents. */
    List<RevCommit> commits(ObjectId mergeBase) throws IOException {
        return ancestry.since(mergeBase, List.of(head));
    }

    private String name() {
        return revisions.shownTarget();
    }
}
