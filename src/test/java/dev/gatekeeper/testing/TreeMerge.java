package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * Merges two trees as git does where nothing was renamed. JGit's own merger isn't in the packed jar, which tests run against.
 *
 * @param reader reads the three trees
 * @param inserter stores the texts that come out
 */
record TreeMerge(ObjectReader reader, ObjectInserter inserter) {

    /** The merged folder; throws where both sides changed the same lines, or a file in ways that don't fit together. */
    TreeDraft of(Optional<TreeDraft> base, TreeDraft ours, TreeDraft theirs) throws IOException {
        Map<String, TreeDraft> before = base.isPresent() ? base.get().children(reader) : Map.of();
        Map<String, TreeDraft> left = ours.children(reader);
        Map<String, TreeDraft> right = theirs.children(reader);
        TreeSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        Map<String, TreeDraft> merged = new TreeMap<>();
        for (String name : names) {
            entry(
                            name,
                            Optional.ofNullable(before.get(name)),
                            Optional.ofNullable(left.get(name)),
                            Optional.ofNullable(right.get(name)))
                    .ifPresent(entry -> merged.put(name, entry));
        }
        return TreeDraft.of(merged);
    }

    private Optional<TreeDraft> entry(
            String name, Optional<TreeDraft> base, Optional<TreeDraft> ours, Optional<TreeDraft> theirs)
            throws IOException {
        if (same(ours, base) || same(ours, theirs)) {
            return theirs;
        }
        if (same(theirs, base)) {
            return ours;
        }
        if (ours.isPresent()
                && theirs.isPresent()
                && ours.get().mode() == theirs.get().mode()) {
            if (ours.get().mode() == TreeDraft.FOLDER) {
                TreeDraft merged = of(base.filter(entry -> entry.mode() == TreeDraft.FOLDER), ours.get(), theirs.get());
                return merged.children(reader).isEmpty() ? Optional.empty() : Optional.of(merged);
            }
            return Optional.of(text(name, base, ours.get(), theirs.get()));
        }
        throw conflict(name);
    }

    private static boolean same(Optional<TreeDraft> one, Optional<TreeDraft> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty()
                        || (one.get().mode() == other.get().mode()
                                && one.get().id().equals(other.get().id())));
    }

    private TreeDraft text(String name, Optional<TreeDraft> base, TreeDraft ours, TreeDraft theirs) throws IOException {
        RawText before = base.isPresent() ? content(base.get()) : RawText.EMPTY_TEXT;
        MergeResult<RawText> merged =
                new MergeAlgorithm().merge(RawTextComparator.DEFAULT, before, content(ours), content(theirs));
        if (merged.containsConflicts()) {
            throw conflict(name);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MergeFormatter().formatMerge(bytes, merged, List.of("base", "ours", "theirs"), UTF_8);
        return TreeDraft.of(ours.mode(), inserter.insert(Constants.OBJ_BLOB, bytes.toByteArray()));
    }

    private RawText content(TreeDraft file) throws IOException {
        return new RawText(reader.open(file.id(), Constants.OBJ_BLOB).getBytes());
    }

    private static IllegalArgumentException conflict(String name) {
        return new IllegalArgumentException("merging " + name + " conflicts");
    }
}
