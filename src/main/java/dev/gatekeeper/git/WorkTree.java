package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Overlay;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.UncommittedWork;
import dev.gatekeeper.text.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.FS;

/**
 * The comparison of a work tree with the commit that it has checked out.
 *
 * <p>It reads the index and the files as they are and writes neither: JGit's own status would run the filters of {@code .gitattributes},
 * which may be any command. So a file of a filter that was touched since git last looked at it counts as changed. What lies in a
 * submodule is left alone.
 */
final class WorkTree {

    /** A file that is larger is no text whose ends of lines a checkout has written anew. */
    private static final long LARGEST_TEXT = 4 * 1024 * 1024;

    /** What stands for the id of a file that can't be read. */
    private static final String UNREADABLE = "f".repeat(40);

    private final Path root;
    private final boolean knowsExecutable;
    private final boolean knowsLinks;
    private final Map<RawPath, DirCacheEntry> index = new HashMap<>();
    private final Map<Path, Boolean> realFolders = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private final Unread unread = new Unread();

    private WorkTree(Path root, Path indexFile, Config config) throws IOException {
        this.root = root;
        this.knowsExecutable = config.getBoolean("core", "filemode", true);
        this.knowsLinks = config.getBoolean("core", "symlinks", true);
        DirCache cache = DirCache.read(indexFile.toFile(), FS.DETECTED);
        for (int i = 0; i < cache.getEntryCount(); i++) {
            DirCacheEntry entry = cache.getEntry(i);
            index.put(RawPath.ofBytes(entry.getRawPath()), entry);
        }
    }

    /**
     * Compares the work tree of {@code location} with {@code head}. What can't be read is said and never a failure, since no verdict goes
     * by it.
     *
     * @param config the repository's
     * @param head the root folder of the commit that it has checked out
     */
    static UncommittedWork compare(Location location, Config config, TreeDiff trees, ObjectId head) {
        if (location.workTree().isEmpty()) {
            return UncommittedWork.NONE;
        }
        Path root = location.workTree().get();
        Path indexFile = location.gitFolder().resolve("index");
        if (!Files.exists(indexFile)) {
            return UncommittedWork.none(List.of("nothing is checked out here, so there is no uncommitted work"));
        }
        try {
            WorkTree tree = new WorkTree(root, indexFile, config);
            SortedMap<RawPath, Entry> now = tree.tracked();
            tree.addUntracked(Ignored.of(root, location.commonFolder(), config), now);
            return new UncommittedWork(
                    new Overlay(difference(trees.files(head), now), tree.contents()), tree.unread.sentences());
        } catch (IOException | RuntimeException e) {
            return UncommittedWork.none(List.of("uncommitted work can't be read and is left out: " + Failures.say(e)));
        }
    }

    private void addUntracked(Ignored ignored, Map<RawPath, Entry> now) {
        Map<RawPath, Path> found = new UntrackedFiles(root, index.keySet(), ignored, unread).find();
        for (Map.Entry<RawPath, Path> file : found.entrySet()) {
            onDisk(file.getValue(), Optional.empty()).ifPresent(entry -> now.put(file.getKey(), entry));
        }
    }

    private static SortedMap<RawPath, Entry> difference(Map<RawPath, Entry> head, Map<RawPath, Entry> now) {
        SortedMap<RawPath, Entry> difference = new TreeMap<>();
        for (Map.Entry<RawPath, Entry> entry : now.entrySet()) {
            Entry before = head.getOrDefault(entry.getKey(), Entry.ABSENT);
            if (!TreeDiff.isSame(before, entry.getValue())) {
                difference.put(entry.getKey(), entry.getValue());
            }
        }
        for (RawPath path : head.keySet()) {
            if (!now.containsKey(path)) {
                difference.put(path, Entry.ABSENT);
            }
        }
        return difference;
    }

    /** What lies at each path of the index that has something. */
    private SortedMap<RawPath, Entry> tracked() {
        SortedMap<RawPath, Entry> tracked = new TreeMap<>();
        for (Map.Entry<RawPath, DirCacheEntry> entry : index.entrySet()) {
            now(entry.getKey(), entry.getValue()).ifPresent(found -> tracked.put(entry.getKey(), found));
        }
        return tracked;
    }

