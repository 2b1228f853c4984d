package dev.gatekeeper.maven;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The Maven run that Gatekeeper is part of.
 *
 * @param folder the folder Maven was started for, absolute; never that of a module
 * @param settingsFolder the folder whose {@code .mvn} Maven reads, where it is known
 * @param pom whether Maven reads a POM
 * @param started when Maven was started
 */
record Surroundings(Path folder, Optional<Path> settingsFolder, boolean pom, Instant started) {

    static Surroundings of(MavenSession session, MavenProject project) {
        return new Surroundings(
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize(),
                Optional.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
                        .map(directory -> directory.toPath().toAbsolutePath().normalize()),
                project.getFile() != null,
                session.getStartTime().toInstant());
    }
}
