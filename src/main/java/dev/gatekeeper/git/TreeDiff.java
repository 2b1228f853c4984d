package dev.gatekeeper.git;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The walk through several trees at once, in the order of their paths' bytes, past all that does not matter.
 *
 * <p>A file and a folder of one name are two entries, as in {@code git diff --raw}; every tree that is entered is checked.
 */
final class TreeDiff {

    /** What to do at one path of the walk. */
    interface Visitor {

        /** Whether the entry, a folder or not, matters; what lies below a folder that doesn't is passed over. */
        boolean matters(TreeWalk walk);

        /** Takes an entry that matters and is no folder. */
        void entry(TreeWalk walk) throws IOException;
    }

    private final ObjectReader reader;
    private final CheckedTrees checked;

    TreeDiff(ObjectReader reader, CheckedTrees checked) {
        this.reader = reader;
        this.checked = checked;
    }

    CheckedTrees checked() {
        return checked;
    }

    /** Walks through {@code trees}; the zero id stands for no tree at all. */
    void walk(List<ObjectId> trees, Visitor visitor) throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            for (ObjectId tree : trees) {
                if (tree.equals(ObjectId.zeroId())) {
                    walk.addTree(new EmptyTreeIterator());
                } else {
                    checked.check(tree, Optional.empty());
                    walk.addTree(tree);
                }
            }
            while (walk.next()) {
                if (visitor.matters(walk)) {
                    if (walk.isSubtree()) {
                        enter(walk);
                    } else {
                        visitor.entry(walk);
                    }
                }
            }
        }
    }

    /** Every entry below the folder {@code root} that is no folder itself. */
    SortedMap<RawPath, Entry> files(ObjectId root) throws IOException {
        SortedMap<RawPath, Entry> files = new TreeMap<>();
        walk(List.of(root), new Visitor() {
            @Override
            public boolean matters(TreeWalk walk) {
                return true;
            }

            @Override
            public void entry(TreeWalk walk) {
                files.put(path(walk), TreeDiff.entry(walk, 0));
            }
        });
        return files;
    }

    private void enter(TreeWalk walk) throws IOException {
        Optional<RawPath> path = Optional.of(path(walk));
        for (int tree = 0; tree < walk.getTreeCount(); tree++) {
            if (walk.getRawMode(tree) != 0) {
                checked.check(walk.getObjectId(tree), path);
            }
        }
        walk.enterSubtree();
    }

    static RawPath path(TreeWalk walk) {
        return RawPath.ofBytes(walk.getRawPath());
    }

    static Entry entry(TreeWalk walk, int tree) {
        int mode = walk.getRawMode(tree);
        return mode == 0 ? Entry.ABSENT : new Entry(mode, walk.getObjectId(tree).name());
    }

    /** Whether two trees differ at the walk's path; permission bits that git itself passes over are no difference. */
    static boolean differs(TreeWalk walk, int one, int other) {
        return canonical(walk.getRawMode(one)) != canonical(walk.getRawMode(other)) || !walk.idEqual(one, other);
    }

    /** Whether two entries are the same to git, see {@link #differs}. */
    static boolean isSame(Entry one, Entry other) {
        return canonical(one.mode()) == canonical(other.mode()) && one.id().equals(other.id());
    }

    /** The mode as git reads it: old tools wrote 100664, and any newer git silently writes 100644 in its place. */
    static int canonical(int mode) {
        boolean file = (mode & 0170000) == 0100000;
        return file ? (mode & 0100) == 0 ? 0100644 : 0100755 : mode & 0170000;
    }
}
