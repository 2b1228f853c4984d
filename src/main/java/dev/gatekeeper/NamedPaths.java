package dev.gatekeeper;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Overlay;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Paths that somebody asks about, as if a change altered each of them. */
final class NamedPaths {

    /** What an altered file has, whatever that may be. */
    private static final String ALTERED = "e".repeat(40);

    private static final Overlay.Contents EMPTY = new Overlay.Contents() {
        @Override
        public boolean has(Entry file) {
            return file.id().equals(ALTERED);
        }

        @Override
        public Optional<byte[]> read(Entry file, int limit) {
            return Optional.of(new byte[0]);
        }
    };

    private final Snapshot files;
    private final SortedMap<RawPath, Entry> altered = new TreeMap<>();

    private NamedPaths(Snapshot files) {
        this.files = files;
    }

    /**
     * The paths {@code named}.
     *
     * @param files where a folder among them stands for all files below it; what isn't there is a file yet to be added
     * @throws CannotDecideException when one is no path of a repository
     */
    static Overlay of(List<String> named, Snapshot files) {
        NamedPaths paths = new NamedPaths(files);
        named.forEach(paths::add);
        return new Overlay(paths.altered, EMPTY);
    }

    private void add(String named) {
        String inside = named.startsWith("./") ? named.substring(2) : named;
        String path = inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new CannotDecideException(
                        UndecidedCode.PARAMETER_INVALID,
                        "gatekeeper.paths holds '" + named + "', which is no path from the root of the repository",
                        "Name it as git does, such as -Dgatekeeper.paths=src/main/java/App.java,docs");
            }
        }
        alter(RawPath.of(path));
    }

    private void alter(RawPath path) {
        Entry entry = files.entry(path);
        if (entry.isFolder()) {
            files.entries(Optional.of(path)).forEach(this::alter);
        } else {
            altered.put(path, new Entry(entry.isAbsent() ? 0100644 : entry.mode(), ALTERED));
        }
    }
}
