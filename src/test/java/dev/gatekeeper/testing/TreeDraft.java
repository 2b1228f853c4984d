package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** A tree in the making: what the next commit of a {@link GitHistory} holds. Paths have one char (0 to 255) a byte. */
final class TreeDraft {

    static final int FOLDER = 0040000;

    private int mode;
    private ObjectId id;
    /** The entries by name, once they have been looked at; raw trees are written back unread as long as nobody looks. */
    private Optional<Map<String, TreeDraft>> children = Optional.empty();

    private TreeDraft(int mode, ObjectId id) {
        this.mode = mode;
        this.id = id;
    }

    static TreeDraft empty() {
        return of(new TreeMap<>());
    }

    static TreeDraft of(Map<String, TreeDraft> children) {
        TreeDraft draft = new TreeDraft(FOLDER, ObjectId.zeroId());
        draft.children = Optional.of(children);
        return draft;
    }

    static TreeDraft of(int mode, ObjectId id) {
        return new TreeDraft(mode, id);
    }

    int mode() {
        return mode;
    }

    ObjectId id() {
        return id;
    }

    /** Puts {@code entry} at {@code path}, in place of what is there; folders come into being on the way. */
    void put(ObjectReader reader, String path, TreeDraft entry) throws IOException {
        int slash = path.indexOf('/');
        Map<String, TreeDraft> known = children(reader);
        if (slash < 0) {
            known.put(path, entry);
            return;
        }
        TreeDraft folder = known.get(path.substring(0, slash));
        if (folder == null || folder.mode != FOLDER) {
            folder = empty();
            known.put(path.substring(0, slash), folder);
        }
        folder.put(reader, path.substring(slash + 1), entry);
    }

    /** Takes out what is at {@code path}, and the folders that this leaves empty. */
    TreeDraft remove(ObjectReader reader, String path) throws IOException {
        int slash = path.indexOf('/');
        Map<String, TreeDraft> known = children(reader);
        String name = slash < 0 ? path : path.substring(0, slash);
        TreeDraft entry = known.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("nothing at " + path);
        }
        if (slash < 0) {
            known.remove(name);
            return entry;
        }
        TreeDraft removed = entry.remove(reader, path.substring(slash + 1));
        if (entry.children(reader).isEmpty()) {
            known.remove(name);
        }
        return removed;
    }

    /** Stores the tree with all below and returns its id. */
    ObjectId write(ObjectInserter inserter) throws IOException {
        if (children.isEmpty()) {
            return id;
        }
        TreeMap<String, TreeDraft> sorted = new TreeMap<>(Comparator.naturalOrder());
        children.get().forEach((name, entry) -> sorted.put(entry.mode == FOLDER ? name + "/" : name, entry));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<String, TreeDraft> named : sorted.entrySet()) {
            TreeDraft entry = named.getValue();
            String name = entry.mode == FOLDER
                    ? named.getKey().substring(0, named.getKey().length() - 1)
                    : named.getKey();
            bytes.writeBytes(entryBytes(entry.mode, name, entry.write(inserter)));
        }
        return inserter.insert(Constants.OBJ_TREE, bytes.toByteArray());
    }

    /** One entry as a tree object holds it. */
    static byte[] entryBytes(int mode, String name, ObjectId id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((Integer.toOctalString(mode) + " " + name + "\0").getBytes(ISO_8859_1));
        byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(raw, 0);
        bytes.writeBytes(raw);
        return bytes.toByteArray();
    }

    /** The entries by name, those of no deeper folder; whoever changes the map changes the tree. */
    Map<String, TreeDraft> children(ObjectReader reader) throws IOException {
        if (children.isEmpty()) {
            Map<String, TreeDraft> read = new TreeMap<>();
            CanonicalTreeParser parser = new CanonicalTreeParser();
            for (parser.reset(reader, id); !parser.eof(); parser.next()) {
                byte[] name = new byte[parser.getNameLength()];
                parser.getName(name, 0);
                read.put(new String(name, ISO_8859_1), of(parser.getEntryRawMode(), parser.getEntryObjectId()));
            }
            children = Optional.of(read);
        }
        return children.get();
    }
}
