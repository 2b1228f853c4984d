package dev.gatekeeper.bench;

import dev.gatekeeper.metrics.RecordFolder;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.report.ReportWriter;
import dev.gatekeeper.testing.Document;
import dev.gatekeeper.testing.MavenProcess;
import dev.gatekeeper.testing.RecordedYear;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long {@code report} takes, as a multiple of what DuckDB takes for the documented SQL over the same files:
 * {@code ReportBenchmark <records>}, a million make a gigabyte. To be started with {@code -Xmx256m}; DuckDB's memory is its own. What is
 * generated lies in a temporary folder, and is deleted.
 */
public final class ReportBenchmark {

    private static final int CHANGES_A_YEAR = 20_000;
    private static final int FILES = 4;

    private ReportBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("gatekeeper-report");
        PrintStream out = System.out;
        try {
            generate(folder, Integer.parseInt(arguments[0]));
            long start = System.nanoTime();
            query(folder);
            double byDuckDb = seconds(start);
            out.printf(Locale.ROOT, "DuckDB: %.1f s%n", byDuckDb);

            start = System.nanoTime();
            RecordSummary summary = RecordFolder.read(folder, (records, bytes) -> {});
            double read = seconds(start);
            ReportWriter.write(folder.resolve("output"), List.of(), summary);
            double byReport = seconds(start);
            out.printf(
                    Locale.ROOT,
                    "report: %.1f s (%.1f s to read), %d records, %d rows of the save log, in at most %d MiB of heap%n",
                    byReport,
                    read,
                    summary.records(),
                    summary.saved().size(),
                    Runtime.getRuntime().maxMemory() >> 20);
            out.printf(Locale.ROOT, "ratio: %.2f%n", byReport / byDuckDb);
        } finally {
            MavenProcess.delete(folder);
        }
    }

    private static void generate(Path folder, int records) throws IOException {
        int left = records;
        for (int file = 0; file < FILES; file++) {
            int most = left / (FILES - file);
            left -= most;
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("records-" + file + ".ndjson"))) {
                for (int seed = 0; most > 0; seed++) {
                    // A year's changes are numbered from one on; those of another year must be others.
                    String change = "\"change\":\"" + file + "-" + seed + "-";
                    for (String record : RecordedYear.of(seed, CHANGES_A_YEAR).records().stream()
                            .limit(most)
                            .toList()) {
                        out.write(record.replace("\"change\":\"", change));
                        out.newLine();
                        most--;
                    }
                }
            }
        }
    }

    private static void query(Path folder) throws SQLException {
        String sql = Document.of("docs/metrics.md")
                .block("sql", "SET TimeZone")
                .replaceFirst("\\['records.*?\\]", "'" + folder + "/*.ndjson'");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute(sql);
        }
    }

    private static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
