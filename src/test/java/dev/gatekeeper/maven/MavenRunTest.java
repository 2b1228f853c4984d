package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class MavenRunTest {

    private static final Instant STARTED = Instant.parse("2026-11-22T12:00:00Z");

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject project = new MavenProject();
    private MojoExecution execution =
            new MojoExecution(new MojoDescriptor(), "default", MojoExecution.Source.LIFECYCLE);

    @Test
    void aRunWithoutAPomReadsNone() {
        assertThat(surroundings().pom()).isFalse();
    }

    @Test
    void aPomThatMavenReadsIsSeen() {
        project.setFile(new File("/builds/shop/module/pom.xml"));
        assertThat(surroundings().pom()).isTrue();
    }

    @Test
    void theFolderIsThatOfTheBuildAndNotOfAModule() {
        project.setFile(new File("/builds/shop/module/pom.xml"));
        assertThat(surroundings().folder()).isEqualTo(Path.of("/builds/shop").toAbsolutePath());
    }

    @Test
    void theFolderWhoseSettingsMavenReadsMayBeAnotherOrUnknown() {
        assertThat(surroundings().settingsFolder()).isEmpty();
        request.setMultiModuleProjectDirectory(new File("/builds/x/.."));
        assertThat(surroundings().settingsFolder())
                .isEqualTo(Optional.of(Path.of("/builds").toAbsolutePath()));
    }

    @Test
    void everyFolderThatTheBuildMayComeFromIsSeen() {
        project.setFile(new File("/builds/shop/module/pom.xml"));
        request.setMultiModuleProjectDirectory(new File("/builds"));
        request.getSystemProperties().setProperty("maven.multiModuleProjectDirectory", "/checkout");
        assertThat(surroundings().origins())
                .containsExactly(
                        Path.of("/builds/shop"),
                        Path.of("").toAbsolutePath(),
                        Path.of("/builds"),
                        Path.of("/checkout"),
                        Path.of("/builds/shop/module"));
    }

    @Test
    void aGoalOfThePomIsBoundAndACalledOneIsNot() {
        assertThat(surroundings().bound()).isTrue();
        execution = new MojoExecution(new MojoDescriptor(), "default-cli", MojoExecution.Source.CLI);
        assertThat(surroundings().bound()).isFalse();
    }

    @Test
    void whatMavenRunsBesideTheLocalRepositoryIsSeen() {
        request.setLocalRepositoryPath(new File("/home/repository"));
        request.getUserProperties().setProperty("maven.ext.class.path", "/a/one.jar" + File.pathSeparator + "two.jar");
        request.getSystemProperties().setProperty("maven.repo.local.tail", "/shared, tail");
        assertThat(surroundings().inputs())
                .contains(
                        Path.of("/home/repository"),
                        Path.of("/a/one.jar"),
                        Path.of("/builds/shop/two.jar"),
                        Path.of("/shared"),
                        Path.of("/builds/shop/tail"));
    }

    @Test
    void theDayIsThatOnWhichMavenStarted() {
        assertThat(surroundings().started()).isEqualTo(STARTED);
    }

    private MavenRun surroundings() {
        MavenSession session = mock(MavenSession.class);
        when(session.getExecutionRootDirectory()).thenReturn("/builds/shop");
        when(session.getRequest()).thenReturn(request);
        when(session.getStartTime()).thenReturn(Date.from(STARTED));
        return MavenRun.of(session, project, execution);
    }
}
