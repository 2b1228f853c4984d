package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedReportTest {

    private static final Outcome.Skipped<Judgement> SKIPPED = new Outcome.Skipped<>(
            Facts.none(new Run(
                    "1.2.3",
                    new Trust(false, "Maven was started inside the work tree '/a\nb'"),
                    Instant.parse("2026-11-22T12:00:00.5Z"),
                    Optional.of("acme/shop"),
                    Optional.of("42\nPASSED"),
                    true)),
            "Nothing is judged");

    @Test
    void printsTheReasonTheRecordAndTheTrustOnOneLineEach() {
        Line trust =
                new Line(Line.Severity.INFO, "This run is advisory: Maven was started inside the work tree '/a\\nb'");
        assertThat(SkippedReport.lines(SKIPPED, Optional.of(Path.of("/a\nb/verdict.json"))))
                .containsExactly(
                        new Line(
                                Line.Severity.WARNING, "Nothing is judged; recorded as SKIPPED in /a\\nb/verdict.json"),
                        trust);
        assertThat(SkippedReport.lines(SKIPPED, Optional.empty()))
                .containsExactly(new Line(Line.Severity.WARNING, "Nothing is judged"), trust);
    }

    @Test
    void thePageSaysThatItIsNoPass() {
        assertThat(SkippedReport.page(SKIPPED)).isEqualTo("""
                # Gatekeeper: SKIPPED

                - Nothing is judged
                - This is no pass: nothing is known of the change
                - Repository: `acme/shop`
                - Change: `42\\nPASSED`
                - Skipped at 2026-11-22T12:00:00Z
                - A rehearsal that no metric counts
                - This run is advisory: Maven was started inside the work tree `'/a\\nb'`
                """);
    }

    @Test
    void theRecordHasTheKeysOfAnyOther() {
        JsonObject record = object(SKIPPED);
        assertThat(record.keySet())
                .containsExactlyElementsOf(
                        object(new Outcomes().green().decided()).keySet());
        assertThat(record.get("verdict").getAsString()).isEqualTo("SKIPPED");
        assertThat(record.get("repository").getAsString()).isEqualTo("acme/shop");
        assertThat(record.get("enforced").getAsBoolean()).isFalse();
        assertThat(record.get("head").isJsonNull()).isTrue();
        assertThat(record.get("incompleteContract").isJsonNull()).isTrue();
        assertThat(record.getAsJsonArray("findings")).isEmpty();
    }

    /** What nobody needs to sign any more; what only has such a name, and what a link leads to, is somebody else's. */
    @Test
    void takesFormerStatementsAwayAndNothingElse(@TempDir Path temp) throws IOException {
        Path folder = temp.toRealPath();
        Outcomes outcomes = new Outcomes();
        outcomes.statements.add(StatementWriterTest.STATEMENT);
        Path record = folder.resolve("verdict.json");
        RecordWriter.write(record, List.of(folder), outcomes.decided());
        Path statement = folder.resolve("rotate-tokens.statement");
        assertThat(statement).exists();
        Path elsewhere = Files.copy(statement, folder.resolve("mine"));
        Files.writeString(folder.resolve("january.statement"), "Balance: 3");
        Files.createSymbolicLink(folder.resolve("link.statement"), elsewhere);
        Files.createDirectory(folder.resolve("folder.statement"));

        RecordWriter.write(record, List.of(folder), SKIPPED);

        assertThat(statement).doesNotExist();
        assertThat(record).hasContent(JsonRecord.render(SKIPPED));
        assertThat(folder.resolve("verdict.md")).hasContent(SkippedReport.page(SKIPPED));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "folder.statement",
                            "january.statement",
                            "link.statement",
                            "mine",
                            "verdict.json",
                            "verdict.md");
        }
    }

    private static JsonObject object(Outcome<Judgement> outcome) {
        return JsonParser.parseString(JsonRecord.render(outcome)).getAsJsonObject();
    }
}
