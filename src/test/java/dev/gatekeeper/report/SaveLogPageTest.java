package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.testing.SampleRecord;
import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveLogPageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ROW =
            "| 2026-11-22 | `acme/shop` | `42` | `GREEN change` | `whyChanged is blank [field-missing]` |  |"
                    + " still blocked |  |  |";

    private Path records;
    private Path output;

    @BeforeEach
    void makeFolders(@TempDir Path folder) throws IOException {
        records = Files.createDirectory(folder.resolve("records"));
        output = folder.resolve("output").toAbsolutePath();
    }

    @Test
    void hasARowForEachBlockedChange() throws IOException {
        write(
                of("42").incomplete(),
                of("43"),
                SampleRecord.of("acme/shop", "41", NOON.minusSeconds(86_400)).waiting(),
                SampleRecord.of("acme/shop", "41", NOON).red().approved("Jane Smith"),
                of("sim").incomplete().with("simulation", true));
        assertThat(lines())
                .containsSubsequence(
                        "# Save log",
                        "| Date | Repo | PR | Trigger | Block reason | Human escalation reviewer | Outcome (fixed / prevented) |"
                                + " Estimated risk exposure avoided | Evidence links |",
                        "| 2026-11-21 | `acme/shop` | `41` | `RED change: src/main/java/shop/auth/Token.java (auth: Auth or"
                                + " permissions logic)` | `there is no escalation, and the change is RED [escalation-missing]` |"
                                + " `Jane Smith (signed)` | fixed |  |  |",
                        ROW,
                        "## Rehearsals",
                        "Pre-production validation, not a production save. No metric counts these.",
                        ROW.replace("`42`", "`sim`"),
                        "## Notes");
        assertThat(lines().stream().filter(line -> line.contains("`43`"))).isEmpty();
    }

    @Test
    void writtenAgainItIsTheSame() throws IOException {
        write(of("42").incomplete());
        List<String> first = lines();
        write(of("42").incomplete());
        assertThat(lines()).isEqualTo(first);
    }

    /** Each is a row of 42 that somebody has written into. */
    @Test
    void keepsWhatAPersonHasWrittenIntoARow() throws IOException {
        for (String completed : List.of(
                ROW.replace("|  |  |", "| 20,000 EUR |  |"),
                ROW.replace("|  |  |", "|  | [review](https://example.com/1) |"),
                ROW.replace("still blocked", "prevented"),
                ROW.replace("|  | still", "| Joe | still"),
                ROW.replace("`42`", "[42](https://example.com/42)").replace("|  |  |", "| a lot |  |"),
                ROW.replace("`42`", "42"),
                ROW.replace("`GREEN change`", "A README that leaked a secret"),
                ROW.replace("|  |  |", "| a | b | c |"),
                ROW.replace("|  |  |", "| Größe \\| Preis | ✓ |"))) {
            write(of("42").incomplete(), of("44").incomplete());
            assertThat(lines()).contains(ROW);
            replace(ROW, completed);
            write(of("42").incomplete(), of("42").with("decidedAt", "2026-11-23T12:00:00Z"), of("44").incomplete());
            assertThat(lines()).contains(completed, ROW.replace("`42`", "`44`")).doesNotContain(ROW);
            assertThat(rowsOf42()).containsExactly(completed);
            Files.delete(output.resolve("save-log.md"));
        }
    }

    @Test
    void keepsItsRowAlsoWhereTheRecordsAreGone() throws IOException {
        write(of("42").incomplete());
        String completed = ROW.replace("|  |  |", "| 20,000 EUR |  |");
        replace(ROW, completed);
        write(
                SampleRecord.of("acme/shop", "1", NOON.minusSeconds(90_000)).incomplete(),
                SampleRecord.of("acme/shop", "2", NOON.plusSeconds(90_000)).incomplete());
        assertThat(lines().stream().filter(line -> line.startsWith("| 2026")))
                .hasSize(3)
                .element(1)
                .isEqualTo(completed);
        write();
        assertThat(lines()).contains(completed);
    }

    @Test
    void aRowThatNobodyHasWrittenIntoFollowsTheRecords() throws IOException {
        write(of("42").incomplete());
        write(of("42").incomplete(), of("42").with("decidedAt", "2026-11-23T12:00:00Z"));
        assertThat(rowsOf42()).containsExactly(ROW.replace("still blocked", "fixed"));
    }

    @Test
    void keepsLinesThatAreNotItsOwn() throws IOException {
        write(of("42").incomplete());
        replace("# Save log", "# Save log\n\nFor the board, by Zoë.");
        Files.writeString(
                output.resolve("save-log.md"),
                Files.readString(output.resolve("save-log.md")) + "\nA note.\n\n\n- more\n");
        write(of("42").incomplete());
        write(of("42").incomplete());
        assertThat(Files.readString(output.resolve("save-log.md")))
                .endsWith("What stands below is kept as it is.\n\nFor the board, by Zoë.\n\nA note.\n\n\n- more\n");
    }

    @Test
    void aRehearsalAndAChangeOfOneNameAreTwo() throws IOException {
        write(of("42").incomplete(), of("42").incomplete().with("simulation", true));
        assertThat(rowsOf42()).containsExactly(ROW, ROW);
        Path log = output.resolve("save-log.md");
        String text = Files.readString(log);
        int last = text.lastIndexOf(ROW);
        String completed = ROW.replace("|  |  |", "| rehearsed |  |");
        Files.writeString(log, text.substring(0, last) + completed + text.substring(last + ROW.length()));
        write(of("42").incomplete(), of("42").incomplete().with("simulation", true));
        assertThat(rowsOf42()).containsExactly(ROW, completed);
    }

    @Test
    void whatRecordsSayActsOnNoPage() throws IOException {
        String hostile = "](https://evil.example) | <img src=x> @jane #1 `\n# Heading\n| a | b |";
        write(SampleRecord.of(hostile, hostile, NOON)
                .blocked("x|`<b>", "author", hostile)
                .approved(hostile));
        String page = Files.readString(output.resolve("save-log.md"));
        assertThat(Pages.nodes(page)).isSubsetOf(Pages.OUR_OWN);
        assertThat(Pages.links(page)).isEmpty();
        assertThat(Pages.headings(page)).hasSize(3);
    }

    /** What people have written there would be replaced by what the link leads to, or lost. */
    @Test
    void aLinkInItsPlaceIsRefused(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(output);
        Files.createSymbolicLink(output.resolve("save-log.md"), elsewhere.resolve("other"));
        assertThatThrownBy(() -> write(of("42").incomplete()))
                .isInstanceOf(CannotDecideException.class)
                .hasMessageContaining("it is no regular file, and what people have written there would be lost");
        assertThat(output.resolve("metrics.json")).doesNotExist();
        assertThat(elsewhere).isEmptyDirectory();
    }

    private List<String> rowsOf42() throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith("|") && line.contains("42"))
                .toList();
    }

    private void replace(String old, String text) throws IOException {
        Path log = output.resolve("save-log.md");
        Files.writeString(log, Files.readString(log).replace(old, text));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(output.resolve("save-log.md"));
    }

    private void write(SampleRecord... all) throws IOException {
        ReportWriter.write(output, List.of(), Summaries.of(records, all));
    }

    private static SampleRecord of(String change) {
        return SampleRecord.of("acme/shop", change, NOON);
    }
}
