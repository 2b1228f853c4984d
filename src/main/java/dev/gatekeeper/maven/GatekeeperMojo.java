package dev.gatekeeper.maven;

import dev.gatekeeper.report.Escape;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
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

    private final BuildCache once;

    GatekeeperMojo(BuildCache once) {
        this.once = once;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            MavenRun surroundings = MavenRun.of(session, project);
            PomConfiguration pom = PomConfiguration.of(project, execution);
            Parameters parameters = Parameters.of(given().map(pom::complete), session.getUserProperties());
            for (String warning : parameters.warnings()) {
                once.say(surroundings.started(), Escape.line(warning), getLog()::warn);
            }
            run(parameters, surroundings, once);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Failure.trace(e).forEach(getLog()::debug);
            throw Failure.unexpected(e);
        }
    }

    /** The parameters of this goal. */
    abstract Stream<ParameterValue> given();

    abstract void run(Parameters parameters, MavenRun surroundings, BuildCache once)
            throws MojoExecutionException, MojoFailureException;

    /** A parameter, given on the command line or {@code injected} by Maven or neither. */
    final ParameterValue given(ParameterName name, @Nullable String injected) {
        return new ParameterValue(
                name,
                Optional.ofNullable(session.getUserProperties().getProperty(name.property())),
                Optional.ofNullable(injected));
    }
}
