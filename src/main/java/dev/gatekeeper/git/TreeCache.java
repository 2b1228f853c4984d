package dev.gatekeeper.git;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A reader that keeps the trees that it has read last: one commit after another holds mostly the same folders, and each is read as a
 * parent's, as the commit's own, and to be checked.
 */
final class TreeCache extends ObjectReader.Filter {

    /** Room for the three trees of a folder of a hundred thousand files. */
    private static final long MOST_BYTES = 32L << 20;

    private final ObjectReader delegate;
    private final Map<ObjectId, ObjectLoader> trees = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    TreeCache(ObjectReader delegate) {
        this.delegate = delegate;
    }

    @Override
    protected ObjectReader delegate() {
        return delegate;
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        if (type != Constants.OBJ_TREE) {
            return delegate.open(id, type);
        }
        if (id.equals(Constants.EMPTY_TREE_ID)) {
            // Git knows it without storing it.
            return new ObjectLoader.SmallObject(Constants.OBJ_TREE, new byte[0]);
        }
        ObjectLoader known = trees.get(id);
        if (known != null) {
            return known;
        }
        ObjectLoader read = delegate.open(id, type);
        if (!read.isLarge() && read.getSize() <= MOST_BYTES / 4) {
            trees.put(id.copy(), read);
            bytes += read.getSize();
            var oldest = trees.values().iterator();
            while (bytes > MOST_BYTES) {
                bytes -= oldest.next().getSize();
                oldest.remove();
            }
        }
        return read;
    }
}
