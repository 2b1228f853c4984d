package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final Path FOLDER = Path.of("/builds/shop");

    /** -Dgatekeeper.orgpolicy=… would quietly judge without the organisation's policy. */
    @ParameterizedTest
    @CsvSource({
        "gatekeeper.orgpolicy, gatekeeper.orgPolicy",
        "gatekeeper.isolatd, gatekeeper.isolated",
        "Gatekeeper.isolated, gatekeeper.isolated",
        "gatekeeper.tagret, gatekeeper.target"
    })
    void aSlipIsAComplaint(String property, String meant) {
        Properties user = new Properties();
        user.setProperty(property, "true");
        assertThat(Parameters.of(Stream.empty(), user).complaint())
                .contains(new UsageProblem(
                        property + " is no parameter of Gatekeeper; the nearest is " + meant,
                        "Write it so, or leave it out: what it asks for would not be done."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gatekeeper.records",
                "gatekeeper.tests",
                "gatekeeper.field.head",
                "gatekeeper.version",
                "gatekeeping"
            })
    void whatIsMeantForAnotherIsNone(String property) {
        Properties user = new Properties();
        user.setProperty(property, "true");
        assertThat(Parameters.of(Stream.empty(), user).complaint()).isEmpty();
    }

    @Test
    void aPropertyThatNoGoalKnowsIsWarnedAbout() {
        Properties user = new Properties();
        user.setProperty("gatekeeper.warnonly", "true");
        user.setProperty("gatekeeper.tagret", "main");
        user.setProperty("gatekeeper.target", "main");
        user.setProperty("gatekeeping", "yes");
        assertThat(Parameters.of(Stream.empty(), user).warnings())
                .containsExactly(
                        "gatekeeper.tagret is no parameter of Gatekeeper and does nothing; the nearest is gatekeeper.target",
                        "gatekeeper.warnonly is no parameter of Gatekeeper and does nothing; the nearest is gatekeeper.warnOnly");
    }

    @Test
    void aWrongOneReadsAsIfItWereNotGiven() {
        Parameters parameters = parameters(ParameterName.WARN_ONLY, "yes");
        assertThat(parameters.flag(ParameterName.WARN_ONLY)).isFalse();
        assertThat(parameters.text(ParameterName.WARN_ONLY)).isEmpty();
        assertThat(parameters.isWrong(ParameterName.WARN_ONLY)).isTrue();
        assertThat(parameters.complaint().map(UsageProblem::problem))
                .contains("gatekeeper.warnOnly is 'yes'; allowed are 'true' and 'false'");
    }

    @Test
    void whatIsNotGivenIsNotWrong() {
        Parameters parameters = parameters(ParameterName.TARGET, "main");
        assertThat(parameters.isWrong(ParameterName.RECORD)).isFalse();
        assertThat(parameters.path(ParameterName.RECORD, FOLDER)).isEmpty();
        assertThat(parameters.list(ParameterName.AUTHOR)).isEmpty();
        assertThat(parameters.flag(ParameterName.SKIP)).isFalse();
        assertThat(parameters.complaint()).isEmpty();
        assertThat(parameters.warnings()).isEmpty();
    }

    @Test
    void aRelativePathStartsAtTheFolderMavenWasStartedFor() {
        assertThat(parameters(ParameterName.RECORD, "../42.json").path(ParameterName.RECORD, FOLDER))
                .contains(Path.of("/builds/42.json"));
        assertThat(parameters(ParameterName.RECORD, "/tmp/42.json").path(ParameterName.RECORD, FOLDER))
                .contains(Path.of("/tmp/42.json"));
    }

    private static Parameters parameters(ParameterName name, String value) {
        return Parameters.of(
                Stream.of(new ParameterValue(name, Optional.of(value), Optional.empty())), new Properties());
    }
}
