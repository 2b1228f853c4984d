package dev.gatekeeper.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Moves the ids of contracts that landed long ago into {@code .gatekeeper/landed}, where they are taken for ever, and deletes their files
 * and approvals, in the work tree. It takes what the default branch, the target and the current branch all hold, and overwrites no
 * uncommitted work. The change that comes of it needs a contract of its own.
 */
@Mojo(name = "archive", requiresProject = false, aggregator = true, threadSafe = true)
public final class ArchiveMojo extends ChangeMojo {

    /**
     * The day (UTC) before which contracts must have landed on the target to be archived; command line only. Default: one year ago.
     * Example: {@code -Dgatekeeper.before=2026-01-31}.
     */
    @Parameter(property = "gatekeeper.before")
    private @Nullable String before;

    @Inject
    ArchiveMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return join(super.parameters(), given(ParameterName.BEFORE, before));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        return new ArchiveRun(RequestFactory.ask(parameters, maven), parameters.day(ParameterName.BEFORE), getLog())
                .run();
    }
}
