package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is replaced as a whole or not at all. */
final class AtomicFile {

    private AtomicFile() {}

    /**
     * Replaces {@code file}; a symbolic link is replaced itself, and what it names stays as it is.
     *
     * @throws IOException when it cannot be replaced; then nothing is left beside it
     */
    static void replace(Path file, String content) throws IOException {
        replace(file, content.getBytes(UTF_8));
    }

    /** As {@link #replace(Path, String)}. */
    static void replace(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(".gatekeeper-" + UUID.randomUUID() + ".tmp");
        try {
            Files.write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(draft, e);
            throw about(file, e);
        }
    }

    /** The draft's random name tells a reader nothing. */
    private static IOException about(Path file, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new AccessDeniedException(file.toString());
        }
        return cause instanceof FileSystemException failure
                ? new FileSystemException(file.toString(), null, failure.getReason())
                : cause;
    }

    private static void discard(Path draft, IOException cause) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
