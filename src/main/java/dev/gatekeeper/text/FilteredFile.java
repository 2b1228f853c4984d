package dev.gatekeeper.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** What a filter of git, named in {@code .gitattributes}, leaves in the repository in place of a file's content. */
public final class FilteredFile {

    /** The first line of a pointer, see https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
    private static final String LFS = "version https://git-lfs.github.com/spec/v1\n";

    private static final String LFS_ID = "\noid sha256:";
    private static final int MOST_OF_POINTER = 1024;

    /** The header of a file, see https://github.com/AGWA/git-crypt/blob/master/commands.cpp. */
    private static final String GIT_CRYPT = "\0GITCRYPT\0";

    private FilteredFile() {}

    /** What {@code content} is, where it is no file's own: {@code a Git LFS pointer} or {@code ciphertext of git-crypt}. */
    public static Optional<String> kind(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, MOST_OF_POINTER), ISO_8859_1);
        if (start.startsWith(GIT_CRYPT)) {
            return Optional.of("ciphertext of git-crypt");
        }
        boolean pointer = start.startsWith(LFS) && start.contains(LFS_ID) && content.length < MOST_OF_POINTER;
        return pointer ? Optional.of("a Git LFS pointer") : Optional.empty();
    }
}
