package dev.gatekeeper.change;

import dev.gatekeeper.text.CannotDecideException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one commit, read from git objects and never from a work tree. */
public interface Snapshot {

    /** The id of the root folder. */
    String tree();

    /**
     * What the commit holds at {@code path}: a file, link, submodule or folder, or {@link Entry#ABSENT}.
     *
     * @throws CannotDecideException when a tree on the way is missing or malformed
     */
    Entry entry(RawPath path);

    /**
     * The paths of what {@code folder} holds itself, in the order of the tree; none where it is no folder.
     *
     * @param folder empty for the root
     * @throws CannotDecideException when a tree on the way is missing or malformed
     */
    List<RawPath> entries(Optional<RawPath> folder);

    /** As {@link #entries}, each with what lies there. */
    default Map<RawPath, Entry> listing(RawPath folder) {
        Map<RawPath, Entry> listing = new TreeMap<>();
        for (RawPath path : entries(Optional.of(folder))) {
            listing.put(path, entry(path));
        }
        return listing;
    }

    /**
     * The first regular file that {@code folder} itself holds whose content git calls {@code id}, 40 hex digits.
     *
     * @throws CannotDecideException when a tree on the way is missing or malformed
     */
    Optional<RawPath> holding(RawPath folder, String id);

    /**
     * The content of a file.
     *
     * @param file an entry that {@link Entry#isFile() is a file}
     * @param limit the most bytes to read
     * @return its bytes, or empty when it has more than {@code limit}
     * @throws CannotDecideException when the object is missing or corrupt
     */
    Optional<byte[]> read(Entry file, int limit);

    /** What {@code entry}, of this commit, holds, if it is a regular file of at most {@code limit} bytes. */
    default FileContent content(Entry entry, int limit) {
        if (!entry.isFile()) {
            return FileContent.none(entry.isAbsent() ? FileContent.Flaw.MISSING : FileContent.Flaw.NOT_REGULAR, limit);
        }
        Optional<byte[]> bytes = read(entry, limit);
        return bytes.isPresent() ? FileContent.of(bytes.get()) : FileContent.none(FileContent.Flaw.TOO_LARGE, limit);
    }
}
