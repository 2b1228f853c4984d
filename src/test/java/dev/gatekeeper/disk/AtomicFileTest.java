package dev.gatekeeper.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path temp;

    @Test
    void leavesNoDraftBehindWhenAFileCannotBePutThere() throws IOException {
        Path folder = temp.resolve("full");
        Files.createDirectories(folder.resolve("inner"));
        Path gone = temp.resolve("gone/file");
        Path old = Files.writeString(temp.resolve("old"), "old");

        assertThatThrownBy(() -> AtomicFile.write(List.of(replacing(folder), replacing(old))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageNotContaining(".tmp");
        assertThatThrownBy(() -> AtomicFile.write(List.of(replacing(old), replacing(gone))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(gone.toString())
                .hasMessageNotContaining(".tmp");
        assertThat(old).hasContent("old");
        assertThat(temp.toFile().list()).containsExactlyInAnyOrder("full", "old");
    }

    @Test
    void addsNothingWhereSomethingLies() throws IOException {
        Path there = Files.writeString(temp.resolve("there"), "old");
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("nowhere"));
        for (Path taken : List.of(there, link)) {
            assertThatThrownBy(() -> AtomicFile.write(
                            List.of(added(temp.resolve("new")), AtomicFile.added(taken, "new".getBytes(UTF_8)))))
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessage(taken.toString());
        }
        assertThat(there).hasContent("old");
        assertThat(temp.toFile().list()).containsExactlyInAnyOrder("there", "link");

        AtomicFile.write(List.of(added(temp.resolve("new"))));
        assertThat(temp.resolve("new")).hasContent("new");
    }

    private static AtomicFile added(Path file) {
        return AtomicFile.added(file, "new".getBytes(UTF_8));
    }

    private static AtomicFile replacing(Path file) {
        return AtomicFile.of(file, "new".getBytes(UTF_8));
    }
}
