package dev.gatekeeper.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * A file that is written as a whole or not at all.
 *
 * @param file where; a symbolic link there is replaced itself, and what it names stays as it is
 * @param draft beside it, where the content is written first
 * @param bytes the new content, a char (0 to 255) a byte
 * @param replaces whether something may lie there already
 */
public record AtomicFile(Path file, Path draft, String bytes, boolean replaces) {

    /** One that takes the place of what lies at {@code file}, if anything does. */
    public static AtomicFile of(Path file, byte[] content) {
        return of(file, content, true);
    }

    /** One where nothing lies yet. */
    public static AtomicFile added(Path file, byte[] content) {
        return of(file, content, false);
    }

    private static AtomicFile of(Path file, byte[] content, boolean replaces) {
        Path draft = file.resolveSibling(".gatekeeper-" + UUID.randomUUID() + ".tmp");
        return new AtomicFile(file, draft, new String(content, ISO_8859_1), replaces);
    }

    /**
     * Puts {@code files} in their places in their order, once all their contents are on the disk.
     *
     * @throws IOException when one cannot be put there; then no draft is left behind
     */
    public static void write(List<AtomicFile> files) throws IOException {
        try {
            for (AtomicFile file : files) {
                file.refuseToReplace();
            }
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

    private void refuseToReplace() throws IOException {
        if (!replaces && Files.exists(file, NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
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
            if (replaces) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(draft, file);
            }
        } catch (IOException e) {
            throw aboutFile(e);
        }
    }

    /** The draft's random name tells a reader nothing. */
    private IOException aboutFile(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new AccessDeniedException(file.toString());
        }
        if (cause instanceof FileAlreadyExistsException) {
            return new FileAlreadyExistsException(file.toString());
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
