package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementWriterTest {

    static final Statement STATEMENT = new Statement(
            "acme/shop",
            "refs/heads/main",
            "rotate-tokens",
            "9".repeat(64),
            List.of(new ChangedPath(
                    new RawPath("auth/\u00e9\u00ff.java"),
                    Entry.ABSENT,
                    new Entry(0100644, "a".repeat(40)),
                    Entry.ABSENT)));

    private final Path folder;

    StatementWriterTest(@TempDir Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    @Test
    void writesTheBytesThatAreSigned() throws IOException {
        StatementWriter.write(folder.resolve("target/gatekeeper"), List.of(folder), STATEMENT);
        Path file = StatementWriter.fileIn(folder.resolve("target/gatekeeper"), STATEMENT);
        assertThat(file).isEqualTo(folder.resolve("target/gatekeeper/rotate-tokens.statement"));
        assertThat(Files.readAllBytes(file)).isEqualTo(STATEMENT.bytes());
    }

    @Test
    void aBlockedChangeLeavesThemBesideItsRecord() throws IOException {
        Outcomes outcomes = new Outcomes();
        outcomes.statements.add(STATEMENT);
        Files.writeString(
                folder.resolve("rotate-tokens.statement"), "what was signed before, which is longer".repeat(99));
        RecordWriter.write(folder.resolve("verdict.json"), List.of(folder), outcomes.decided());
        assertThat(Files.readAllBytes(folder.resolve("rotate-tokens.statement")))
                .isEqualTo(STATEMENT.bytes());
        assertThat(Results.lines(outcomes.decided()))
                .contains(new Line(
                        Line.Severity.INFO, "To be signed, beside the verdict record: rotate-tokens.statement"));
        assertThat(MarkdownSummary.render(outcomes.decided()))
                .contains("- To be signed, beside the verdict record: `rotate-tokens.statement`\n");
    }

    @Test
    void replacesALinkAndNotWhatItNames() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Files.createSymbolicLink(folder.resolve("rotate-tokens.statement"), precious);
        StatementWriter.write(folder, List.of(folder), STATEMENT);
        Path file = StatementWriter.fileIn(folder, STATEMENT);
        assertThat(file).isRegularFile().isNotEqualTo(precious);
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(precious).hasContent("precious");
    }

    @Test
    void goesThroughNoLinkOfTheChange() throws IOException {
        Files.createSymbolicLink(folder.resolve("target"), Files.createDirectory(folder.resolve("elsewhere")));
        assertThatThrownBy(() -> StatementWriter.write(folder.resolve("target/gatekeeper"), List.of(folder), STATEMENT))
                .isInstanceOf(CannotDecideException.class)
                .hasMessage(folder.resolve("target/gatekeeper/rotate-tokens.statement")
                        + ": the statement to sign cannot be written: " + folder.resolve("target")
                        + ": it is a file or a symbolic link where a folder is needed");
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
    }
}
