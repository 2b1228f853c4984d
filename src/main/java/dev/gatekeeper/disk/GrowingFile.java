package dev.gatekeeper.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is written piece by piece, and put in its place as a whole or not at all. */
public final class GrowingFile implements AutoCloseable {

    private final Path file;
    private final Path draft;
    private final OutputStream out;

    private GrowingFile(Path file, Path draft, OutputStream out) {
        this.file = file;
        this.draft = draft;
        this.out = out;
    }

    /**
     * One that is going to take the place of what lies at {@code file}, if anything does; a symbolic link there is replaced itself.
     *
     * @throws IOException when nothing can be written beside it
     */
    public static GrowingFile replacing(Path file) throws IOException {
        Path draft = file.resolveSibling(".gatekeeper-" + UUID.randomUUID() + ".tmp");
        return new GrowingFile(
                file,
                draft,
                new BufferedOutputStream(
                        Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    }

    public void append(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Puts it in its place. */
    public void put() throws IOException {
        out.close();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing behind where it has not been put in its place. */
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
