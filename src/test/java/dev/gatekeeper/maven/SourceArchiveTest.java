package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceArchiveTest {

    private static final Parameters NONE = parameters(Optional.empty(), Optional.empty());

    private final Path archive;
    private final Path checkout;

    SourceArchiveTest(@TempDir Path folder) throws IOException {
        archive = Files.createDirectories(folder.toRealPath().resolve("archive/shop"));
        checkout = Files.createDirectories(folder.toRealPath().resolve("checkout"));
        GitHistory.init(checkout).close();
    }

    @Test
    void aBoundGoalOutsideOfRepositoriesHasNothingToJudge() {
        assertThat(why(NONE, archive, archive.resolveSibling("")))
                .contains(
                        "There is no git repository here, as in a source archive: nothing is judged, and the build goes on");
    }

    @Test
    void whoCallsTheGoalWantsAVerdict() {
        MavenRun called =
                new MavenRun(archive, Optional.of(archive), List.of(archive), false, true, List.of(), Requests.NOW);
        assertThat(SourceArchive.whyNothingIsJudged(NONE, called)).isEmpty();
    }

    @Test
    void whoGivesAnyParameterWantsAVerdict() {
        assertThat(why(parameters(Optional.of("main"), Optional.empty()), archive))
                .isEmpty();
        Parameters unread = Parameters.of("verify", List.of(), Set.of("gatekeeper.nonsense"), Set.of());
        assertThat(why(unread, archive)).isEmpty();
    }

    @Test
    void aRepositoryThatThePomNamesIsMissed() {
        ParameterValue named =
                new ParameterValue(ParameterName.REPOSITORY, Optional.empty(), Optional.of("gone"), false);
        assertThat(why(Parameters.of("verify", List.of(named), Set.of(), Set.of()), archive))
                .isEmpty();
    }

    /** As most have it, since a build in a checkout needs one too. */
    @Test
    void aTargetThatThePomNamesAsksForNothing() {
        assertThat(why(parameters(Optional.empty(), Optional.of("origin/main")), archive))
                .isPresent();
    }

    @Test
    void noFolderOfACheckoutIsOutside() throws IOException {
        assertThat(why(NONE, Files.createDirectories(checkout.resolve("a/b")))).isEmpty();
    }

    /** Another POM, whose folder is elsewhere, is given by a .mvn of the checkout, or Maven was started in the checkout. */
    @Test
    void noBuildThatAnyWayComesFromACheckoutIsOutside() {
        assertThat(why(NONE, archive, checkout)).isEmpty();
        assertThat(why(NONE, checkout, archive)).isEmpty();
    }

    /** The change's link leads out of the checkout, or a link elsewhere leads into it. */
    @Test
    void noLinkLeadsOutside() throws IOException {
        assertThat(why(NONE, Files.createSymbolicLink(checkout.resolve("link"), archive)))
                .isEmpty();
        Path inside = Files.createDirectories(checkout.resolve("a/b"));
        assertThat(why(NONE, Files.createSymbolicLink(archive.resolveSibling("link"), inside)))
                .isEmpty();
    }

    /** A worktree or a submodule whose repository is not there, say, in a container. */
    @Test
    void whateverIsNamedGitIsOne() throws IOException {
        Path git = archive.resolveSibling(".git");
        Files.writeString(git, "gitdir: gone");
        assertThat(why(NONE, archive)).isEmpty();
        Files.delete(git);
        Files.createSymbolicLink(git, Path.of("gone"));
        assertThat(why(NONE, archive)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNotTakenForOne() {
        assertThat(why(NONE, archive.resolve("gone"))).isEmpty();
    }

    private static Optional<String> why(Parameters parameters, Path folder, Path... origins) {
        List<Path> all = Stream.concat(Stream.of(folder), Stream.of(origins)).toList();
        return SourceArchive.whyNothingIsJudged(
                parameters, new MavenRun(folder, Optional.empty(), all, true, true, List.of(), Requests.NOW));
    }

    private static Parameters parameters(Optional<String> commandLine, Optional<String> pom) {
        return Parameters.of(
                "verify",
                List.of(new ParameterValue(ParameterName.TARGET, commandLine, pom, false)),
                Set.of(),
                Set.of("user.dir"));
    }
}
