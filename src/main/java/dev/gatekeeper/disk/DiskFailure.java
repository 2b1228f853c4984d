package dev.gatekeeper.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why the disk refused something, in words for people. */
public final class DiskFailure {

    private DiskFailure() {}

    /** The place and the reason, such as {@code /a/b: permission is denied}. */
    public static String reason(IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return String.valueOf(e.getMessage());
        }
        String why = Optional.ofNullable(failure.getReason()).orElse("the file system refuses it");
        if (failure instanceof AccessDeniedException) {
            why = "permission is denied";
        } else if (failure instanceof NoSuchFileException) {
            why = "it leads nowhere";
        } else if (failure instanceof FileAlreadyExistsException) {
            why = "it is there already";
        }
        String said = why;
        return Optional.ofNullable(failure.getFile())
                .map(file -> file + ": " + said)
                .orElse(said);
    }
}
