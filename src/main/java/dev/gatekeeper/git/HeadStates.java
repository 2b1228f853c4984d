package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Finds out which of some paths a tree has as head has them.
 *
 * <p>It is asked for many commits in a row, of which most folders are the same; so what was found out for a folder is kept.
 */
final class HeadStates {

    private final CheckedTrees trees;
    private final List<ChangedPath> paths;
    private final Folder root = new Folder("");

    /** A folder that leads to some of the paths: the numbers of those in it, the folders in it, and what its trees came to. */
    private static final class Folder {

        private final String path;
        private final Map<String, Integer> entries = new HashMap<>();
        private final Map<String, Folder> folders = new HashMap<>();
        private final Map<ObjectId, BitSet> known = new HashMap<>();

        Folder(String path) {
            this.path = path;
        }
    }

    HeadStates(CheckedTrees trees, List<ChangedPath> paths) {
        this.trees = trees;
        this.paths = List.copyOf(paths);
        for (int number = 0; number < paths.size(); number++) {
            String path = paths.get(number).path().bytes();
            Folder folder = root;
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String parent = path.substring(0, slash);
                folder = folder.folders.computeIfAbsent(name(parent), absent -> new Folder(parent));
            }
            folder.entries.put(name(path), number);
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The numbers of the paths that the root folder {@code tree} has as head has them. */
    BitSet in(ObjectId tree) throws IOException {
        return in(root, tree);
    }

    /** @param tree the zero id where there is no such folder */
    private BitSet in(Folder folder, ObjectId tree) throws IOException {
        BitSet known = folder.known.get(tree);
        if (known == null) {
            known = read(folder, tree);
            folder.known.put(tree.copy(), known);
        }
        return known;
    }

    private BitSet read(Folder folder, ObjectId tree) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        Map<String, ObjectId> trees = new HashMap<>();
        if (!tree.equals(ObjectId.zeroId())) {
            for (CanonicalTreeParser each = parser(folder, tree); !each.eof(); each.next(1)) {
                byte[] bytes = new byte[each.getNameLength()];
                each.getName(bytes, 0);
                String name = new String(bytes, ISO_8859_1);
                Entry entry = new Entry(
                        each.getEntryRawMode(), each.getEntryObjectId().name());
                if (entry.isFolder()) {
                    trees.put(name, each.getEntryObjectId());
                } else {
                    entries.put(name, entry);
                }
            }
        }
        BitSet same = new BitSet();
        for (Map.Entry<String, Integer> path : folder.entries.entrySet()) {
            Entry entry = entries.getOrDefault(path.getKey(), Entry.ABSENT);
            same.set(
                    path.getValue(),
                    TreeDiff.isSame(entry, paths.get(path.getValue()).after()));
        }
        for (Map.Entry<String, Folder> below : folder.folders.entrySet()) {
            same.or(in(below.getValue(), trees.getOrDefault(below.getKey(), ObjectId.zeroId())));
        }
        return same;
    }

    private CanonicalTreeParser parser(Folder folder, ObjectId tree) throws IOException {
        Optional<RawPath> path = folder.path.isEmpty() ? Optional.empty() : Optional.of(new RawPath(folder.path));
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(trees.read(tree, path));
        return parser;
    }
}
