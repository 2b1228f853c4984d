package dev.gatekeeper.maven;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The Maven run that Gatekeeper is part of.
 *
 * @param folder the folder Maven was started for, absolute; never that of a module
 * @param settingsFolder the folder whose {@code .mvn} Maven reads, where it is known
 * @param origins every folder that says where the build comes from, absolute: those two, the one it was started in, the one whose
 *     {@code .mvn} its start script read, the module's
 * @param bound whether the goal is bound to a phase of the build, and not called by who started Maven
 * @param pom whether Maven reads a POM
 * @param inputs what else Maven reads or runs, absolute: its settings, its toolchains, its local repositories and its extensions
 * @param started when Maven was started
 */
record MavenRun(
        Path folder,
        Optional<Path> settingsFolder,
        List<Path> origins,
        boolean bound,
        boolean pom,
        List<Path> inputs,
        Instant started) {

    /** As Maven's start script found it. Maven 4 looks for the settings' folder anew, from where a user.dir in a jvm.config says. */
    private static final String SCRIPTS_FOLDER = "maven.multiModuleProjectDirectory";

    private static final String EXTENSIONS = "maven.ext.class.path";
    private static final String MORE_REPOSITORIES = "maven.repo.local.tail";

    MavenRun {
        origins = List.copyOf(origins);
        inputs = List.copyOf(inputs);
    }

    static MavenRun of(MavenSession session, MavenProject project, MojoExecution execution) {
        Path folder = absolute(Path.of(session.getExecutionRootDirectory()));
        MavenExecutionRequest request = session.getRequest();
        List<Path> origins = new ArrayList<>(List.of(folder, absolute(Path.of(""))));
        File settingsFolder = request.getMultiModuleProjectDirectory();
        if (settingsFolder != null) {
            origins.add(absolute(settingsFolder.toPath()));
        }
        String scriptsFolder = request.getSystemProperties().getProperty(SCRIPTS_FOLDER);
        if (scriptsFolder != null) {
            origins.add(absolute(Path.of(scriptsFolder)));
        }
        File pom = project.getFile();
        if (pom != null) {
            origins.add(absolute(pom.toPath()).resolveSibling(""));
        }
        return new MavenRun(
                folder,
                settingsFolder == null ? Optional.empty() : Optional.of(absolute(settingsFolder.toPath())),
                origins,
                execution.getSource() == MojoExecution.Source.LIFECYCLE,
                pom != null,
                inputs(session),
                session.getStartTime().toInstant());
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
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
            addAll(properties.getProperty(EXTENSIONS, "").split(File.pathSeparator), folder, inputs);
            addAll(properties.getProperty(MORE_REPOSITORIES, "").split(","), folder, inputs);
        }
        return inputs;
    }

    private static void addAll(String[] paths, Path folder, List<Path> inputs) {
        for (String path : paths) {
            if (!path.isBlank()) {
                inputs.add(folder.resolve(path.strip()));
            }
        }
    }
}
