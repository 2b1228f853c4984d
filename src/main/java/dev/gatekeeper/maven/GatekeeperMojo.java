package dev.gatekeeper.maven;

import dev.gatekeeper.report.Escape;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal: says what is odd about its parameters, and never ends well by accident. */
abstract class GatekeeperMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final BuildCache cache;

    GatekeeperMojo(BuildCache cache) {
        this.cache = cache;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            MavenRun maven = MavenRun.of(session, project, execution);
            PomConfiguration pom = PomConfiguration.of(project, execution);
            Parameters parameters = Parameters.of(
                    execution.getGoal(),
                    completed(pom),
                    session.getUserProperties().stringPropertyNames(),
                    System.getProperties().stringPropertyNames());
            for (String warning : parameters.warnings()) {
                cache.say(maven.started(), Escape.line(warning), getLog()::warn);
            }
            run(parameters, maven).end();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Failure.trace(e).forEach(getLog()::debug);
            throw Failure.unexpected(e);
        }
    }

    /**
     * The parameters that this goal reads. The fields that hold them, with their manual texts, are what {@code help} prints and what the
     * README's tables are held against; a property that is not among them is warned about.
     */
    abstract List<ParameterValue> parameters();

    private List<ParameterValue> completed(PomConfiguration pom) {
        List<ParameterValue> completed = new ArrayList<>();
        for (ParameterValue given : parameters()) {
            completed.add(pom.complete(given));
        }
        return completed;
    }

    abstract Ending run(Parameters parameters, MavenRun maven) throws MojoExecutionException;

    /** The file that this plugin runs from: a jar, or a folder of classes where it is built together with what it runs in. */
    final Optional<Path> jar() {
        return Optional.ofNullable(execution.getMojoDescriptor())
                .map(MojoDescriptor::getPluginDescriptor)
                .map(PluginDescriptor::getPluginArtifact)
                .map(Artifact::getFile)
                .map(File::toPath);
    }

    final BuildCache cache() {
        return cache;
    }

    /** A parameter, given on the command line or {@code injected} by Maven or neither. */
    final ParameterValue given(ParameterName name, @Nullable String injected) {
        Optional<String> commandLine =
                Optional.ofNullable(session.getUserProperties().getProperty(name.property()));
        boolean ofJvm = injected != null
                && !commandLine.equals(Optional.of(injected))
                && JvmArguments.define(name.property(), injected);
        return new ParameterValue(name, commandLine, Optional.ofNullable(injected), ofJvm);
    }

    /** A parameter of several entries, the one under its own name first. */
    final List<ParameterValue> entries(ParameterName name, @Nullable String injected) {
        Properties commandLine = session.getUserProperties();
        Map<String, String> entries =
                new TreeMap<>(Comparator.comparing(String::length).thenComparing(entry -> entry));
        for (String property : commandLine.stringPropertyNames()) {
            name.entry(property).ifPresent(entry -> entries.put(entry, commandLine.getProperty(property)));
        }
        List<ParameterValue> values = new ArrayList<>();
        values.add(given(name, injected));
        entries.forEach((entry, value) -> values.add(ParameterValue.entry(name, entry, value)));
        return values;
    }

    /** What {@code inherited} and {@code own} hold, in that order. */
    static List<ParameterValue> join(List<ParameterValue> inherited, ParameterValue... own) {
        List<ParameterValue> all = new ArrayList<>(inherited);
        all.addAll(List.of(own));
        return all;
    }
}
