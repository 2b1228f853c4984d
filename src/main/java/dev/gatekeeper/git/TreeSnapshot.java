package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** The files below one tree; every tree on the way is checked. */
final class TreeSnapshot implements Snapshot {

    private final Path gitFolder;
    private final ObjectReader reader;
    private final CheckedTrees checked;
    private final ObjectId root;

    TreeSnapshot(Path gitFolder, ObjectReader reader, CheckedTrees checked, ObjectId root) {
        this.gitFolder = gitFolder;
        this.reader = reader;
        this.checked = checked;
        this.root = root;
    }

    @Override
    public String tree() {
        return root.name();
    }

    @Override
    public Entry entry(RawPath path) {
        try {
            Entry at = new Entry(0040000, root.name());
            for (RawPath.Part part : path.parts()) {
                if (!at.isFolder()) {
                    return Entry.ABSENT;
                }
                Optional<RawPath> folder =
                        part.folder().isEmpty() ? Optional.empty() : Optional.of(new RawPath(part.folder()));
                at = child(at, folder, part.name());
            }
            return at;
        } catch (IOException | RuntimeException e) {
            throw Failures.of(gitFolder, e);
        }
    }

    @Override
    public List<RawPath> entries(Optional<RawPath> folder) {
        try {
            Entry at = folder.isPresent() ? entry(folder.get()) : new Entry(0040000, root.name());
            List<RawPath> entries = new ArrayList<>();
            if (at.isFolder()) {
                String above = folder.isPresent() ? folder.get().bytes() + "/" : "";
                CanonicalTreeParser parser = new CanonicalTreeParser();
                for (parser.reset(checked.read(ObjectId.fromString(at.id()), folder)); !parser.eof(); parser.next()) {
                    byte[] name = new byte[parser.getNameLength()];
                    parser.getName(name, 0);
                    entries.add(new RawPath(above + new String(name, ISO_8859_1)));
                }
            }
            return entries;
        } catch (IOException | RuntimeException e) {
            throw Failures.of(gitFolder, e);
        }
    }

    /** In one walk: to find one entry takes as long as to list all. */
    @Override
    public Map<RawPath, Entry> listing(RawPath folder) {
        try {
            Entry at = entry(folder);
            Map<RawPath, Entry> listing = new TreeMap<>();
            if (at.isFolder()) {
                CanonicalTreeParser parser = new CanonicalTreeParser();
                for (parser.reset(checked.read(ObjectId.fromString(at.id()), Optional.of(folder)));
                        !parser.eof();
                        parser.next()) {
                    byte[] name = new byte[parser.getNameLength()];
                    parser.getName(name, 0);
                    listing.put(
                            new RawPath(folder.bytes() + "/" + new String(name, ISO_8859_1)),
                            new Entry(
                                    parser.getEntryRawMode(),
                                    parser.getEntryObjectId().name()));
                }
            }
            return listing;
        } catch (IOException | RuntimeException e) {
            throw Failures.of(gitFolder, e);
        }
    }

    @Override
    public Optional<RawPath> holding(RawPath folder, String id) {
        try {
            Entry at = entry(folder);
            if (!at.isFolder()) {
                return Optional.empty();
            }
            ObjectId wanted = ObjectId.fromString(id);
            CanonicalTreeParser parser = new CanonicalTreeParser();
            for (parser.reset(checked.read(ObjectId.fromString(at.id()), Optional.of(folder)));
                    !parser.eof();
                    parser.next()) {
                if (new Entry(parser.getEntryRawMode(), id).isFile()
                        && parser.getEntryObjectId().equals(wanted)) {
                    byte[] name = new byte[parser.getNameLength()];
                    parser.getName(name, 0);
                    return Optional.of(new RawPath(folder.bytes() + "/" + new String(name, ISO_8859_1)));
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw Failures.of(gitFolder, e);
        }
    }

    private Entry child(Entry folder, Optional<RawPath> place, String name) throws IOException {
        byte[] wanted = name.getBytes(ISO_8859_1);
        CanonicalTreeParser parser = new CanonicalTreeParser();
        for (parser.reset(checked.read(ObjectId.fromString(folder.id()), place)); !parser.eof(); parser.next()) {
            byte[] found = new byte[parser.getNameLength()];
            parser.getName(found, 0);
            if (Arrays.equals(wanted, found)) {
                return new Entry(
                        parser.getEntryRawMode(), parser.getEntryObjectId().name());
            }
        }
        return Entry.ABSENT;
    }

    @Override
    public Optional<byte[]> read(Entry file, int limit) {
        if (!file.isFile()) {
            throw new IllegalArgumentException(file + " is not a file");
        }
        try {
            ObjectLoader content = reader.open(ObjectId.fromString(file.id()), Constants.OBJ_BLOB);
            // The limit of getCachedBytes is none below some size of its own.
            return content.getSize() > limit ? Optional.empty() : Optional.of(content.getBytes());
        } catch (IOException | RuntimeException e) {
            throw Failures.of(gitFolder, e);
        }
    }
}
