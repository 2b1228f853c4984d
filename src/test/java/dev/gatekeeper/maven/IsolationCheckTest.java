package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Trust;
import dev.gatekeeper.git.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationCheckTest {

    private final Path root;
    private final Location checkout;
    private Path gate;

    IsolationCheckTest(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        gate = Files.createDirectories(root.resolve("gate"));
        Files.createDirectories(gate.resolve(".mvn"));
        Path git = Files.createDirectories(root.resolve("shop/.git/worktrees/linked"));
        checkout = new Location(Optional.of(root.resolve("shop")), git, root.resolve("shop/.git"));
    }

    @Test
    void anEmptyFolderOutsideTheCheckoutIsIsolated() {
        assertIsolated(trust());
    }

    @Test
    void whatEarlierRunsLeftDoesNoHarm() throws IOException {
        Files.createDirectories(gate.resolve("target/gatekeeper"));
        assertIsolated(trust());
    }

    @Test
    void noMvnFolderAtAllIsIsolatedWhereMavenFoundNoneFurtherUp() throws IOException {
        Files.delete(gate.resolve(".mvn"));
        assertIsolated(trust());
    }

    @Test
    void aPomIsAdvisory() {
        assertAdvisory(
                IsolationCheck.of(
                        new MavenRun(gate, Optional.of(gate), List.of(), false, true, List.of(), Instant.EPOCH),
                        checkout),
                "Maven reads a POM, which may come from the change");
    }

    @Test
    void theMvnFolderOfAnotherPlaceIsAdvisory() {
        assertAdvisory(
                IsolationCheck.of(
                        new MavenRun(gate, Optional.of(root), List.of(), false, false, List.of(), Instant.EPOCH),
                        checkout),
                "Maven reads the .mvn of another folder than the one it was started for");
        assertAdvisory(
                IsolationCheck.of(
                        new MavenRun(gate, Optional.empty(), List.of(), false, false, List.of(), Instant.EPOCH),
                        checkout),
                "Maven reads the .mvn of another folder than the one it was started for");
    }

    @Test
    void aFolderInsideTheCheckoutIsAdvisory() throws IOException {
        for (String inside : new String[] {"shop", "shop/gate", "shop/.git/gate", "shop/.git/worktrees/linked"}) {
            gate = Files.createDirectories(root.resolve(inside));
            assertAdvisory(trust(), "Maven was started inside the checkout");
        }
    }

    /** A submodule's git folder lies outside its work tree, and a linked worktree's common one beside it. */
    @Test
    void aFolderInsideAGitFolderElsewhereIsAdvisory() throws IOException {
        Path git = Files.createDirectories(root.resolve("elsewhere/worktrees/linked"));
        Location apart = new Location(Optional.of(root.resolve("shop")), git, root.resolve("common"));
        for (String inside : new String[] {"elsewhere/worktrees/linked/gate", "common/gate"}) {
            gate = Files.createDirectories(root.resolve(inside));
            assertAdvisory(
                    IsolationCheck.of(
                            new MavenRun(gate, Optional.of(gate), List.of(), false, false, List.of(), Instant.EPOCH),
                            apart),
                    "Maven was started inside the checkout");
        }
    }

    @Test
    void aLinkIntoTheCheckoutIsAdvisory() throws IOException {
        gate = Files.createSymbolicLink(root.resolve("link"), Files.createDirectories(root.resolve("shop/gate")));
        assertAdvisory(trust(), "Maven was started inside the checkout");
    }

    /** The change may be checked out there, though a bare repository is judged. */
    @Test
    void aFolderInsideAnyWorkTreeIsAdvisory() throws IOException {
        Path other = Files.createDirectories(root.resolve("other"));
        Files.createFile(other.resolve(".git"));
        gate = Files.createDirectories(other.resolve("deep/gate"));
        assertAdvisory(trust(), "Maven was started inside the work tree '" + other + "'");
    }

    @Test
    void anythingElseInTheFolderIsAdvisory() throws IOException {
        Files.createFile(gate.resolve("settings.xml"));
        assertAdvisory(trust(), "the folder Maven was started for is not empty: it holds 'settings.xml'");
    }

    @Test
    void anythingInTheMvnFolderIsAdvisory() throws IOException {
        Files.createFile(gate.resolve(".mvn/extensions.xml"));
        assertAdvisory(trust(), "the folder Maven was started for is not empty: it holds '.mvn/extensions.xml'");
    }

    @Test
    void aLinkInPlaceOfTheMvnFolderIsAdvisory() throws IOException {
        Files.delete(gate.resolve(".mvn"));
        Files.createSymbolicLink(gate.resolve(".mvn"), Files.createDirectories(root.resolve("shop/.mvn")));
        assertAdvisory(trust(), "the folder Maven was started for is not empty: it holds '.mvn'");
    }

    /** Settings, toolchains and local repository, whose plugins Maven runs. */
    @Test
    void whatMavenReadsOfTheCheckoutIsAdvisory() throws IOException {
        Path settings = Files.createDirectories(root.resolve("shop/ci")).resolve("settings.xml");
        Files.writeString(settings, "<settings/>");
        Path link = Files.createSymbolicLink(root.resolve("settings.xml"), settings);
        for (Path input : List.of(settings, link, root.resolve("shop/repository"), gate.resolve("../shop/x"))) {
            assertAdvisory(
                    IsolationCheck.of(
                            new MavenRun(
                                    gate, Optional.of(gate), List.of(), false, false, List.of(input), Instant.EPOCH),
                            checkout),
                    "Maven reads '" + input + "', which lies in the checkout");
        }
        Path elsewhere = root.resolve("home/settings.xml");
        assertIsolated(IsolationCheck.of(
                new MavenRun(gate, Optional.of(gate), List.of(), false, false, List.of(elsewhere), Instant.EPOCH),
                checkout));
    }

    @Test
    void aFolderThatIsGoneIsAdvisory() {
        gate = root.resolve("gone");
        assertAdvisory(trust(), "the folder Maven was started for can't be read");
    }

    private Trust trust() {
        return IsolationCheck.of(
                new MavenRun(gate, Optional.of(gate), List.of(), false, false, List.of(), Instant.EPOCH), checkout);
    }

    private static void assertIsolated(Trust trust) {
        assertThat(trust).isEqualTo(new Trust(true, "Maven runs in an empty folder of its own, outside the checkout"));
    }

    private static void assertAdvisory(Trust trust, String reason) {
        assertThat(trust).isEqualTo(new Trust(false, reason));
    }
}
