package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.SampleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsPageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void beginsWithTheHeadline() throws IOException {
        String page = page(
                of(0, "1").incomplete(),
                of(0, "2"),
                of(2, "3").waiting(),
                of(2, "4").red().approved("Jane Smith"));
        assertThat(page).startsWith("""
                # Gatekeeper: changes with an incomplete contract

                **25.0 %** of all changes were stopped at least once because their author had not answered for them in full: 1 of 4.

                ```mermaid
                %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#1f6feb"}}}}%%
                xychart-beta
                    title "Changes blocked for an incomplete contract, in percent"
                    x-axis ["2026-W47", "2026-W48", "2026-W49"]
                    y-axis "percent of the week's changes" 0 --> 50
                    bar [50.00, 0.00, 0.00]
                ```

                | week | changes | stopped for an incomplete contract | rate |
                | --- | ---: | ---: | ---: |
                | 2026-W47 | 2 | 1 | 50.0 % |
                | 2026-W48 | 0 | 0 | – |
                | 2026-W49 | 2 | 0 | 0.0 % |
                """);
        assertThat(page).contains("""
                ## Supporting metrics (internal)
                """, """
                | all | 2 | 1 | 0.0 |
                | 2026-W47 | 0 | 0 | – |
                """, """
                | `acme/shop` | 4 | 1 | 25.0 % | 2 | 1 | 0.0 |
                """);
        assertThat(Pages.headings(page))
                .containsExactly(
                        "1 Gatekeeper: changes with an incomplete contract",
                        "2 Supporting metrics (internal)",
                        "2 Counted beside (internal)");
    }

    @Test
    void saysThatThereIsNothingYet() throws IOException {
        assertThat(page())
                .contains("No change has been recorded yet.")
                .doesNotContain("mermaid", "Supporting")
                .contains("Of 0 records");
    }

    /** Mermaid draws bars of one label over each other. */
    @Test
    void aLongChartHasFewLabelsToReadAndEachOnlyOnce() throws IOException {
        String page = page(IntStream.range(0, 150)
                .mapToObj(week -> of(week, "change-" + week).incomplete())
                .toArray(SampleRecord[]::new));
        String axis = line(page, "    x-axis [");
        List<String> labels =
                List.of(axis.substring(axis.indexOf('[') + 1, axis.indexOf(']')).split(", "));
        assertThat(labels).hasSize(104);
        assertThat(new HashSet<>(labels)).hasSize(104);
        assertThat(labels.stream().filter(label -> label.contains("-W"))).hasSizeBetween(4, 6);
        assertThat(line(page, "    bar [").split(", ")).hasSize(104);
        assertThat(page).contains("These are the last 104 weeks");
    }

    /** One wrong clock would leave nothing else to see. */
    @Test
    void aWeekFarAwayIsNotReachedWeekByWeek() throws IOException {
        String page = page(of(0, "1"), of(0, "2").with("decidedAt", "9999-12-31T00:00:00Z"));
        assertThat(line(page, "    bar [")).isEqualTo("    bar [0.00, 0.00]");
    }

    @Test
    void neitherNoneNorAllIsRoundedToIt() throws IOException {
        SampleRecord[] many = Stream.concat(
                        Stream.of(of(0, "first").incomplete()),
                        IntStream.range(0, 4_000).mapToObj(change -> of(0, "change-" + change)))
                .toArray(SampleRecord[]::new);
        assertThat(page(many)).contains("**0.1 %**");
    }

    @Test
    void whatRecordsSayActsOnNoPage() throws IOException {
        String hostile = "](https://evil.example) | <img src=x> @jane #1 `\n# Heading\n| a | b |";
        Files.writeString(folder.resolve("](x) `| <b>.json"), "{\"format\":\"gatekeeper-verdict/" + "9`|<b>\"}");
        String page = page(SampleRecord.of(hostile, hostile, NOON).incomplete());
        assertThat(Pages.nodes(page.replace("**", ""))).isSubsetOf(Pages.OUR_OWN);
        assertThat(Pages.links(page)).isEmpty();
        assertThat(Pages.headings(page)).hasSize(3);
    }

    @Test
    void theJsonIsUnrounded() throws IOException {
        String json = MetricsJson.render(Summaries.of(
                        folder,
                        of(0, "1").incomplete(),
                        of(0, "2"),
                        of(0, "3").waiting(),
                        of(0, "3").red().with("decidedAt", "2026-11-22T12:20:00Z"))
                .metrics());
        String measure = "\"changes\": 3, \"blocked_for_incomplete_contract\": 1, \"incomplete_contract_block_rate\":"
                + " 0.3333333333333333, \"red_escalation_count\": 1, \"red_reviews_open\": 0,"
                + " \"median_red_review_time_hours\": 0.3333333333333333";
        assertThat(json)
                .isEqualTo("{\"format\": \"gatekeeper-metrics/1\", \"all\": {" + measure
                        + "}, \"weeks\": [{\"week\": \"2026-W47\", " + measure
                        + "}], \"repositories\": [{\"repository\": \"acme/shop\", " + measure
                        + "}], \"left_out\": {\"simulations\": 0, \"undecided\": 0, \"skipped\": 0, \"unnamed\": 0,"
                        + " \"not_enforced\": 0, \"audit\": 0, \"unreadable\": 0}}\n");
    }

    @Test
    void theJsonOfNothingHasNulls() throws IOException {
        assertThat(MetricsJson.render(Summaries.of(folder).metrics()))
                .contains(
                        "\"incomplete_contract_block_rate\": null",
                        "\"median_red_review_time_hours\": null",
                        "\"weeks\": [], \"repositories\": []");
    }

    private String page(SampleRecord... records) throws IOException {
        return MetricsPage.render(Summaries.of(folder, records));
    }

    private static String line(String page, String start) {
        return page.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static SampleRecord of(int week, String change) {
        return SampleRecord.of("acme/shop", change, NOON.plus(7L * week, ChronoUnit.DAYS));
    }
}
