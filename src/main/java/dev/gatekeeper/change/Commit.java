package dev.gatekeeper.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A commit of a change: one that head reaches and the target does not.
 *
 * @param id its id
 * @param authors its author, committer and co-authors, each person once
 * @param touched those of the paths asked for (see {@link CommitScope}) that it altered, or that hold what it did elsewhere, as far as
 *     can be told; a merge commit touches what would not have come out of it by itself
 * @param made those of {@code touched} that it left as head has them, and those that a merge of both parents' texts left so by itself
 * @param ownFilesOnly whether all that it touched, in the change or not, are contracts and approvals; false where that isn't asked
 */
public record Commit(String id, List<Author> authors, Set<RawPath> touched, Set<RawPath> made, boolean ownFilesOnly) {

    public Commit {
        authors = List.copyOf(authors);
        touched = Set.copyOf(touched);
        made = Set.copyOf(made);
    }

    /**
     * As a forge has squashed it: its author is who wrote it. Whom else it names, as committer or co-author, the forge may have put there
     * for pressing a button or for committing an approval. One that names no author stays as it is.
     */
    public Commit asSquashed() {
        List<Author> alone = new ArrayList<>();
        for (Author named : authors) {
            if (named.role() == Author.Role.AUTHOR) {
                alone.add(named);
            }
        }
        return alone.isEmpty() ? this : new Commit(id, alone, touched, made, ownFilesOnly);
    }
}
