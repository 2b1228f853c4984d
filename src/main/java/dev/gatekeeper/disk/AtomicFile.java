package dev.gatekeeper.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
 * @param content writes what is to lie there
 * @param replaces whether something may lie there already
 */
public record AtomicFile(Path file, Path draft, Content content, boolean replaces) {

    /** Content that need not be held as a whole. */
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** One that takes the place of what lies at {@code file}, if anything does. */
    public static AtomicFile of(Path file, byte[] content) {
        return of(file, content.clone(), true);
    }

    /** Likewise, of content that is made while it is written. */
    public static AtomicFile of(Path file, Content content) {
        return of(file, content, true);
    }

    /** One where nothing lies yet. */
    public static AtomicFile added(Path file, byte[] content) {
        return of(file, content.clone(), false);
    }

    private static AtomicFile of(Path file, byte[] content, boolean replaces) {
        return of(file, out -> out.write(content), replaces);
    }

    private static AtomicFile of(Path file, Content content, boolean replaces) {
        Path draft = file.resolveSibling(".gatekeeper-" + UUID.randomUUID() + ".tmp");
        return new AtomicFile(file, draft, content, replaces);
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
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            content.writeTo(out);
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
