package dev.gatekeeper.testing;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Trees;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A commit's files in memory; a path above a file is a folder. */
public final class MemorySnapshot implements Snapshot {

    private static final Entry FOLDER = new Entry(0040000, "f".repeat(40));

    private final Map<RawPath, Entry> entries = new HashMap<>();
    private final Map<Entry, byte[]> contents = new HashMap<>();

    /** Holds a regular file with {@code text}. */
    public MemorySnapshot with(String path, String text) {
        return with(path, 0100644, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Holds {@code content} under {@code mode}. */
    public MemorySnapshot with(String path, int mode, byte[] content) {
        Entry entry = new Entry(mode, idOf(content));
        entries.put(RawPath.of(path), entry);
        contents.put(entry, content);
        return this;
    }

    /** Holds nothing at {@code path}. */
    public MemorySnapshot without(String path) {
        entries.remove(RawPath.of(path));
        return this;
    }

    /** The trees of a change of which nothing but its head is looked at. */
    public static Trees trees(Snapshot head) {
        return new Trees(new MemorySnapshot(), new MemorySnapshot(), head);
    }

    @Override
    public String tree() {
        return FOLDER.id();
    }

    @Override
    public Entry entry(RawPath path) {
        boolean isFolder = entries.keySet().stream().anyMatch(file -> file.isBelow(path));
        return isFolder ? FOLDER : entries.getOrDefault(path, Entry.ABSENT);
    }

    @Override
    public List<RawPath> entries(Optional<RawPath> folder) {
        String above = folder.map(path -> path.bytes() + "/").orElse("");
        return entries.keySet().stream()
                .map(RawPath::bytes)
                .filter(path -> path.startsWith(above))
                .map(path -> above + path.substring(above.length()).split("/", -1)[0])
                .distinct()
                .sorted()
                .map(RawPath::new)
                .toList();
    }

    @Override
    public Optional<RawPath> holding(RawPath folder, String id) {
        return entries(Optional.of(folder)).stream()
                .filter(path -> entry(path).isFile() && entry(path).id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<byte[]> read(Entry file, int limit) {
        // What a test names by its id alone has that for its content.
        byte[] content = contents.getOrDefault(file, file.id().getBytes(StandardCharsets.UTF_8));
        return Optional.of(content).filter(bytes -> bytes.length <= limit);
    }

    private static String idOf(byte[] content) {
        return String.format("%040x", new String(content, StandardCharsets.ISO_8859_1).hashCode() & 0xffffffffL);
    }
}
