package dev.gatekeeper.git;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.Config;

/**
 * What git doesn't ask to be added: by the {@code .gitignore} of a folder and of those above it, then by the repository's own lists. A
 * user's own list is not read.
 */
final class Ignored {

    private record Patterns(String folder, IgnoreNode node) {}

    private final List<Patterns> nearestFirst;

    private Ignored(List<Patterns> nearestFirst) {
        this.nearestFirst = nearestFirst;
    }

    /** What is ignored wherever it lies in the work tree {@code root}. */
    static Ignored of(Path root, Path commonFolder, Config config) throws IOException {
        List<Patterns> lists = new ArrayList<>();
        read("", commonFolder.resolve("info/exclude")).ifPresent(lists::add);
        String named = config.getString("core", null, "excludesFile");
        if (named != null && !named.startsWith("~")) {
            try {
                read("", root.resolve(named)).ifPresent(lists::add);
            } catch (InvalidPathException e) {
                // Git finds no such file either.
            }
        }
        return new Ignored(lists);
    }

    /**
     * The same within {@code folder}, which may have a list of its own.
     *
     * @param prefix its path with a slash behind it; empty at the root
     */
    Ignored in(Path folder, String prefix) throws IOException {
        Optional<Patterns> own = read(prefix, folder.resolve(".gitignore"));
        if (own.isEmpty()) {
            return this;
        }
        List<Patterns> all = new ArrayList<>(nearestFirst);
        all.add(0, own.get());
        return new Ignored(all);
    }

    /** Whether {@code path}, no folder above which is ignored, is. */
    boolean covers(String path, boolean folder) {
        for (Patterns patterns : nearestFirst) {
            Boolean ignored = patterns.node.checkIgnored(path.substring(patterns.folder.length()), folder);
            if (ignored != null) {
                return ignored;
            }
        }
        return false;
    }

    private static Optional<Patterns> read(String prefix, Path file) throws IOException {
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        IgnoreNode node = new IgnoreNode();
        try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            node.parse(in);
        }
        return Optional.of(new Patterns(prefix, node));
    }
}
