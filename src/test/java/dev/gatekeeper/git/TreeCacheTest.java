package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.Test;

class TreeCacheTest extends GitFixture {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void readsATreeOnce() throws IOException {
        history.write("A", "a").commit("Base");
        try (FileRepository repository = new FileRepository(folder.toFile());
                ObjectReader reader = new TreeCache(repository.newObjectReader())) {
            ObjectId tree = repository.resolve("HEAD^{tree}");
            ObjectId file = repository.resolve("HEAD:A");
            assertThat(reader.open(tree, Constants.OBJ_TREE)).isSameAs(reader.open(tree, Constants.OBJ_TREE));
            assertThat(reader.open(file, Constants.OBJ_BLOB)).isNotSameAs(reader.open(file, Constants.OBJ_BLOB));
        }
    }

    @Test
    void keepsThoseThatWereReadLastAndNoneThatIsLarge() throws IOException {
        List<ObjectId> trees = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            trees.add(ObjectId.fromString(history.object("tree", entries(i, MEBIBYTE))));
        }
        ObjectId large = ObjectId.fromString(history.object("tree", entries(33, 9 * MEBIBYTE)));
        try (FileRepository repository = new FileRepository(folder.toFile());
                ObjectReader reader = new TreeCache(repository.newObjectReader())) {
            Object first = reader.open(trees.get(0), Constants.OBJ_TREE);
            Object second = reader.open(trees.get(1), Constants.OBJ_TREE);
            for (ObjectId tree : trees) {
                reader.open(tree, Constants.OBJ_TREE);
                assertThat(reader.open(trees.get(0), Constants.OBJ_TREE)).isSameAs(first);
            }
            assertThat(reader.open(trees.get(1), Constants.OBJ_TREE)).isNotSameAs(second);
            assertThat(reader.open(large, Constants.OBJ_TREE)).isNotSameAs(reader.open(large, Constants.OBJ_TREE));
        }
    }

    /** About {@code size} bytes of entries, which differ by {@code number}. */
    private static byte[] entries(int number, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] id = new byte[20];
        for (int i = 0; bytes.size() < size; i++) {
            byte[] name = "100644 file-%d-%09d\0".formatted(number, i).getBytes(UTF_8);
            bytes.write(name, 0, name.length);
            bytes.write(id, 0, id.length);
        }
        return bytes.toByteArray();
    }
}
