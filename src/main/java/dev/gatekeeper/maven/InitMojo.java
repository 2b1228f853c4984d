package dev.gatekeeper.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files that a repository adopts Gatekeeper with: {@code AI.md}, {@code INVARIANTS.md}, {@code CHANGE_POLICY.md},
 * {@code AGENTS.md}, and in {@code .gatekeeper} a policy in which every key is explained a page about contracts, and schemas for
 * editors. It overwrites nothing, and says what comes next.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends GatekeeperMojo {

    /**
     * The repository: a work tree, its root or a folder below. Default: the folder Maven was started for. Example:
     * {@code -Dgatekeeper.repository=/builds/shop}.
     */
    @Parameter(property = "gatekeeper.repository")
    private @Nullable String repository;

    /**
     * The pipeline that is written with the files: {@code github}, {@code gitlab}, {@code jenkins}, {@code hook} (of a plain git server) or
     * {@code none}; command line only. Default: {@code none}. Example: {@code -Dgatekeeper.ci=github}.
     */
    @Parameter(property = "gatekeeper.ci")
    private @Nullable String ci;

    @Inject
    InitMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return List.of(given(ParameterName.REPOSITORY, repository), given(ParameterName.CI, ci));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        Invocation invocation = RequestFactory.ask(parameters, maven);
        return new InitRun(
                        invocation,
                        parameters.text(ParameterName.CI),
                        new PluginJar(jar()).files(invocation.request().run().version()),
                        getLog())
                .run();
    }
}
