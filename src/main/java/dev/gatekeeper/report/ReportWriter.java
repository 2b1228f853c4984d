package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.disk.AtomicFile;
import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.disk.GuardedFolder;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what {@code report} found out: {@code metrics.md}, {@code metrics.json} and {@code save-log.md}. */
public final class ReportWriter {

    static final String METRICS = "metrics.md";
    static final String SAVE_LOG = "save-log.md";

    private ReportWriter() {}

    /**
     * Writes the three into {@code folder}. It is made, files are replaced atomically, and no symbolic link that a change could have made
     * is followed.
     *
     * @param folder absolute
     * @param untrustedRoots folders, beside work trees, whose content a change may control
     * @throws CannotDecideException when that is not possible
     */
    public static void write(Path folder, List<Path> untrustedRoots, RecordSummary summary) {
        try {
            Path opened = new GuardedFolder(untrustedRoots).open(folder.normalize());
            Path saveLog = RecordWriter.replaceable(opened.resolve(SAVE_LOG));
            FormerSaveLog former = FormerSaveLog.read(saveLog);
            AtomicFile.write(List.of(
                    AtomicFile.of(saveLog, new SaveLogPage(summary, former)),
                    AtomicFile.of(
                            RecordWriter.replaceable(opened.resolve(METRICS)),
                            MetricsPage.render(summary).getBytes(UTF_8)),
                    AtomicFile.of(
                            RecordWriter.replaceable(opened.resolve("metrics.json")),
                            MetricsJson.render(summary.metrics()).getBytes(UTF_8))));
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.OUTPUT_UNWRITABLE,
                    "%s: the reports cannot be written: %s".formatted(folder, DiskFailure.reason(e)),
                    "Name a folder that can be written: -Dgatekeeper.output=FOLDER",
                    e);
        }
    }
}