    private Optional<Entry> now(RawPath path, DirCacheEntry staged) {
        Entry asStaged = new Entry(staged.getRawMode(), staged.getObjectId().name());
        if (asStaged.isSubmodule() || staged.isSkipWorkTree() || staged.isAssumeValid()) {
            return Optional.of(asStaged);
        }
        Optional<Path> file = fileOf(path);
        if (file.isEmpty()) {
            unread.name(path.display());
            return Optional.of(asStaged);
        }
        return liesInRealFolders(file.get()) ? onDisk(file.get(), Optional.of(staged)) : Optional.empty();
    }

    private Optional<Path> fileOf(RawPath path) {
        try {
            return path.isUtf8() ? Optional.of(root.resolve(path.text())) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What lies behind a symbolic link is not in the work tree. */
    private boolean liesInRealFolders(Path file) {
        Path folder = file.getParent();
        if (folder == null || folder.equals(root)) {
            return true;
        }
        Boolean known = realFolders.get(folder);
        if (known == null) {
            known = Files.isDirectory(folder, NOFOLLOW_LINKS) && liesInRealFolders(folder);
            realFolders.put(folder, known);
        }
        return known;
    }

    /** The entry that git would make of {@code file}; empty where there is nothing that git keeps. */
    private Optional<Entry> onDisk(Path file, Optional<DirCacheEntry> staged) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (found.isDirectory()) {
                // Only a repository of its own is handed on as one file.
                return staged.isPresent() ? Optional.empty() : Optional.of(new Entry(0160000, Entry.ABSENT.id()));
            }
            if (found.isSymbolicLink()) {
                byte[] to = Files.readSymbolicLink(file).toString().getBytes(UTF_8);
                return Optional.of(new Entry(0120000, Digests.blobId(to)));
            }
            // A pipe, which is none of git's, would be read for ever.
            return found.isRegularFile() ? Optional.of(regular(file, found, staged)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            unread.name(root.relativize(file).toString());
            return Optional.of(new Entry(0100644, UNREADABLE));
        }
    }

    private Entry regular(Path file, BasicFileAttributes found, Optional<DirCacheEntry> staged) throws IOException {
        int mode = mode(file, staged);
        if (staged.isEmpty()) {
            return new Entry(mode, id(file, found));
        }
        String asStaged = staged.get().getObjectId().name();
        boolean unchanged = isUntouched(found, staged.get());
        String id = unchanged ? asStaged : id(file, found);
        boolean same = unchanged || id.equals(asStaged) || differsInLineEnds(file, found, asStaged);
        return new Entry(mode, same ? asStaged : id);
    }

    private int mode(Path file, Optional<DirCacheEntry> staged) {
        int asStaged = staged.map(DirCacheEntry::getRawMode).orElse(0100644);
        boolean link = (asStaged & 0170000) == 0120000;
        if (link) {
            return knowsLinks ? 0100644 : asStaged;
        }
        return knowsExecutable ? Files.isExecutable(file) ? 0100755 : 0100644 : asStaged;
    }

    /** As git tells it without reading: by size and time, unless JGit found that both were written in one moment. */
    private boolean isUntouched(BasicFileAttributes found, DirCacheEntry staged) {
        Instant written = found.lastModifiedTime().toInstant();
        return found.size() == staged.getLength()
                && written.equals(staged.getLastModifiedInstant())
                && !staged.isSmudged();
    }

    private String id(Path file, BasicFileAttributes found) throws IOException {
        try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS);
                ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            String id = formatter.idFor(Constants.OBJ_BLOB, found.size(), in).name();
            files.put(id, file);
            return id;
        }
    }

    /** A checkout may have written them so, whatever the index knows of the file's size. */
    private static boolean differsInLineEnds(Path file, BasicFileAttributes found, String asStaged) throws IOException {
        if (found.size() > LARGEST_TEXT) {
            return false;
        }
        String text = Files.readString(file, ISO_8859_1).replace("\r\n", "\n");
        return Digests.blobId(text.getBytes(ISO_8859_1)).equals(asStaged);
    }

    private Overlay.Contents contents() {
        Map<String, Path> read = Map.copyOf(files);
        return new Overlay.Contents() {
            @Override
            public boolean has(Entry file) {
                return read.containsKey(file.id()) || file.id().equals(UNREADABLE);
            }

            @Override
            public Optional<byte[]> read(Entry file, int limit) {
                Optional<Path> path = Optional.ofNullable(read.get(file.id()));
                if (path.isEmpty()) {
                    return Optional.of(new byte[0]);
                }
                return Failures.guard(path.get(), () -> {
                    try (InputStream in = Files.newInputStream(path.get(), NOFOLLOW_LINKS)) {
                        byte[] bytes = in.readNBytes(limit + 1);
                        return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
                    }
                });
            }
        };
    }
}
