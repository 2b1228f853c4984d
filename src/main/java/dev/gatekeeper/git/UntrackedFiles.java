package dev.gatekeeper.git;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.change.RawPath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files of a work tree that git doesn't know and isn't told to ignore; a repository within it is one of them. */
final class UntrackedFiles {

    private static final String GIT = ".git";

    private final Path root;
    private final Set<RawPath> tracked;
    private final Ignored ignored;
    private final Unread unread;
    private final Map<RawPath, Path> found = new TreeMap<>();

    UntrackedFiles(Path root, Set<RawPath> tracked, Ignored ignored, Unread unread) {
        this.root = root;
        this.tracked = tracked;
        this.ignored = ignored;
        this.unread = unread;
    }

    Map<RawPath, Path> find() {
        enter(root, "", ignored);
        return found;
    }

    private void enter(Path folder, String prefix, Ignored above) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            Ignored here = above.in(folder, prefix);
            for (Path entry : entries) {
                take(entry, prefix, here);
            }
        } catch (DirectoryIteratorException | IOException e) {
            unread.name(prefix.isEmpty() ? "the root folder" : prefix);
        }
    }

    private void take(Path entry, String prefix, Ignored here) {
        String name = String.valueOf(entry.getFileName());
        String path = prefix + name;
        boolean folder = Files.isDirectory(entry, NOFOLLOW_LINKS);
        if (name.equalsIgnoreCase(GIT) || tracked.contains(RawPath.of(path)) || here.covers(path, folder)) {
            return;
        }
        if (name.indexOf('\uFFFD') >= 0) {
            unread.name(path);
        } else if (folder && !Files.exists(entry.resolve(GIT), NOFOLLOW_LINKS)) {
            enter(entry, path + "/", here);
        } else {
            found.put(RawPath.of(path), entry);
        }
    }
}
