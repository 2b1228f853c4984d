package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * A file that is replaced as a whole or not at all.
 *
 * @param file where; a symbolic link there is replaced itself, and what it names stays as it is
 * @param draft beside it, where the content is written first
 * @param bytes the new content, a char (0 to 255) a byte
 */
record AtomicFile(Path file, Path draft, String bytes) {

    static AtomicFile of(Path file, String content) {
        return of(file, content.getBytes(UTF_8));
    }

    static AtomicFile of(Path file, byte[] content) {
        Path draft = file.resolveSibling(".gatekeeper-" + UUID.randomUUID() + ".tmp");
        return new AtomicFile(file, draft, new String(content, ISO_8859_1));
    }

    /**
     * Replaces {@code files} in their order, once all their contents are on the disk.
     *
     * @throws IOException when one cannot be replaced; then no draft is left behind
     */
    static void replace(List<AtomicFile> files) throws IOException {
        try {
            for (AtomicFile file : files) {
                file.write();
            }
            for (AtomicFile file : files) {
                file.put();
            }
        } catch (IOException e) {
            files.forEach(file -> file.discard(e));
            throw e;
        }
    }

    private void write() throws IOException {
        try {
            Files.write(draft, bytes.getBytes(ISO_8859_1), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw aboutFile(e);
        }
    }

    private void put() throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw aboutFile(e);
        }
    }

    /** The draft's random name tells a reader nothing. */
    private IOException aboutFile(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new AccessDeniedException(file.toString());
        }
        return cause instanceof FileSystemException failure
                ? new FileSystemException(file.toString(), null, failure.getReason())
                : cause;
    }

    private void discard(IOException cause) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
