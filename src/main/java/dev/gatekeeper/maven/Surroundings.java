package dev.gatekeeper.maven;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The Maven run that Gatekeeper is part of.
 *
 * @param folder the folder Maven was started for, absolute; never that of a module
 * @param settingsFolder the folder whose {@code .mvn} Maven reads, where it is known
 * @param pom whether Maven reads a POM
 * @param inputs what else Maven reads or runs, absolute: its settings, its toolchains and its local repository
 * @param started when Maven was started
 */
record Surroundings(Path folder, Optional<Path> settingsFolder, boolean pom, List<Path> inputs, Instant started) {

    Surroundings {
        inputs = List.copyOf(inputs);
    }

    static Surroundings of(MavenSession session, MavenProject project) {
        return new Surroundings(
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize(),
                Optional.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
                        .map(directory -> directory.toPath().toAbsolutePath().normalize()),
                project.getFile() != null,
                inputs(session.getRequest()),
                session.getStartTime().toInstant());
    }

    private static List<Path> inputs(MavenExecutionRequest request) {
        List<Path> inputs = new ArrayList<>();
        for (File file : Arrays.asList(
                request.getUserSettingsFile(),
                request.getGlobalSettingsFile(),
                request.getUserToolchainsFile(),
                request.getGlobalToolchainsFile(),
                request.getLocalRepositoryPath())) {
            if (file != null) {
                inputs.add(file.toPath().toAbsolutePath());
            }
        }
        return inputs;
    }
}
