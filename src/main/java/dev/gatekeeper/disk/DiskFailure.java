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
        String why = why(failure);
        return Optional.ofNullable(failure.getFile())
                .map(file -> file + ": " + why)
                .orElse(why);
    }

    /** The reason alone, such as {@code permission is denied}. */
    public static String why(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "it leads nowhere";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it is there already";
        }
        return Optional.ofNullable(failure.getReason()).orElse("the file system refuses it");
    }
}
