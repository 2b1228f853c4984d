package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.testing.SampleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ReportMojoTest extends MojoFixture {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @BeforeEach
    void writeRecords() throws IOException {
        commandLine.remove("gatekeeper.target");
        Path records = Files.createDirectories(shop.resolve("records"));
        Files.writeString(
                records.resolve("verdict.json"),
                SampleRecord.of("acme/shop", "42", NOON).incomplete().json());
    }

    @Test
    @InjectMojo(goal = "report")
    void writesTheReports(ReportMojo mojo) throws Exception {
        report(mojo);
        Path output = shop.resolve("target/gatekeeper");
        assertThat(output.resolve("metrics.json")).content().startsWith("{\"format\": \"gatekeeper-metrics/1\"");
        assertThat(output.resolve("metrics.md")).content().contains("**100.0 %**");
        assertThat(output.resolve("save-log.md")).content().contains("`42`");
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] 1 record read.",
                        "[INFO] 100.0 % of all changes were stopped at least once because their author had not answered for"
                                + " them in full: 1 of 1.",
                        "[WARNING] The save log lies below a folder 'target', which mvn clean deletes, with all that people"
                                + " have written into it; give it another place: -Dgatekeeper.output=FOLDER",
                        "[INFO] Reports: " + output + ": metrics.md, metrics.json, save-log.md",
                        "[INFO] This run is advisory: it counts what records say, and proves none of them");
    }

    @Test
    @InjectMojo(goal = "report")
    void readsAgainWhatItHasWrittenAmongRecords(ReportMojo mojo) throws Exception {
        commandLine.setProperty("gatekeeper.output", "records");
        report(mojo);
        report(mojo);
        assertThat(log.lines())
                .noneMatch(line -> line.contains("can't be read"))
                .noneMatch(line -> line.startsWith("[WARNING]"));
    }

    @Test
    @InjectMojo(goal = "report")
    void namesWhatItCannotRead(ReportMojo mojo) throws Exception {
        Files.writeString(shop.resolve("records/more.ndjson"), "{\n".repeat(30));
        report(mojo);
        assertThat(log.lines())
                .contains(
                        "[WARNING] more.ndjson:1  it is no JSON, from its byte 2 on",
                        "[WARNING] 10 more that can't be read as verdict records.",
                        "[INFO] 31 records read; counted beside: what is no record, or a damaged one (30).");
        assertThat(shop.resolve("target/gatekeeper/metrics.json")).content().contains("\"unreadable\": 30");
    }

    @Test
    @InjectMojo(goal = "report")
    void strictlyFailsOnWhatItCannotRead(ReportMojo mojo) throws Exception {
        commandLine.setProperty("gatekeeper.strict", "true");
        report(mojo);
        Files.writeString(shop.resolve("records/half.json"), "{");
        assertThatThrownBy(() -> report(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Gatekeeper can't read 1 file or line as verdict records, and gatekeeper.strict is 'true';"
                        + " the log names them");
        assertThat(shop.resolve("target/gatekeeper/metrics.json")).content().contains("\"unreadable\": 1");
    }

    @Test
    @InjectMojo(goal = "report")
    void asksForRecords(ReportMojo mojo) {
        refused(
                mojo,
                "gatekeeper.records isn't given, so there is nothing to report on [parameter-missing]; remedy: name the folder that the verdict"
                        + " records lie in: -Dgatekeeper.records=FOLDER");
        commandLine.setProperty("gatekeeper.records", "gone");
        refused(
                mojo,
                "gatekeeper.records is '" + shop.resolve("gone")
                        + "', which is no folder [file-unreadable]; remedy: name the folder that the"
                        + " verdict records lie in: -Dgatekeeper.records=FOLDER");
    }

    @Test
    @InjectMojo(goal = "report")
    void followsNoLinkOfTheFolder(ReportMojo mojo, @TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(shop.resolve("target"), elsewhere);
        assertThatThrownBy(() -> report(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("it is a file or a symbolic link where a folder is needed");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private void report(ReportMojo mojo) throws MojoExecutionException, MojoFailureException {
        commandLine.setProperty("gatekeeper.records", "records");
        run(mojo);
    }

    private void refused(ReportMojo mojo, String message) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Gatekeeper cannot decide: " + message);
        assertThat(shop.resolve("target")).doesNotExist();
    }
}
