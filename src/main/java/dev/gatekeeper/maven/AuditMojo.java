package dev.gatekeeper.maven;

import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges again, from git history alone, everything that entered the target since the adoption, each change as {@code verify} would have on
 * the day when it entered. Fails where something went around the gate; writes {@code audit.md}, {@code audit.json} and a verdict record a
 * change ({@code audit.ndjson}).
 */
@Mojo(name = "audit", requiresProject = false, aggregator = true, threadSafe = true)
public final class AuditMojo extends TargetMojo {

    /**
     * The first parent of the target after which to begin, its full commit id; the tip of an earlier audit stands in its
     * {@code audit.json}; command line only. Default: the oldest first parent that holds a policy, which proves nothing. Example:
     * {@code -Dgatekeeper.since=1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e}.
     */
    @Parameter(property = "gatekeeper.since")
    private @Nullable String since;

    /**
     * Whether commits in a row count as answered for by the contract that one of them adds, as where the branch takes rebase merges;
     * command line only. Default: {@code false}. Example: {@code -Dgatekeeper.joined=true}.
     */
    @Parameter(property = "gatekeeper.joined")
    private @Nullable String joined;

    /**
     * The folder where the reports go. Default: {@code target/gatekeeper} below the folder Maven was started for. Example:
     * {@code -Dgatekeeper.output=/var/lib/gatekeeper}.
     */
    @Parameter(property = "gatekeeper.output")
    private @Nullable String output;

    /**
     * A YAML file of commits that somebody has answered for since, outside the checkout; command line only. Default: none. Example:
     * {@code -Dgatekeeper.accepted=/etc/gatekeeper/accepted.yaml}.
     */
    @Parameter(property = "gatekeeper.accepted")
    private @Nullable String accepted;

    @Inject
    AuditMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return join(
                super.parameters(),
                given(ParameterName.SINCE, since),
                given(ParameterName.JOINED, joined),
                given(ParameterName.OUTPUT, output),
                given(ParameterName.ACCEPTED, accepted));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        Path folder = parameters
                .path(ParameterName.OUTPUT, maven.folder())
                .orElse(maven.folder().resolve("target").resolve("gatekeeper"));
        return new AuditRun(
                        RequestFactory.ask(parameters, maven),
                        parameters.text(ParameterName.SINCE),
                        parameters.flag(ParameterName.JOINED),
                        parameters.path(ParameterName.ACCEPTED, maven.folder()).map(DiskFile::new),
                        folder,
                        getLog())
                .run();
    }
}
