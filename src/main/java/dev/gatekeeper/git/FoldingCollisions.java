package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.text.Folding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The search for paths that equal an added one when folded: the names that a change brings into a folder, held against all that head
 * has there, and against what the target has added there since the merge base. Each folder is read once, however many names are brought.
 */
final class FoldingCollisions implements TreeDiff.Visitor {

    private static final int MERGE_BASE = 0;
    private static final int HEAD = 1;
    private static final int TARGET = 2;

    private final List<RawPath> added = new ArrayList<>();
    private final Map<String, Folder> folders = new HashMap<>();

    /** The folders from the root to where the walk is. */
    private final List<Folder> way = new ArrayList<>();

    private FoldingCollisions(List<ChangedPath> paths) {
        Folder root = new Folder();
        folders.put("", root);
        for (ChangedPath changed : paths) {
            if (changed.status() == Status.ADDED) {
                expect(changed.path());
            }
        }
        way.add(root);
    }

    private void expect(RawPath path) {
        added.add(path);
        for (RawPath.Part step : path.parts()) {
            Folder folder = folders.get(step.folder());
            if (folder == null) {
                folder = new Folder();
                folders.put(step.folder(), folder);
            }
            folder.expect(step.name());
        }
    }

    /**
     * For each added path of {@code paths} that has a twin, or lies below a folder that has one, the twin.
     *
     * @param trees those of merge base, head and the target's tip
     */
    static Map<RawPath, RawPath> find(TreeDiff diff, List<ObjectId> trees, List<ChangedPath> paths) throws IOException {
        FoldingCollisions twins = new FoldingCollisions(paths);
        if (!twins.added.isEmpty()) {
            diff.walk(trees, twins);
        }
        return twins.found();
    }

    /** A folder that the change may bring names into. */
    private static final class Folder {
        private final Set<String> brought = new HashSet<>();
        private final Map<String, Pair> namesByFold = new HashMap<>();
        private final Set<Integer> hashes = new HashSet<>();

        void expect(String name) {
            if (brought.add(name)) {
                String fold = fold(name);
                namesByFold.put(fold, new Pair());
                hashes.add(fold.hashCode());
            }
        }

        /**
         * Whether the name that {@code entry} is at may fold like one that is brought. Of a folder of a hundred thousand names few do, and
         * the others are told by their bytes alone: ASCII folds to lower case, of which this is the hash.
         */
        boolean mayKnow(AbstractTreeIterator entry) {
            byte[] path = entry.getEntryPathBuffer();
            int hash = 0;
            for (int i = entry.getNameOffset(); i < entry.getEntryPathLength(); i++) {
                byte letter = path[i];
                if (letter < 0) {
                    return true;
                }
                hash = 31 * hash + (letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter);
            }
            return hashes.contains(hash);
        }

        void atMergeBase(String name) {
            brought.remove(name);
        }

        void afterMerge(String name) {
            Pair pair = namesByFold.get(fold(name));
            if (pair != null) {
                pair.add(name);
            }
        }

        Optional<String> twin(String name) {
            Pair pair = brought.contains(name) ? namesByFold.get(fold(name)) : null;
            return pair == null ? Optional.empty() : pair.other(name);
        }

        private static String fold(String name) {
            String text = new String(name.getBytes(ISO_8859_1), UTF_8);
            // Bytes that are not UTF-8 all read as this one character, and are no twins for that.
            return Folding.fold(text.indexOf('\uFFFD') < 0 ? text : new RawPath(name).display());
        }
    }

    /** The first two names of those that fold alike. */
    private static final class Pair {
        private Optional<String> first = Optional.empty();
        private Optional<String> second = Optional.empty();

        void add(String name) {
            if (first.isEmpty()) {
                first = Optional.of(name);
            } else if (second.isEmpty()) {
                second = Optional.of(name);
            }
        }

        Optional<String> other(String name) {
            return first.isPresent() && !first.get().equals(name) ? first : second;
        }
    }

    @Override
    public boolean matters(TreeWalk walk) {
        Folder folder = way.get(walk.getDepth());
        if (!walk.isSubtree() && !folder.mayKnow(entryOf(walk))) {
            return false;
        }
        String path = new String(walk.getRawPath(), ISO_8859_1);
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean old = walk.getRawMode(MERGE_BASE) != 0;
        if (old) {
            folder.atMergeBase(name);
        }
        if (walk.getRawMode(HEAD) != 0 || (!old && walk.getRawMode(TARGET) != 0)) {
            folder.afterMerge(name);
        }
        Folder below = walk.isSubtree() ? folders.get(path) : null;
        if (below == null) {
            return false;
        }
        way.subList(walk.getDepth() + 1, way.size()).clear();
        way.add(below);
        return true;
    }

    /** What any of the trees has where the walk is. */
    private static AbstractTreeIterator entryOf(TreeWalk walk) {
        for (int tree = 0; tree < walk.getTreeCount(); tree++) {
            AbstractTreeIterator entry = walk.getTree(tree, AbstractTreeIterator.class);
            if (entry != null) {
                return entry;
            }
        }
        throw new IllegalStateException("the walk is where no tree has anything");
    }

    @Override
    public void entry(TreeWalk walk) {
        // Names are all that counts, and matters() has seen them.
    }

    private Map<RawPath, RawPath> found() {
        Map<RawPath, RawPath> twins = new HashMap<>();
        for (RawPath path : added) {
            for (RawPath.Part step : path.parts()) {
                Optional<RawPath> twin = twin(step);
                if (twin.isPresent()) {
                    twins.put(path, twin.get());
                    break;
                }
            }
        }
        return twins;
    }

    private Optional<RawPath> twin(RawPath.Part step) {
        Folder folder = folders.get(step.folder());
        Optional<String> twin = folder == null ? Optional.empty() : folder.twin(step.name());
        String prefix = step.folder().isEmpty() ? "" : step.folder() + "/";
        return twin.isEmpty() ? Optional.empty() : Optional.of(new RawPath(prefix + twin.get()));
    }
}
