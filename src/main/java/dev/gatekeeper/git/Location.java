package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a repository lies; all real paths.
 *
 * @param workTree the folder that holds {@code .git}; empty for a bare repository
 * @param gitFolder what git calls the git directory: {@code HEAD} lies there
 * @param commonFolder where objects, refs and configuration lie; differs from {@code gitFolder} in a linked worktree only
 */
public record Location(Optional<Path> workTree, Path gitFolder, Path commonFolder) {

    private static final String DOT_GIT = ".git";
    private static final String REMEDY =
            "Run it in a checkout, or name the repository with -Dgatekeeper.repository=<folder>.";
    private static final String REPAIR =
            "Repair it with git worktree repair or git submodule update --init, or name another repository with"
                    + " -Dgatekeeper.repository=<folder>.";

    /** What names the repository: its work tree, or the bare repository itself. */
    public Path root() {
        return workTree.orElse(gitFolder);
    }

    /** Whether the repository has no work tree of its own, so that its branches are those of others. */
    boolean isBare() {
        return workTree.isEmpty() && gitFolder.equals(commonFolder);
    }

    /**
     * Finds the repository of {@code start}: a work tree's folder, or the bare repository that {@code start} itself is.
     *
     * @throws CannotDecideException when there is none, or its {@code .git} leads nowhere
     */
    public static Location find(Path start) {
        Path folder = realFolder(start);
        if (!Files.exists(folder.resolve(DOT_GIT)) && isGitFolder(folder)) {
            Path name = folder.getFileName();
            boolean named = name != null && name.toString().equals(DOT_GIT);
            if (!named) {
                refuseFilesOfAChange(folder);
            }
            return of(named ? Optional.ofNullable(folder.getParent()) : Optional.empty(), folder);
        }
        return findWorkTree(folder);
    }

    /**
     * A change can commit a repository of its own as files, in the very folder that a pipeline names; but no {@code .git} that leads
     * there, as people have beside their worktrees.
     */
    private static void refuseFilesOfAChange(Path bare) {
        for (Path around = bare; around != null; around = around.getParent()) {
            Path entry = around.resolve(DOT_GIT);
            if (!bare.startsWith(entry) && !leadsTo(entry, bare) && Files.exists(entry)) {
                throw new CannotDecideException(
                        UndecidedCode.INPUT_UNTRUSTED,
                        "'" + bare + "' is a bare repository inside the work tree '" + around
                                + "', where a change can have put it.",
                        "Name the work tree, or a bare repository outside of it: -Dgatekeeper.repository=<folder>");
            }
        }
    }

    /**
     * Finds the repository whose work tree {@code start} lies in, and never a bare one: whoever names no repository must not be made
     * to open one that the change has committed as ordinary files.
     *
     * @throws CannotDecideException when there is none, or its {@code .git} leads nowhere
     */
    public static Location findWorkTree(Path start) {
        Path folder = realFolder(start);
        Optional<Path> workTree = workTreeAround(folder);
        if (workTree.isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_MISSING, "'" + folder + "' is in no git repository.", REMEDY);
        }
        return of(workTree, gitFolder(workTree.get().resolve(DOT_GIT)));
    }

    /** The work tree, of whatever repository, that {@code folder}, a real path, lies in. */
    public static Optional<Path> workTreeAround(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(DOT_GIT))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static Location of(Optional<Path> workTree, Path gitFolder) {
        Path link = gitFolder.resolve("commondir");
        if (!Files.exists(link)) {
            return new Location(workTree, gitFolder, gitFolder);
        }
        return new Location(workTree, gitFolder, follow(link, gitFolder, readLink(link)));
    }

    private static Path gitFolder(Path entry) {
        if (Files.isRegularFile(entry)) {
            String link = readLink(entry);
            if (!link.startsWith("gitdir: ")) {
                throw leadsNowhere(entry);
            }
            return follow(entry, entry.resolveSibling(""), link.substring("gitdir: ".length()));
        }
        if (!isGitFolder(entry)) {
            throw leadsNowhere(entry);
        }
        return realFolder(entry);
    }

    private static boolean leadsTo(Path entry, Path gitFolder) {
        try {
            return Files.isRegularFile(entry) && gitFolder(entry).equals(gitFolder);
        } catch (CannotDecideException e) {
            return false;
        }
    }

    private static String readLink(Path link) {
        try {
            return Files.readString(link, UTF_8).stripTrailing();
        } catch (CharacterCodingException e) {
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_MISSING, "'" + link + "' is not UTF-8.", REPAIR, e);
        } catch (IOException e) {
            throw Failures.unreadable(link, e);
        }
    }

    private static Path follow(Path link, Path base, String to) {
        Optional<Path> folder = resolve(base, to);
        if (to.isEmpty() || folder.isEmpty() || !Files.isDirectory(folder.get())) {
            throw leadsNowhere(link);
        }
        return realFolder(folder.get());
    }

    private static Optional<Path> resolve(Path base, String to) {
        try {
            return Optional.of(base.resolve(to));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The marks by which git knows its own folder; a linked worktree's has a {@code commondir} in place of objects and refs. An old
     * {@code HEAD} is a symbolic link to a branch, which leads nowhere once the branch is packed.
     */
    private static boolean isGitFolder(Path folder) {
        return Files.exists(folder.resolve("HEAD"), NOFOLLOW_LINKS)
                && (Files.exists(folder.resolve("commondir"))
                        || (Files.isDirectory(folder.resolve("objects")) && Files.isDirectory(folder.resolve("refs"))));
    }

    private static Path realFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                throw new CannotDecideException(
                        UndecidedCode.REPOSITORY_MISSING, "'" + folder.toAbsolutePath() + "' is not a folder.", REMEDY);
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw Failures.unreadable(folder, e);
        }
    }

    private static CannotDecideException leadsNowhere(Path link) {
        return new CannotDecideException(
                UndecidedCode.REPOSITORY_MISSING, "'" + link + "' is no git folder and leads to none.", REPAIR);
    }
}
