package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Review;
import dev.gatekeeper.text.UndecidedCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValueTest {

    @Test
    void theCommandLineWinsAndTheOtherIsNamed() {
        ParameterValue given = given(ParameterName.TARGET, "main", "evil");
        assertThat(given.value()).contains("main");
        assertThat(given.problem()).isEmpty();
        assertThat(given.warning())
                .contains("gatekeeper.target is 'main' on the command line and 'evil' in the POM or the settings:"
                        + " the command line's counts");
    }

    @Test
    void thePomCountsWhereTheCommandLineIsSilent() {
        ParameterValue given = given(ParameterName.TARGET, null, "develop");
        assertThat(given.value()).contains("develop");
        assertThat(given.problem()).isEmpty();
        assertThat(given.warning()).isEmpty();
    }

    @Test
    void sayingTheSameTwiceIsFine() {
        ParameterValue given = given(ParameterName.SKIP, "true", "true");
        assertThat(given.value()).contains("true");
        assertThat(given.problem()).isEmpty();
        assertThat(given.warning()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ParameterName.class,
            names = {
                "AUTHOR",
                "ORG_POLICY",
                "REPOSITORY_NAME",
                "TARGET_NAME",
                "SIMULATION",
                "WARN_ONLY",
                "SKIP",
                "ISOLATED"
            })
    void thePomMustNotGiveWhatIsForTheCommandLineOnly(ParameterName name) {
        assertThat(given(name, null, "true").problem()).contains(onlyCommandLine(name.element(), "true"));
        assertThat(given(name, "false", "true").problem()).contains(onlyCommandLine(name.element(), "true"));
        assertThat(given(name, "true", "").problem()).contains(onlyCommandLine(name.element(), ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = ParameterName.class,
            names = {"CONTRACT", "CHECK", "PATHS", "ID", "WHAT_CHANGED", "TESTS"})
    void thePomMustNotGiveWhatIsForOneRun(ParameterName name) {
        assertThat(given(name, null, "true").problem())
                .contains(new UsageProblem(
                        UndecidedCode.PARAMETER_MISPLACED,
                        "<%s> is 'true' in the POM or the settings, where %s must not be given"
                                .formatted(name.element(), name.property()),
                        "Take <%s> out of the POM, and %s out of properties and settings; it is for one run, on its command line."
                                .formatted(name.element(), name.property())));
    }

    @ParameterizedTest
    @EnumSource(
            value = ParameterName.class,
            names = {"TARGET", "HEAD", "REPOSITORY", "CHANGE", "RECORD"})
    void thePomMayGiveTheOthers(ParameterName name) {
        assertThat(given(name, null, "value").problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "True", "1", "true ", "falsch"})
    void aFlagIsExactlyTrueOrFalse(String value) {
        assertThat(given(ParameterName.WARN_ONLY, value, null).problem())
                .contains(new UsageProblem(
                        UndecidedCode.PARAMETER_INVALID,
                        "gatekeeper.warnOnly is '" + value + "'; allowed are 'true' and 'false'",
                        "Write one of the two, or leave it out."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void bothFlagsAreAllowed(String value) {
        assertThat(given(ParameterName.WARN_ONLY, value, null).problem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ParameterName.class, mode = EnumSource.Mode.EXCLUDE, names = "REVIEWS")
    void noValueMayBeBlank(ParameterName name) {
        assertThat(given(name, " ", null).problem())
                .contains(new UsageProblem(
                        UndecidedCode.PARAMETER_INVALID,
                        name.property() + " is ' ', which is empty or has an empty entry",
                        "Give it a value, or leave it out."));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "jane,", ",jane", "jane, ,joe"})
    void aListHasNoEmptyEntries(String value) {
        assertThat(given(ParameterName.AUTHOR, value, null).problem())
                .contains(new UsageProblem(
                        UndecidedCode.PARAMETER_INVALID,
                        "gatekeeper.author is '" + value + "', which is empty or has an empty entry",
                        "Give it a value, or leave it out."));
    }

    @Test
    void aListIsCutAtItsCommas() {
        assertThat(given(ParameterName.AUTHOR, "Jane Smith , joe@acme.example", null)
                        .entries())
                .containsExactly("Jane Smith", "joe@acme.example");
    }

    @Test
    void aNameMayHoldAComma() {
        assertThat(given(ParameterName.AUTHOR, "Smith, Jane,joe", null).entriesAndPairs())
                .containsExactly("Smith", "Jane", "joe", "Smith, Jane", "Jane, joe", "Smith, Jane, joe");
        assertThat(given(ParameterName.AUTHOR, "Smith, Jane", null).entriesAndPairs())
                .containsExactly("Smith", "Jane", "Smith, Jane");
    }

    /** Maven shows there what the environment or the settings hold, and the judge would take it for what was given. */
    @ParameterizedTest
    @EnumSource(ParameterName.class)
    void nothingIsReadThatMavenExpands(ParameterName name) {
        ParameterValue given = given(name, "x ${env.SECRET}", "x hunter2");
        assertThat(given.problem().map(UsageProblem::problem))
                .contains(
                        name.property()
                                + " is 'x ${env.SECRET}' on the command line, in which Maven would replace what stands in '${…}'");
        assertThat(given.warning()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ParameterName.class)
    void noValueMayHaveLostLetters(ParameterName name) {
        for (String lost : List.of("J\uFFFDrgen", "J\uD83Drgen", "J\uDE00rgen", "J\uDE00\uD83Drgen", "Jrgen\uD83D")) {
            assertThat(given(name, lost, null).problem())
                    .contains(new UsageProblem(
                            UndecidedCode.PARAMETER_GARBLED,
                            name.property() + " is '" + lost + "', which has lost letters",
                            "Start Maven in a locale of UTF-8, such as LC_ALL=C.UTF-8."));
        }
        assertThat(given(name, "J\uD83D\uDE00rgen", null).problem().map(UsageProblem::problem))
                .isNotEqualTo(Optional.of(name.property() + " is 'J\uD83D\uDE00rgen', which has lost letters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "janes@1111111111111111111111111111111111111111",
                "a@b@1111111111111111111111111111111111111111"
            })
    void reviewsMayBeNone(String value) {
        assertThat(given(ParameterName.REVIEWS, value, null).problem()).isEmpty();
    }

    @Test
    void reviewsAreReadInTheirOrder() {
        String commit = "1".repeat(40);
        assertThat(given(ParameterName.REVIEWS, "janes@" + commit + ", omarh@" + commit, null)
                        .reviews())
                .containsExactly(new Review("janes", commit), new Review("omarh", commit));
        assertThat(given(ParameterName.REVIEWS, "", null).reviews()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "janes",
                "janes@HEAD",
                "janes@1111111",
                "@1111111111111111111111111111111111111111",
                "janes@111111111111111111111111111111111111111A",
                "jane s@1111111111111111111111111111111111111111"
            })
    void aReviewHasALoginAndAFullId(String value) {
        assertThat(given(ParameterName.REVIEWS, "omarh@" + "2".repeat(40) + "," + value, null)
                        .problem())
                .contains(new UsageProblem(
                        UndecidedCode.PARAMETER_INVALID,
                        "gatekeeper.reviews holds '" + value + "', which is no review",
                        "Write each as LOGIN@COMMIT, with the 40 lower-case hex digits of the commit that it was given for, and"
                                + " a comma between two:"
                                + " -Dgatekeeper.reviews=janes@1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e"));
    }

    @Test
    void aPathMustBeOne() {
        assertThat(given(ParameterName.RECORD, "a\0b", null).problem())
                .contains(
                        new UsageProblem(
                                UndecidedCode.PARAMETER_INVALID,
                                "gatekeeper.record is 'a\0b', which can't be a path on this machine",
                                "Give the path of a file or a folder, absolute or relative to the folder Maven is started for."));
    }

    /** Maven 3 forgets what the JVM was started with where the command line says otherwise; Maven 4 injects it. */
    @ParameterizedTest
    @EnumSource(ParameterName.class)
    void theCommandLineWinsOverWhatTheJvmWasStartedWith(ParameterName name) {
        String value = switch (name.form()) {
            case REVIEWS -> "janes@" + "1".repeat(40);
            case DAY -> "2026-01-31";
            case COUNT -> "50";
            case COMMIT -> "1".repeat(40);
            default -> "true";
        };
        ParameterValue given = new ParameterValue(name, Optional.of(value), Optional.of("false"), true);
        assertThat(given.value()).contains(value);
        assertThat(given.problem()).isEmpty();
        assertThat(given.warning())
                .contains(name.property() + " is '" + value + "' on the command line and 'false' in MAVEN_OPTS or"
                        + " .mvn/jvm.config: the command line's counts");
    }

    @Test
    void theJvmMustNotGiveWhatIsForTheCommandLineOnly() {
        ParameterValue given = new ParameterValue(ParameterName.AUTHOR, Optional.empty(), Optional.of("alice"), true);
        assertThat(given.problem())
                .contains(
                        new UsageProblem(
                                UndecidedCode.PARAMETER_MISPLACED,
                                "gatekeeper.author is 'alice' in MAVEN_OPTS or .mvn/jvm.config, where it must not be given",
                                "Take -Dgatekeeper.author=… out of there; whoever runs the pipeline decides on it, and no change does."));
        assertThat(new ParameterValue(ParameterName.TARGET, Optional.empty(), Optional.of("main"), true).problem())
                .isEmpty();
    }

    @Test
    void knowsWhatTheJvmWasStartedWith() {
        List<String> arguments =
                List.of("-Xmx1g", "-Dgatekeeper.target=main", "-Dgatekeeper.target=next", "-Dgatekeeper.targetName=x");
        assertThat(JvmArguments.define(arguments, "gatekeeper.target", "next")).isTrue();
        assertThat(JvmArguments.define(arguments, "gatekeeper.target", "main")).isFalse();
        assertThat(JvmArguments.define(arguments, "gatekeeper.head", "next")).isFalse();
    }

    /** An author, or their agent, who is told to make the build pass must not learn here how to switch the gate off. */
    @ParameterizedTest
    @EnumSource(
            value = ParameterName.class,
            names = {"SIMULATION", "WARN_ONLY", "SKIP", "SQUASHED"})
    void noRefusalTellsHowToSwitchTheGateOff(ParameterName name) {
        Stream.of(
                        new ParameterValue(name, Optional.empty(), Optional.of("true"), false),
                        new ParameterValue(name, Optional.empty(), Optional.of("true"), true),
                        new ParameterValue(name, Optional.empty(), Optional.of(""), false),
                        new ParameterValue(name, Optional.of("yes"), Optional.empty(), false))
                .map(given -> given.problem().orElseThrow())
                .forEach(refusal -> assertThat(refusal.problem() + " " + refusal.remedy())
                        .doesNotContain("=true")
                        .doesNotContain("command line"));
    }

    private static UsageProblem onlyCommandLine(String element, String value) {
        return new UsageProblem(
                UndecidedCode.PARAMETER_MISPLACED,
                "<%s> is '%s' in the POM or the settings, where gatekeeper.%s must not be given"
                        .formatted(element, value, element),
                "Take <%s> out of the POM, and gatekeeper.%s out of properties and settings; whoever runs the pipeline"
                                .formatted(element, element)
                        + " decides on it, and no change does.");
    }

    private static ParameterValue given(ParameterName name, @Nullable String commandLine, @Nullable String injected) {
        return new ParameterValue(name, Optional.ofNullable(commandLine), Optional.ofNullable(injected), false);
    }
}
