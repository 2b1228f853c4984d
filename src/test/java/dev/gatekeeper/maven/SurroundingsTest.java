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
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private static final Instant STARTED = Instant.parse("2026-11-22T12:00:00Z");

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject project = new MavenProject();

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
    void theDayIsThatOnWhichMavenStarted() {
        assertThat(surroundings().started()).isEqualTo(STARTED);
    }

    private Surroundings surroundings() {
        MavenSession session = mock(MavenSession.class);
        when(session.getExecutionRootDirectory()).thenReturn("/builds/shop");
        when(session.getRequest()).thenReturn(request);
        when(session.getStartTime()).thenReturn(Date.from(STARTED));
        return Surroundings.of(session, project);
    }
}
