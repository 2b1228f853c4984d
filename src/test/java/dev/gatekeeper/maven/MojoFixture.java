package dev.gatekeeper.maven;

import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts Maven for a test of a mojo: in an empty folder, with {@code main} as the target on the command line. */
abstract class MojoFixture {

    final RecordedLog log = new RecordedLog();
    final Properties commandLine = new Properties();

    @Inject
    MavenSession session;

    /** Where Maven starts. */
    Path shop;

    @BeforeEach
    void startMaven(@TempDir Path folder) throws IOException {
        shop = folder.toRealPath();
        commandLine.setProperty("gatekeeper.target", "main");
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setMultiModuleProjectDirectory(shop.toFile());
        when(session.getRequest()).thenReturn(request);
        when(session.getExecutionRootDirectory()).thenReturn(shop.toString());
        when(session.getStartTime()).thenReturn(Date.from(Instant.EPOCH));
        when(session.getUserProperties()).thenReturn(commandLine);
    }

    void run(AbstractMojo mojo) throws MojoExecutionException, MojoFailureException {
        mojo.setLog(log);
        mojo.execute();
    }
}
