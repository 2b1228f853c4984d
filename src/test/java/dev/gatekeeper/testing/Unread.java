package dev.gatekeeper.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/** Tells which files of a checkout somebody opened, git's own aside; by their times of access, where the file system keeps them. */
public final class Unread {

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private Unread() {}

    /** Makes every file look as if nobody had ever opened it. */
    public static void mark(Path checkout) throws IOException {
        for (Path file : files(checkout)) {
            Files.setAttribute(file, "lastAccessTime", NEVER);
        }
    }

    /** The files that somebody opened since; none where the file system doesn't tell. */
    public static List<Path> opened(Path checkout) throws IOException {
        List<Path> opened = new ArrayList<>();
        for (Path file : files(checkout)) {
            if (!Files.getAttribute(file, "lastAccessTime").equals(NEVER)) {
                opened.add(checkout.relativize(file));
            }
        }
        return opened;
    }

    private static List<Path> files(Path checkout) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(checkout, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
