package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class VerifyMojoTest extends MojoFixture {

    @Test
    @InjectMojo(goal = "verify")
    void aGreenChangePasses(VerifyMojo mojo) {
        propose("GREEN", DemoShop.GREEN);
        assertThatCode(() -> run(mojo)).doesNotThrowAnyException();
        assertThat(record()).contains("\"verdict\":", "PASSED");
    }

    @Test
    @InjectMojo(goal = "verify")
    void aBlockedChangeFails(VerifyMojo mojo) {
        propose("YELLOW", DemoShop.RED);
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "Gatekeeper blocked this change: 2 findings; next: the author (risk-understated), then Jane Smith"
                                + " (escalation-missing)")
                .hasNoCause();
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("[ERROR] " + DemoShop.CONTRACT + ":"))
                .anyMatch(line -> line.startsWith("[ERROR] BLOCKED: "));
        assertThat(record()).contains("BLOCKED");
    }

    @Test
    @InjectMojo(goal = "verify")
    void noVerdictIsAnError(VerifyMojo mojo) {
        propose("GREEN", DemoShop.GREEN);
        commandLine.setProperty("gatekeeper.target", "refs/heads/gone");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Gatekeeper cannot decide: ")
                .hasNoCause();
        assertThat(record()).contains("UNDECIDED");
    }

    /** What is wrong with the change is said all the same; a pass is not, since it is none. */
    @Test
    @InjectMojo(goal = "verify")
    void aRecordThatCannotBeWrittenLeavesNoVerdict(VerifyMojo mojo) {
        propose("YELLOW", DemoShop.RED);
        commandLine.setProperty("gatekeeper.record", ".git/verdict.json");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Gatekeeper cannot decide: ");
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("[ERROR] BLOCKED: "))
                .anyMatch(line -> line.contains("the verdict record cannot be written"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void aPassThatCannotBeRecordedIsNone(VerifyMojo mojo) {
        propose("GREEN", DemoShop.GREEN);
        commandLine.setProperty("gatekeeper.record", ".git/verdict.json");
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoExecutionException.class);
        assertThat(log.lines())
                .noneMatch(line -> line.contains("PASSED"))
                .anyMatch(line -> line.contains("the verdict record cannot be written"));
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "target", value = "change")
    void theCommandLinesTargetCounts(VerifyMojo mojo) {
        propose("YELLOW", DemoShop.RED);
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines())
                .contains(
                        "[WARNING] gatekeeper.target is 'main' on the command line and 'change' in the POM or the settings:"
                                + " the command line's counts");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "target", value = "change\n::error::forged")
    void whatThePomSaysWritesNoLineOfItsOwn(VerifyMojo mojo) {
        propose("GREEN", DemoShop.GREEN);
        assertThatCode(() -> run(mojo)).doesNotThrowAnyException();
        assertThat(log.lines())
                .contains(
                        "[WARNING] gatekeeper.target is 'main' on the command line and 'change\\n::error::forged' in the POM"
                                + " or the settings: the command line's counts");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "skip", value = "true")
    void thePomCannotSkip(VerifyMojo mojo) {
        propose("YELLOW", DemoShop.RED);
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Gatekeeper cannot decide: <skip> is 'true' in the POM or the settings,"
                                + " where gatekeeper.skip must not be given [parameter-misplaced]; remedy: take <skip> out of the POM, and"
                                + " gatekeeper.skip out of properties and settings; whoever runs the pipeline decides on it, and no change does.");
        assertThat(record()).contains("UNDECIDED");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "squashed", value = "true")
    void thePomCannotSayThatItIsSquashed(VerifyMojo mojo) {
        propose("GREEN", DemoShop.GREEN);
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Gatekeeper cannot decide: <squashed> is 'true' in the POM or the settings,"
                                + " where gatekeeper.squashed must not be given [parameter-misplaced]; remedy: take <squashed> out of the POM, and"
                                + " gatekeeper.squashed out of properties and settings; whoever runs the pipeline decides on it, and no change does.");
    }

    @Test
    @InjectMojo(goal = "verify")
    void skipWarnsAndSaysSoInPlaceOfAnOldRecord(VerifyMojo mojo) throws IOException {
        Path record = shop.resolve("target/gatekeeper/verdict.json");
        Files.createDirectories(record.resolveSibling(""));
        Files.writeString(record, "{\"verdict\": \"PASSED\"}");
        commandLine.setProperty("gatekeeper.skip", "true");
        commandLine.setProperty("gatekeeper.change", "42");
        assertThatCode(() -> run(mojo)).doesNotThrowAnyException();
        assertThat(log.lines())
                .containsExactly(
                        "[WARNING] gatekeeper.skip is 'true': this change is not judged; recorded as SKIPPED in "
                                + record,
                        "[INFO] This run is advisory: there is no repository that Maven could run apart from");
        assertThat(record()).contains("\"verdict\": \"SKIPPED\"", "\"change\": \"42\"");
        assertThat(record.resolveSibling("verdict.md")).content().startsWith("# Gatekeeper: SKIPPED\n");
    }

    /** Somebody would go on reading a pass that is none. */
    @Test
    @InjectMojo(goal = "verify")
    void aSkippedRunThatCannotBeRecordedIsNone(VerifyMojo mojo) {
        commandLine.setProperty("gatekeeper.skip", "true");
        commandLine.setProperty("gatekeeper.record", ".git/verdict.json");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("the verdict record cannot be written");
        assertThat(log.lines()).noneMatch(line -> line.contains("SKIPPED"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void warnOnlyLetsABlockedChangeThrough(VerifyMojo mojo) {
        propose("YELLOW", DemoShop.RED);
        commandLine.setProperty("gatekeeper.warnOnly", "true");
        assertThatCode(() -> run(mojo)).doesNotThrowAnyException();
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("[WARNING] "))
                .noneMatch(line -> line.startsWith("[ERROR] "));
        assertThat(record()).contains("BLOCKED");
    }

    @Test
    @InjectMojo(goal = "verify")
    void warnOnlyLetsNothingThroughThatCannotBeDecided(VerifyMojo mojo) {
        propose("GREEN", DemoShop.GREEN);
        commandLine.setProperty("gatekeeper.warnOnly", "true");
        commandLine.setProperty("gatekeeper.target", "refs/heads/gone");
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoExecutionException.class);
        assertThat(record()).contains("UNDECIDED");
    }

    @Test
    @InjectMojo(goal = "verify")
    void aMisspeltPropertyIsNamed(VerifyMojo mojo) {
        propose("GREEN", DemoShop.GREEN);
        commandLine.setProperty("gatekeeper.nonsense", "a\nb");
        assertThatCode(() -> run(mojo)).doesNotThrowAnyException();
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("[WARNING] gatekeeper.nonsense is no parameter of verify and does"
                        + " nothing; the nearest is "));
        commandLine.setProperty("gatekeeper.warnonly", "a\nb");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Gatekeeper cannot decide: gatekeeper.warnonly is no parameter of verify; the nearest is"
                                + " gatekeeper.warnOnly [parameter-unknown]; remedy: write it so, or leave it out: what it asks for would not be done.");
    }

    @Test
    @InjectMojo(goal = "verify")
    void aSecondModuleFailsToo(VerifyMojo mojo) {
        propose("YELLOW", DemoShop.RED);
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);
        int printed = log.lines().size();
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines()).hasSize(printed);
    }

    @Test
    @InjectMojo(goal = "verify")
    void aRecordThatCannotBeWrittenIsNoPass(VerifyMojo mojo) throws IOException {
        propose("GREEN", DemoShop.GREEN);
        Files.createFile(shop.resolve("target"));
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Gatekeeper cannot decide: " + shop.resolve("target/gatekeeper/verdict.json"));
        assertThat(log.lines()).noneMatch(line -> line.contains("PASSED"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void aLinkOfTheChangeWhereTheRecordGoesIsNotFollowed(VerifyMojo mojo, @TempDir Path elsewhere) throws IOException {
        propose("GREEN", DemoShop.GREEN);
        Files.createSymbolicLink(shop.resolve("target"), elsewhere);
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("it is a file or a symbolic link where a folder is needed");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "verify")
    void aLibraryThatDoesNotFitIsNoPass(VerifyMojo mojo) {
        when(session.getStartTime()).thenThrow(new NoSuchMethodError("a\nb"));
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Gatekeeper cannot decide: an unexpected failure, java.lang.NoSuchMethodError: a\\nb")
                .hasNoCause();
    }

    @Test
    @InjectMojo(goal = "verify")
    void whatNobodyForesawIsNoPass(VerifyMojo mojo) {
        when(session.getStartTime()).thenThrow(new IllegalStateException("a\nb"));
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Gatekeeper cannot decide: an unexpected failure, java.lang.IllegalStateException: a\\nb")
                .hasNoCause();
    }

    private void propose(String declared, String path) {
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(path, "// changed\n")
                    .write(DemoShop.CONTRACT, DemoShop.contract(declared))
                    .commit("Change it");
        }
    }

    private String record() {
        try {
            return Files.readString(shop.resolve("target/gatekeeper/verdict.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
