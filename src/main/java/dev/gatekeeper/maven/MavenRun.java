package dev.gatekeeper.maven;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The Maven run that Gatekeeper is part of.
 *
 * @param folder the folder Maven was started for, absolute; never that of a module
 * @param settingsFolder the folder whose {@code .mvn} Maven reads, where it is known
 * @param pom whether Maven reads a POM
 * @param inputs what else Maven reads or runs, absolute: its settings, its toolchains, its local repositories and its extensions
 * @param started when Maven was started
 */
record MavenRun(Path folder, Optional<Path> settingsFolder, boolean pom, List<Path> inputs, Instant started) {

    private static final String EXTENSIONS = "maven.ext.class.path";
    private static final String MORE_REPOSITORIES = "maven.repo.local.tail";

    MavenRun {
        inputs = List.copyOf(inputs);
    }

    static MavenRun of(MavenSession session, MavenProject project) {
        return new MavenRun(
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize(),
                Optional.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
                        .map(directory -> directory.toPath().toAbsolutePath().normalize()),
                project.getFile() != null,
                inputs(session),
                session.getStartTime().toInstant());
    }

    private static List<Path> inputs(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        Path folder = Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
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
        for (Properties properties : List.of(request.getUserProperties(), request.getSystemProperties())) {
            Stream.concat(
                            Stream.of(properties.getProperty(EXTENSIONS, "").split(File.pathSeparator)),
                            Stream.of(properties
                                    .getProperty(MORE_REPOSITORIES, "")
                                    .split(",")))
                    .filter(path -> !path.isBlank())
                    .map(path -> folder.resolve(path.strip()))
                    .forEach(inputs::add);
        }
        return inputs;
    }
}
