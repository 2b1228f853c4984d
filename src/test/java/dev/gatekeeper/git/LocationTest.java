package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationTest {

    private static final String NAME_IT =
            "\nRun it in a checkout, or name the repository with -Dgatekeeper.repository=<folder>.";
    private static final String REPAIR = "\nRepair it with git worktree repair or git submodule update --init, or name"
            + " another repository with -Dgatekeeper.repository=<folder>.";

    @TempDir
    Path temp;

    Path folder;

    @BeforeEach
    void realFolder() throws IOException {
        folder = temp.toRealPath();
    }

    @Test
    void findsTheGitFolderFromBelow() throws IOException {
        GitHistory.init(folder).close();
        Path below = Files.createDirectories(folder.resolve("src/main"));

        Location location = Location.find(below);

        Path git = folder.resolve(".git");
        assertThat(location).isEqualTo(new Location(Optional.of(folder), git, git));
        assertThat(Location.find(folder)).isEqualTo(location);
        assertThat(Location.find(git)).isEqualTo(location);
        assertThat(Location.findWorkTree(below)).isEqualTo(location);
    }

    @Test
    void findsABareRepositoryOnlyWhereItIsNamed() throws IOException {
        GitHistory.initBare(folder.resolve("bare")).close();
        Path bare = folder.resolve("bare");

        assertThat(Location.find(bare)).isEqualTo(new Location(Optional.empty(), bare, bare));
        assertThat(Refusals.of(() -> Location.find(bare.resolve("objects"))))
                .isEqualTo("'" + bare.resolve("objects") + "' is in no git repository." + NAME_IT);
        assertThat(Refusals.of(() -> Location.findWorkTree(bare)))
                .isEqualTo("'" + bare + "' is in no git repository." + NAME_IT);
    }

    /** The change commits mod/HEAD, mod/config, mod/objects/ and mod/refs/; git itself would open that from mod. */
    @Test
    void passesOverABareRepositoryThatTheChangeCommits() throws IOException {
        GitHistory.init(folder).close();
        GitHistory.initBare(folder.resolve("mod")).close();
        Path below = Files.createDirectories(folder.resolve("mod/src"));

        assertThat(Location.findWorkTree(folder.resolve("mod")).workTree()).contains(folder);
        assertThat(Location.find(below).workTree()).contains(folder);
    }

    /** The pipeline names mod, and means a folder of the checkout. */
    @Test
    void refusesABareRepositoryThatTheChangeCommitsWhereItIsNamed() throws IOException {
        GitHistory.init(folder).close();
        GitHistory.initBare(folder.resolve("mod")).close();
        assertThat(Refusals.of(() -> Location.find(folder.resolve("mod"))))
                .isEqualTo("'" + folder.resolve("mod") + "' is a bare repository inside the work tree '" + folder
                        + "', where a change can have put it.\n"
                        + "Name the work tree, or a bare repository outside of it: -Dgatekeeper.repository=<folder>");
        GitHistory.initBare(folder.resolve(".git/modules/sub")).close();
        assertThat(Location.find(folder.resolve(".git/modules/sub")).gitFolder())
                .isEqualTo(folder.resolve(".git/modules/sub"));
    }

    /** As people lay out their worktrees; no change can hold a {@code .git}. */
    @Test
    void findsTheBareRepositoryThatTheGitFileBesideItNames() throws IOException {
        GitHistory.initBare(folder.resolve(".bare")).close();
        GitHistory.initBare(folder.resolve("other")).close();
        Files.writeString(folder.resolve(".git"), "gitdir: ./.bare\n");
        Path bare = folder.resolve(".bare");
        assertThat(Location.find(bare)).isEqualTo(new Location(Optional.empty(), bare, bare));
        assertThat(Location.find(folder)).isEqualTo(new Location(Optional.of(folder), bare, bare));
        assertThat(Refusals.of(() -> Location.find(folder.resolve("other"))))
                .startsWith("'" + folder.resolve("other") + "' is a bare repository inside the work tree");
        Files.writeString(folder.resolve(".git"), "gitdir: gone\n");
        assertThat(Refusals.of(() -> Location.find(bare))).startsWith("'" + bare + "' is a bare repository inside");
    }

    /** A link to a branch that is packed leads nowhere. */
    @Test
    void findsAGitFolderWhoseHeadIsALink() throws IOException {
        GitHistory.init(folder).close();
        Files.delete(folder.resolve(".git/HEAD"));
        Files.createSymbolicLink(folder.resolve(".git/HEAD"), Path.of("refs/heads/main"));
        assertThat(Location.find(folder).gitFolder()).isEqualTo(folder.resolve(".git"));
    }

    /** The same at the root of the work tree. */
    @Test
    void takesTheGitFolderBeforeABareRepositoryAroundIt() throws IOException {
        GitHistory.init(folder).close();
        GitHistory.initBare(folder.resolve("bare")).close();
        for (String name : List.of("HEAD", "config", "objects", "refs")) {
            Files.move(folder.resolve("bare").resolve(name), folder.resolve(name));
        }
        assertThat(Location.find(folder).gitFolder()).isEqualTo(folder.resolve(".git"));
    }

    @Test
    void followsTheLinksOfALinkedWorktree() throws IOException {
        GitHistory.init(folder.resolve("main")).close();
        Path git = folder.resolve("main/.git");
        Path own = Files.createDirectories(git.resolve("worktrees/side"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/side\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Path below = Files.createDirectories(folder.resolve("side/src"));
        Files.writeString(folder.resolve("side/.git"), "gitdir: " + own + "\n");

        assertThat(Location.find(below)).isEqualTo(new Location(Optional.of(folder.resolve("side")), own, git));
    }

    @Test
    void followsARelativeLinkOfASubmodule() throws IOException {
        GitHistory.initBare(folder.resolve("main/.git/modules/sub")).close();
        Files.createDirectories(folder.resolve("main/sub"));
        Files.writeString(folder.resolve("main/sub/.git"), "gitdir: ../.git/modules/sub\n");

        Path git = folder.resolve("main/.git/modules/sub");
        assertThat(Location.find(folder.resolve("main/sub")))
                .isEqualTo(new Location(Optional.of(folder.resolve("main/sub")), git, git));
    }

    @Test
    void refusesWhatLeadsNowhere() throws IOException {
        assertThat(Refusals.of(() -> Location.find(folder.resolve("none"))))
                .isEqualTo("'" + folder.resolve("none") + "' is not a folder." + NAME_IT);
        assertThat(Refusals.of(() -> Location.find(folder)))
                .isEqualTo("'" + folder + "' is in no git repository." + NAME_IT);

        Path link = folder.resolve(".git");
        String nowhere = "'" + link + "' is no git folder and leads to none." + REPAIR;
        for (String text : new String[] {"", "gitdir: ", "gitdir: gone", "hello"}) {
            Files.writeString(link, text);
            assertThat(Refusals.of(() -> Location.find(folder))).as(text).isEqualTo(nowhere);
        }
        Files.delete(link);
        Files.createDirectory(link);
        for (String half : List.of("objects", "HEAD", "objects/refs")) {
            assertThat(Refusals.of(() -> Location.find(folder))).as(half).isEqualTo(nowhere);
            Files.createDirectories(link.resolve(half));
        }
        assertThat(Refusals.of(() -> Location.find(folder))).isEqualTo(nowhere);
        Files.createDirectory(link.resolve("refs"));
        assertThat(Location.find(folder).gitFolder()).isEqualTo(link);
    }

    @Test
    void refusesACommonFolderThatIsGone() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/side\n");
        Files.writeString(own.resolve("commondir"), "../gone\n");
        Files.writeString(folder.resolve(".git"), "gitdir: own\n");

        assertThat(Refusals.of(() -> Location.find(folder)))
                .isEqualTo("'" + own.resolve("commondir") + "' is no git folder and leads to none." + REPAIR);
    }

    /** An empty one would make the linked worktree's own folder the common one, and what it lacks would be passed over. */
    @Test
    void refusesAnEmptyLinkToTheCommonFolder() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/side\n");
        Files.writeString(own.resolve("commondir"), "\n");
        Files.writeString(folder.resolve(".git"), "gitdir: own\n");

        assertThat(Refusals.of(() -> Location.find(folder)))
                .isEqualTo("'" + own.resolve("commondir") + "' is no git folder and leads to none." + REPAIR);
    }

    @Test
    void refusesALinkThatIsNoPath() throws IOException {
        Path link = Files.writeString(folder.resolve(".git"), "gitdir: a\0b");
        assertThat(Refusals.of(() -> Location.find(folder)))
                .isEqualTo("'" + link + "' is no git folder and leads to none." + REPAIR);
    }

    @Test
    void refusesALinkThatIsNotUtf8() throws IOException {
        Path link = Files.write(folder.resolve(".git"), "gitdir: sch\u00F6n".getBytes(ISO_8859_1));
        assertThat(Refusals.of(() -> Location.find(folder))).isEqualTo("'" + link + "' is not UTF-8." + REPAIR);

        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/side\n");
        Path common = Files.write(own.resolve("commondir"), new byte[] {(byte) 0xFF});
        Files.writeString(link, "gitdir: own\n");
        assertThat(Refusals.of(() -> Location.find(folder))).isEqualTo("'" + common + "' is not UTF-8." + REPAIR);
    }
}
