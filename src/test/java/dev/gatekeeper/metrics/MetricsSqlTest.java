package dev.gatekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.Document;
import dev.gatekeeper.testing.RecordedYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of docs/metrics.md, word for word, says what report says of the same files. */
class MetricsSqlTest {

    private static final String SQL =
            Document.of("docs/metrics.md").blocks("sql").get(0);

    @TempDir
    Path folder;

    @Test
    void saysWhatReportSays() throws IOException, SQLException {
        RecordedYear year = RecordedYear.of(7, 4_000);
        year.write(folder);
        damage(year);
        Metrics metrics = RecordFolder.read(folder, (records, bytes) -> {}).metrics();
        List<String> expected = new ArrayList<>();
        metrics.weeks().forEach((week, measure) -> expected.add(row("week " + week, measure)));
        metrics.repositories()
                .forEach(
                        one -> expected.add(row("repository " + one.repository().orElse(""), one.measure())));
        expected.add(row("all", metrics.all()));
        assertThat(metrics.leftOut().get(LeftOut.UNREADABLE)).isEqualTo(2);
        assertThat(rows()).containsExactlyElementsOf(expected);
    }

    /** Lines that neither takes, and names by which nobody could tell two repositories apart. */
    private void damage(RecordedYear year) throws IOException {
        String unnamed = year.records().get(0).replaceFirst("\"repository\":\"[^\"]*\"", "\"repository\":null");
        Files.writeString(folder.resolve("more.ndjson"), unnamed + "\n{\"format\":\n\n[1]\n");
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(SQL.replace("'records/", "'" + folder + "/"));
            ResultSet result = statement.getResultSet();
            while (result.next()) {
                Number median = (Number) result.getObject("median_red_review_time_hours");
                Measure measure = new Measure(
                        result.getInt("changes"),
                        result.getInt("blocked_for_incomplete_contract"),
                        result.getInt("red_escalation_count"),
                        result.getInt("red_reviews_open"),
                        median == null ? OptionalDouble.empty() : OptionalDouble.of(median.doubleValue()));
                rows.add(row(group(result.getString("week"), result.getString("repository")), measure));
                assertThat(result.getDouble("incomplete_contract_block_rate"))
                        .isEqualTo(measure.incompleteContractBlockRate().orElseThrow());
            }
        }
        return rows;
    }

    private static String group(@Nullable String week, @Nullable String repository) {
        if (week != null) {
            return "week " + week;
        }
        return repository == null ? "all" : "repository " + repository;
    }

    private static String row(String group, Measure measure) {
        return group + " " + measure.changes() + " " + measure.blockedForIncompleteContract() + " "
                + measure.redEscalationCount() + " " + measure.redReviewsOpen() + " "
                + hours(measure.medianRedReviewTimeHours());
    }

    private static String hours(OptionalDouble hours) {
        return hours.isPresent() ? "%.9f".formatted(hours.getAsDouble()) : "none";
    }
}
