package dev.gatekeeper.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Computes the metrics and the save log from verdict records: {@code metrics.md}, {@code metrics.json} and {@code save-log.md}, in which it
 * keeps what people have written. It looks at no repository.
 */
@Mojo(name = "report", requiresProject = false, aggregator = true, threadSafe = true)
public final class ReportMojo extends GatekeeperMojo {

    /**
     * The folder of the records: {@code .json} files, and {@code .ndjson} or {@code .jsonl} files of one record a line, packed by gzip
     * ({@code .gz}) or not, at any depth. Default: none, it must be given. Example: {@code -Dgatekeeper.records=records}.
     */
    @Parameter(property = "gatekeeper.records")
    private @Nullable String records;

    /**
     * The folder where the reports are written. Default: {@code target/gatekeeper} below the folder Maven was started for. Example:
     * {@code -Dgatekeeper.output=metrics}.
     */
    @Parameter(property = "gatekeeper.output")
    private @Nullable String output;

    /**
     * Whether the build fails where a file or a line is no verdict record, or a damaged one; all others are counted all the same. Default:
     * {@code false}. Example: {@code -Dgatekeeper.strict=true}.
     */
    @Parameter(property = "gatekeeper.strict")
    private @Nullable String strict;

    @Inject
    ReportMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return List.of(
                given(ParameterName.RECORDS, records),
                given(ParameterName.OUTPUT, output),
                given(ParameterName.STRICT, strict));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        return new ReportRun(parameters, maven, getLog()).run();
    }
}
