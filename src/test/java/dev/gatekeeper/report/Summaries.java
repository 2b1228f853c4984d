package dev.gatekeeper.report;

import dev.gatekeeper.metrics.RecordFolder;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.testing.SampleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What records add up to, for tests of pages. */
final class Summaries {

    private Summaries() {}

    static RecordSummary of(Path folder, SampleRecord... records) throws IOException {
        Files.write(
                folder.resolve("records.ndjson"),
                Arrays.stream(records).map(SampleRecord::json).toList());
        return RecordFolder.read(folder, (read, bytes) -> {});
    }
}
