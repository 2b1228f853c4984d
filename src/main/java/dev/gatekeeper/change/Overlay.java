package dev.gatekeeper.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be looked at as if a commit held it: entries beyond those of the commit, in the order of their paths.
 *
 * @param entries what lies at each path; {@link Entry#ABSENT} where nothing does
 * @param contents what a file that no commit holds has in it
 */
public record Overlay(SortedMap<RawPath, Entry> entries, Contents contents) {

    /** The contents of files, by the ids of their entries. */
    public interface Contents {

        /** Of nothing. */
        Contents NONE = new Contents() {
            @Override
            public boolean has(Entry file) {
                return false;
            }

            @Override
            public Optional<byte[]> read(Entry file, int limit) {
                return Optional.empty();
            }
        };

        /** Whether the file is one that no commit need hold. */
        boolean has(Entry file);

        /** As {@link Snapshot#read}, for a file that it has. */
        Optional<byte[]> read(Entry file, int limit);
    }

    public Overlay {
        entries = new TreeMap<>(entries);
    }

    /** The files of {@code commit} with these in their places. */
    Snapshot over(Snapshot commit) {
        return new Overlaid(commit, this);
    }

    private Optional<Entry> at(RawPath path) {
        Optional<Entry> exact = Optional.ofNullable(entries.get(path));
        if (exact.isPresent() && !exact.get().isAbsent()) {
            return exact;
        }
        if (isFolder(path)) {
            return Optional.of(new Entry(0040000, Entry.ABSENT.id()));
        }
        return exact.isPresent() || liesBelowFile(path) ? Optional.of(Entry.ABSENT) : Optional.empty();
    }

    private boolean isFolder(RawPath path) {
        for (Map.Entry<RawPath, Entry> next :
                entries.tailMap(new RawPath(path.bytes() + "/")).entrySet()) {
            if (!next.getKey().isBelow(path)) {
                return false;
            }
            if (!next.getValue().isAbsent()) {
                return true;
            }
        }
        return false;
    }

    private boolean liesBelowFile(RawPath path) {
        for (Optional<RawPath> above = path.parent();
                above.isPresent();
                above = above.get().parent()) {
            Optional<Entry> entry = Optional.ofNullable(entries.get(above.get()));
            if (entry.isPresent() && !entry.get().isAbsent()) {
                return true;
            }
        }
        return false;
    }

    private record Overlaid(Snapshot commit, Overlay overlay) implements Snapshot {

        @Override
        public String tree() {
            return commit.tree();
        }

        @Override
        public Entry entry(RawPath path) {
            return overlay.at(path).orElseGet(() -> commit.entry(path));
        }

        @Override
        public List<RawPath> entries(Optional<RawPath> folder) {
            TreeSet<RawPath> entries = new TreeSet<>(commit.entries(folder));
            int depth = folder.map(path -> path.depth() + 1).orElse(0);
            for (RawPath path : overlay.entries.keySet()) {
                if (folder.isEmpty() || path.isBelow(folder.get())) {
                    entries.add(path.upTo(depth + 1));
                }
            }
            entries.removeIf(path -> entry(path).isAbsent());
            return new ArrayList<>(entries);
        }

        @Override
        public Optional<RawPath> holding(RawPath folder, String id) {
            for (RawPath path : entries(Optional.of(folder))) {
                Entry entry = entry(path);
                if (entry.isFile() && entry.id().equals(id)) {
                    return Optional.of(path);
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> read(Entry file, int limit) {
            return overlay.contents.has(file) ? overlay.contents.read(file, limit) : commit.read(file, limit);
        }
    }
}
