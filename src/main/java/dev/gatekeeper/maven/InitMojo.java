package dev.gatekeeper.maven;

import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files that a repository adopts Gatekeeper with: {@code AI.md}, {@code INVARIANTS.md}, {@code CHANGE_POLICY.md},
 * {@code AGENTS.md}, and in {@code .gatekeeper} a policy in which every key is explained and a page about contracts. It overwrites nothing,
 * and says what comes next.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends GatekeeperMojo {

    /**
     * The repository: a work tree, its root or a folder below. Default: the folder Maven was started for. Example:
     * {@code -Dgatekeeper.repository=/builds/shop}.
     */
    @Parameter(property = "gatekeeper.repository")
    private @Nullable String repository;

    @Inject
    InitMojo(BuildCache once) {
        super(once);
    }

    @Override
    Stream<ParameterValue> parameters() {
        return Stream.of(given(ParameterName.REPOSITORY, repository));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        return new InitRun(RequestFactory.ask(parameters, maven), getLog()).run();
    }
}
