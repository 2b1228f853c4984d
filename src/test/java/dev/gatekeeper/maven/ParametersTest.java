package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.text.UndecidedCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        "gatekeeper.tagret, gatekeeper.target",
        "gatekeeper.recrod, gatekeeper.record"
    })
    void aSlipCannotBeDecided(String property, String meant) {
        assertThat(all(property).problem())
                .contains(new UsageProblem(
                        UndecidedCode.PARAMETER_UNKNOWN,
                        property + " is no parameter of verify; the nearest is " + meant,
                        "Write it so, or leave it out: what it asks for would not be done."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gatekeeper.field.head", "gatekeeper.version", "gatekeeping"})
    void whatIsFarFromAnyIsNoSlip(String property) {
        assertThat(all(property).problem()).isEmpty();
    }

    @Test
    void whatTheGoalDoesNotReadIsWarnedAbout() {
        assertThat(all("gatekeeper.orgPolicies").warnings())
                .containsExactly("gatekeeper.orgPolicies is no parameter of verify and does nothing; the nearest is"
                        + " gatekeeper.orgPolicy");
        assertThat(all("gatekeeper.target").warnings()).isEmpty();
        assertThat(all("gatekeeping").warnings()).isEmpty();
    }

    /** A record is asked for, and none is written. */
    @Test
    void whatAnotherGoalReadsIsWarnedAboutToo() {
        Parameters approve = parameters("approve", Stream.of(ParameterName.TARGET), "gatekeeper.record");
        assertThat(approve.warnings())
                .containsExactly("gatekeeper.record is a parameter of another goal, and does nothing in approve");
        assertThat(approve.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gatekeeper.tests.2, true",
        "gatekeeper.tests.99, true",
        "gatekeeper.invariantsChecked.3, true",
        "gatekeeper.field.rollbackPlan, true",
        "gatekeeper.tests.1, false",
        "gatekeeper.tests.02, false",
        "gatekeeper.tests.x, false",
        "gatekeeper.field., false",
        "gatekeeper.whatChanged.2, false"
    })
    void someAreGivenMoreThanOnce(String property, boolean known) {
        assertThat(ParameterName.of(property).isPresent()).isEqualTo(known);
    }

    @Test
    void anEntryThatIsReadIsNotWarnedAbout() {
        ParameterValue second = ParameterValue.entry(ParameterName.TESTS, "2", "a => b");
        Parameters draft = Parameters.of(
                "draft",
                List.of(new ParameterValue(ParameterName.TESTS, Optional.empty(), Optional.empty(), false), second),
                Set.of("gatekeeper.tests.2", "gatekeeper.tests.x"),
                Set.of());
        assertThat(draft.texts(ParameterName.TESTS)).containsExactly(Map.entry("2", "a => b"));
        assertThat(draft.problem())
                .contains(new UsageProblem(
                        UndecidedCode.PARAMETER_UNKNOWN,
                        "gatekeeper.tests.x is no parameter of draft; the nearest is gatekeeper.tests",
                        "Write it so, or leave it out: what it asks for would not be done."));
    }

    private static Parameters all(String property) {
        return parameters("verify", Stream.of(ParameterName.values()), property);
    }

    private static Parameters parameters(String goal, Stream<ParameterName> names, String property) {
        return Parameters.of(goal, names.map(ParametersTest::absent).toList(), Set.of(property), Set.of());
    }

    private static ParameterValue absent(ParameterName name) {
        return new ParameterValue(name, Optional.empty(), Optional.empty(), false);
    }

    /** What MAVEN_OPTS and .mvn/jvm.config say is among the system properties only; some Mavens have the command line's there too. */
    @Test
    void aSlipInWhatTheJvmWasStartedWithIsNamedWithItsPlace() {
        Parameters slip = ofJvm("gatekeeper.isolatd");
        assertThat(slip.problem().map(UsageProblem::problem))
                .contains(
                        "gatekeeper.isolatd in MAVEN_OPTS or .mvn/jvm.config is no parameter of verify; the nearest is"
                                + " gatekeeper.isolated");
        assertThat(ofJvm("gatekeeper.orgPolicies").problem()).isEmpty();
        assertThat(ofJvm("gatekeeper.orgPolicies").warnings())
                .containsExactly(
                        "gatekeeper.orgPolicies in MAVEN_OPTS or .mvn/jvm.config is no parameter of verify and does"
                                + " nothing; the nearest is gatekeeper.orgPolicy");
        assertThat(ofJvm("gatekeeper.target").warnings()).isEmpty();
        assertThat(ofJvm("user.dir").warnings()).isEmpty();
        Set<String> both = Set.of("gatekeeper.orgPolicies");
        assertThat(Parameters.of("verify", List.of(absent(ParameterName.HEAD)), both, both)
                        .warnings())
                .containsExactly(
                        "gatekeeper.orgPolicies is no parameter of verify and does nothing; the nearest is gatekeeper.head");
    }

    @Test
    void knowsWhetherWhoeverStartedMavenHasGivenAny() {
        assertThat(all("user.dir").isAnyOfWhoStartedMaven()).isFalse();
        assertThat(all("gatekeeper.nonsense").isAnyOfWhoStartedMaven()).isTrue();
        assertThat(ofJvm("gatekeeper.nonsense").isAnyOfWhoStartedMaven()).isTrue();
        assertThat(parameters(ParameterName.TARGET, "main").isAnyOfWhoStartedMaven())
                .isTrue();
        assertThat(one(Optional.empty(), false).isAnyOfWhoStartedMaven()).isFalse();
        assertThat(one(Optional.empty(), true).isAnyOfWhoStartedMaven()).isTrue();
    }

    private static Parameters one(Optional<String> commandLine, boolean ofJvm) {
        return Parameters.of(
                "verify",
                List.of(new ParameterValue(ParameterName.TARGET, commandLine, Optional.of("main"), ofJvm)),
                Set.of(),
                Set.of());
    }

    private static Parameters ofJvm(String property) {
        return Parameters.of(
                "verify",
                Stream.of(ParameterName.values()).map(ParametersTest::absent).toList(),
                Set.of(),
                Set.of(property));
    }

    @Test
    void aWrongOneReadsAsIfItWereNotGiven() {
        Parameters parameters = parameters(ParameterName.WARN_ONLY, "yes");
        assertThat(parameters.flag(ParameterName.WARN_ONLY)).isFalse();
        assertThat(parameters.text(ParameterName.WARN_ONLY)).isEmpty();
        assertThat(parameters.isWrong(ParameterName.WARN_ONLY)).isTrue();
        assertThat(parameters.problem().map(UsageProblem::problem))
                .contains("gatekeeper.warnOnly is 'yes'; allowed are 'true' and 'false'");
    }

    @Test
    void whatIsNotGivenIsNotWrong() {
        Parameters parameters = parameters(ParameterName.TARGET, "main");
        assertThat(parameters.isWrong(ParameterName.RECORD)).isFalse();
        assertThat(parameters.path(ParameterName.RECORD, FOLDER)).isEmpty();
        assertThat(parameters.list(ParameterName.AUTHOR)).isEmpty();
        assertThat(parameters.flag(ParameterName.SKIP)).isFalse();
        assertThat(parameters.problem()).isEmpty();
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
                "verify",
                List.of(new ParameterValue(name, Optional.of(value), Optional.empty(), false)),
                Set.of(),
                Set.of());
    }
}
