package dev.gatekeeper.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows level, rule, pattern and reason of each changed path, committed or not, and what {@code verify} asks for; passes and writes
 * nothing.
 */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends ChangeMojo {

    /**
     * The paths to look at instead of the change's, from the root of the repository and separated by commas, whether or not they are
     * there; a folder stands for all files below it; command line only. Default: the changed ones. Example:
     * {@code -Dgatekeeper.paths=src/main/java/shop/auth,README.md}.
     */
    @Parameter(property = "gatekeeper.paths")
    private @Nullable String paths;

    @Inject
    ExplainMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return join(super.parameters(), given(ParameterName.PATHS, paths));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        return new ExplainRun(RequestFactory.ask(parameters, maven), parameters.entries(ParameterName.PATHS), getLog())
                .run();
    }
}
