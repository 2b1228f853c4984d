package dev.gatekeeper.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.text.Digests;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that goes from a work tree, as long as a commit has it so that it can be had back.
 *
 * @param file where
 * @param id what git calls its content, 40 hex digits
 */
public record CommittedFile(Path file, String id) {

    /** A file that is larger is none of those that go. */
    private static final long LARGEST = 256 * 1024;

    /**
     * Deletes {@code files}, and the folders that hold nothing more.
     *
     * @throws IOException when one is not as it was committed, or can't be deleted
     */
    public static void delete(List<CommittedFile> files) throws IOException {
        for (CommittedFile file : files) {
            file.check();
            Files.delete(file.file);
            deleteEmptyFolders(file.file);
        }
    }

    /**
     * Sees to it that the file is as it was committed, but for the ends of its lines, which a checkout may write anew.
     *
     * @throws IOException when it is not
     */
    public void check() throws IOException {
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    "it is not checked out, as in a sparse checkout: git sparse-checkout disable");
        }
        if (Files.size(file) > LARGEST || !isAsCommitted(Files.readString(file, ISO_8859_1))) {
            throw new FileSystemException(file.toString(), null, "it is not as it was committed");
        }
    }

    private boolean isAsCommitted(String text) {
        return Digests.blobId(text.getBytes(ISO_8859_1)).equals(id)
                || Digests.blobId(text.replace("\r\n", "\n").getBytes(ISO_8859_1))
                        .equals(id);
    }

    /** As git does: it keeps no empty folder. */
    private static void deleteEmptyFolders(Path file) throws IOException {
        try {
            for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
                Files.delete(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // What is left in it stays.
        }
    }
}
