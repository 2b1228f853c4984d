package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What the next commit of a history holds, in memory.
 *
 * @param <H> the history, which every method returns
 */
public abstract class GitStaging<H extends GitStaging<H>> {

    final GitStore store;
    TreeDraft draft = TreeDraft.empty();

    GitStaging(GitStore store) {
        this.store = store;
    }

    abstract H self();

    public H write(String path, String text) {
        return write(path, text.getBytes(UTF_8));
    }

    public H write(String path, byte[] content) {
        return entry(path, 0100644, object("blob", content));
    }

    public H symlink(String path, String linkTarget) {
        return entry(path, 0120000, object("blob", linkTarget.getBytes(UTF_8)));
    }

    public H submodule(String path, String commitId) {
        return entry(path, 0160000, commitId);
    }

    /** Stages an object under any mode, also one that no tool writes. */
    public H entry(String path, int mode, String id) {
        return entry(path.getBytes(UTF_8), mode, id);
    }

    /** As {@link #entry(String, int, String)}, for a path that need not be UTF-8. */
    public H entry(byte[] path, int mode, String id) {
        String raw = new String(path, ISO_8859_1);
        return store.reading(reader -> {
            draft.put(reader, raw, TreeDraft.of(mode, ObjectId.fromString(id)));
            return self();
        });
    }

    /** Stages a tree made of any bytes (see {@link #treeEntry}) as the folder {@code path}, or as the root where it is empty. */
    public H raw(String path, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        String id = object("tree", bytes.toByteArray());
        if (path.isEmpty()) {
            draft = TreeDraft.of(TreeDraft.FOLDER, ObjectId.fromString(id));
            return self();
        }
        return entry(path, TreeDraft.FOLDER, id);
    }

    /** One entry of a tree's bytes. */
    public static byte[] treeEntry(int mode, String name, String id) {
        return TreeDraft.entryBytes(mode, rawName(name), ObjectId.fromString(id));
    }

    /** Deletes a file, or a folder with all below. */
    public H delete(String path) {
        return store.reading(reader -> {
            draft.remove(reader, rawName(path));
            return self();
        });
    }

    /** Moves a file, or a folder with all below. */
    public H move(String from, String to) {
        return store.reading(reader -> {
            draft.put(reader, rawName(to), draft.remove(reader, rawName(from)));
            return self();
        });
    }

    public H chmod(String path, boolean executable) {
        TreeDraft file = store.reading(reader -> draft.remove(reader, rawName(path)));
        return entry(path, executable ? 0100755 : 0100644, file.id().name());
    }

    /** Stages an empty tree in place of all there is. */
    public H clear() {
        draft = TreeDraft.empty();
        return self();
    }

    /** Stores an object of any bytes and returns its id; {@code type} is blob, tree, commit or tag. */
    public String object(String type, byte[] content) {
        int code = switch (type) {
            case "commit" -> Constants.OBJ_COMMIT;
            case "tree" -> Constants.OBJ_TREE;
            case "blob" -> Constants.OBJ_BLOB;
            case "tag" -> Constants.OBJ_TAG;
            default -> throw new IllegalArgumentException(type);
        };
        return store.writing(inserter -> inserter.insert(code, content).name());
    }

    private static String rawName(String path) {
        return new String(path.getBytes(UTF_8), ISO_8859_1);
    }
}
