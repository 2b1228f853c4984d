package dev.gatekeeper.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Judges the change; fails the build when it is blocked, and when no verdict is possible. */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends ChangeMojo {

    /** How CI names the change, for the record. Default: none. Example: {@code -Dgatekeeper.change=42}. */
    @Parameter(property = "gatekeeper.change")
    private @Nullable String change;

    /**
     * Where the verdict record is written. Default: {@code target/gatekeeper/verdict.json} below the folder Maven was
     * started for. Example: {@code -Dgatekeeper.record=/builds/records/42.json}.
     */
    @Parameter(property = "gatekeeper.record")
    private @Nullable String record;

    /**
     * Marks the record as a rehearsal that no metric counts; command line only. Default: {@code false}. Example:
     * {@code -Dgatekeeper.simulation=true}.
     */
    @Parameter(property = "gatekeeper.simulation")
    private @Nullable String simulation;

    /**
     * Reports findings as warnings and lets the build pass; command line only. Default: {@code false}. Example:
     * {@code -Dgatekeeper.warnOnly=true}.
     */
    @Parameter(property = "gatekeeper.warnOnly")
    private @Nullable String warnOnly;

    /** Judges nothing, warns, and records SKIPPED; command line only. Default: {@code false}. Example: {@code -Dgatekeeper.skip=true}. */
    @Parameter(property = "gatekeeper.skip")
    private @Nullable String skip;

    /**
     * Says that the forge made head by squashing what was judged before, so that neither {@code Co-authored-by} nor the committer makes
     * somebody an author; in an isolated run only; command line only. Default: {@code false}. Example:
     * {@code -Dgatekeeper.squashed=true}.
     */
    @Parameter(property = "gatekeeper.squashed")
    private @Nullable String squashed;

    /**
     * Refuses to run where the change could steer Maven; command line only. Default: {@code false}. Example:
     * {@code -Dgatekeeper.isolated=true}.
     */
    @Parameter(property = "gatekeeper.isolated")
    private @Nullable String isolated;

    @Inject
    VerifyMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return join(
                super.parameters(),
                given(ParameterName.CHANGE, change),
                given(ParameterName.RECORD, record),
                given(ParameterName.SIMULATION, simulation),
                given(ParameterName.WARN_ONLY, warnOnly),
                given(ParameterName.SKIP, skip),
                given(ParameterName.SQUASHED, squashed),
                given(ParameterName.ISOLATED, isolated));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) throws MojoExecutionException {
        BuildCache.Key key = key(parameters, maven);
        return cache().take(key, () -> new VerifyRun(key.invocation(), key.file(), key.skip(), getLog()).run());
    }

    /** What {@code parameters} ask for; a wrong one is never skipped, and leaves the record its place unless it is the record's own. */
    static BuildCache.Key key(Parameters parameters, MavenRun maven) {
        Path byDefault = maven.folder().resolve("target/gatekeeper/verdict.json");
        return new BuildCache.Key(
                RequestFactory.ask(parameters, maven),
                parameters.isWrong(ParameterName.RECORD)
                        ? Optional.empty()
                        : Optional.of(parameters
                                .path(ParameterName.RECORD, maven.folder())
                                .orElse(byDefault)),
                skip(parameters, maven));
    }

    private static Optional<String> skip(Parameters parameters, MavenRun maven) {
        if (RequestFactory.problemOf(parameters).isPresent()) {
            return Optional.empty();
        }
        return parameters.flag(ParameterName.SKIP)
                ? Optional.of("gatekeeper.skip is 'true': this change is not judged")
                : SourceArchive.whyNothingIsJudged(parameters, maven);
    }
}
