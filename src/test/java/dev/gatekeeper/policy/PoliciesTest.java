package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.testing.SignedShop;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several policies in force say together. */
class PoliciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String TARGET = "version: 1\nrules: [{id: a, level: RED, paths: [x]}]\n";
    private static final String SIGNED = "version: 1\nrules: []\napproval: signed\n";
    private static final String RUN_OUT =
            "approvers: {g: [{name: J, keys: [{key: \"" + SignedShop.KEY + "\", validBefore: 2026-11-22}]}]}\n";

    /** What loosens needs every policy to say so; the built-in one never does. */
    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false", "false, false, false"})
    void anAuthorMayApproveOnlyWhereEveryPolicySaysSo(boolean target, boolean organisation, boolean may) {
        Policy own = PolicyText.valid(TARGET + "selfApproval: " + target + "\n", Origin.TARGET);
        Policy other = PolicyText.valid(SIGNED + "selfApproval: " + organisation + "\n", Origin.ORGANISATION);
        assertThat(of(own, other).selfApproval()).isEqualTo(may);
        assertThat(of(DefaultPolicy.get(), other).selfApproval()).isFalse();
        assertThat(of(other).selfApproval()).isEqualTo(organisation);
    }

    @Test
    void theOrganisationAnswersForRuleGatekeeperWhereItSaysWhoOrJudgesAlone() {
        Policy own = PolicyText.valid(TARGET, Origin.TARGET);
        Policy silent = PolicyText.valid(SIGNED, Origin.ORGANISATION);
        Policy naming = PolicyText.valid(
                SIGNED.replace("signed", "named") + "approvers: {g: [{name: J}]}\npolicyApprovers: [g]\n",
                Origin.ORGANISATION);
        assertThat(of(own, silent).answeringForGatekeeper(silent)).isSameAs(own);
        assertThat(of(own, silent).answeringForGatekeeper(own)).isSameAs(own);
        assertThat(of(own, naming).answeringForGatekeeper(naming)).isSameAs(naming);
        assertThat(of(silent).answeringForGatekeeper(silent)).isSameAs(silent);
    }

    /** What any of them asks for is asked for; the organisation asks as the other does where it says nothing, or else from GREEN. */
    @ParameterizedTest
    @CsvSource({
        "-, -, TARGET ORGANISATION, TARGET ORGANISATION",
        "YELLOW, -, '', TARGET ORGANISATION",
        "-, YELLOW, TARGET, TARGET ORGANISATION",
        "YELLOW, GREEN, ORGANISATION, TARGET ORGANISATION",
        "GREEN, YELLOW, TARGET, TARGET ORGANISATION",
        "YELLOW, RED, '', TARGET",
        "RED, YELLOW, '', ORGANISATION",
    })
    void aFieldIsAskedForByWhomeverAsksForIt(String target, String organisation, String green, String yellow) {
        Policies both = of(
                PolicyText.valid(TARGET + asking(target), Origin.TARGET),
                PolicyText.valid(SIGNED + asking(organisation), Origin.ORGANISATION));
        assertThat(names(both.askingFor("tests", Level.GREEN))).isEqualTo(green);
        assertThat(names(both.askingFor("tests", Level.YELLOW))).isEqualTo(yellow);
        assertThat(names(both.askingFor("riskLevel", Level.GREEN))).isEqualTo("TARGET ORGANISATION");
        assertThat(both.fieldNames()).isEmpty();
    }

    @Test
    void anOrganisationAloneAsksFromGreen() {
        assertThat(of(PolicyText.valid(SIGNED, Origin.ORGANISATION)).askingFor("tests", Level.GREEN))
                .containsExactly(Origin.ORGANISATION);
        assertThat(of(PolicyText.valid(SIGNED + asking("RED"), Origin.ORGANISATION))
                        .askingFor("tests", Level.YELLOW))
                .isEmpty();
        assertThat(of(DefaultPolicy.get()).askingFor("tests", Level.GREEN)).isEmpty();
    }

    private static String asking(String level) {
        return level.equals("-") ? "" : "fields: [{name: tests, from: " + level + "}]\n";
    }

    private static String names(Set<Origin> origins) {
        return origins.stream().map(Origin::name).collect(Collectors.joining(" "));
    }

    @Test
    void noKeyIsMissedOfWhomNobodyAsks() {
        Policy own = PolicyText.valid(TARGET, Origin.TARGET);
        Policy silent = PolicyText.valid(SIGNED, Origin.ORGANISATION);
        Policy naming = PolicyText.valid(SIGNED + RUN_OUT + "policyApprovers: [g]\n", Origin.ORGANISATION);
        assertThat(ids(of(own, silent), silent)).isEmpty();
        assertThat(ids(of(silent), silent)).containsExactly("gatekeeper");
        assertThat(ids(of(own, naming), naming)).containsExactly("gatekeeper");
    }

    @Test
    void noKeyIsMissedOfWhomTheRunCannotKnow() {
        String text = """
                version: 1
                repository: r
                approval: signed
                rules:
                  - {id: a, level: RED, paths: [x], approvers: [organisation/g]}
                  - {id: b, level: RED, paths: [y], approvers: [g]}
                """;
        Policy own = PolicyText.valid(text + RUN_OUT, Origin.TARGET);
        assertThat(ids(of(own), own)).containsExactly("b");
    }

    private static Policies of(Policy... policies) {
        return new Policies(Arrays.asList(policies));
    }

    private static List<String> ids(Policies policies, Policy policy) {
        return policies.rulesWithoutKey(policy, TODAY).stream().map(Rule::id).toList();
    }
}
