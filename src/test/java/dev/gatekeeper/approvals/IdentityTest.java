package dev.gatekeeper.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @Test
    void isABotByAnEmailThatThePolicyGivesThem() {
        Identity helper = new Identities(new Policies(
                        List.of(policy(Origin.TARGET, "{name: Helper, email: '7+Helper[Bot]@users.example'}"))))
                .named("Helper");

        assertThat(helper.shown()).isEqualTo("Helper");
        assertThat(helper.isBot()).isTrue();
    }

    @Test
    void isNoBotByAnHonestName() {
        Policies policies =
                new Policies(List.of(policy(Origin.TARGET, "{name: Abbot Robot, email: robot@acme.example}")));

        assertThat(new Identities(policies).named("Abbot Robot").isBot()).isFalse();
    }

    /** An email has something before its '@'. */
    @Test
    void takesAHandleForAName() {
        Identity jane = new Identities(new Policies(List.of(policy(Origin.TARGET, "{name: '@jane'}")))).named("@jane");

        assertThat(jane.names()).extracting(Designation::text).contains("@jane");
        assertThat(jane.emails()).isEmpty();
        assertThat(jane.listed()).extracting(Approver::name).containsExactly("@jane");
    }

    /** Over any number of entries; what they may approve is what the entry says by which they are named. */
    @Test
    void isOnePersonUnderEveryNameThatSharesAnEmailOrAKey() {
        String key = "'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINvtihgEWYjMF1giFRaM7K5TVf9LW1GxRHXKStFpEjkY%s'";
        Policies policies = new Policies(List.of(
                policy(
                        Origin.TARGET,
                        "{name: Jane, email: jane@a}, {name: Mx, keys: [" + key.formatted("")
                                + "]}, {name: Other, email: o@a}"),
                policy(
                        Origin.ORGANISATION,
                        "{name: J. S., email: [jane@a, js@corp], keys: [" + key.formatted(" at work") + "]}")));

        Identity jane = new Identities(policies).named("Jane");

        assertThat(jane.names()).extracting(Designation::text).containsExactlyInAnyOrder("Jane", "Jane", "J. S.", "Mx");
        assertThat(jane.isCalled("js@corp")).isTrue();
        assertThat(jane.isCalled("o@a")).isFalse();
        assertThat(jane.isSameAs(new Identities(policies).named("Mx"))).isTrue();
        assertThat(jane.listed()).extracting(Approver::name).containsExactly("Jane");
    }

    @Test
    void isABotInLettersOfAnyWidth() {
        Policies policies = new Policies(List.of(policy(Origin.TARGET, "{name: Jane}")));
        assertThat(new Identities(policies).named("dependabot［bot］").isBot()).isTrue();
    }

    /** The author chooses the name that CI puts before their email, or around it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@acme.example",
                "<jane@acme.example>",
                "M. <jane@acme.example>",
                "M<x <jane@acme.example>",
                "M <x> <jane@acme.example>",
                "M > <jane@acme.example>",
                "<jane@acme.example",
                "jane@acme.example (M)",
                "\"Jane Smith\" <m@home.example>",
                "Jane Smith <m@home.example>",
                "Jane Smith"
            })
    void isMeantByEitherPartHoweverItIsWritten(String text) {
        Policies policies =
                new Policies(List.of(policy(Origin.TARGET, "{name: Jane Smith, email: jane@acme.example}")));

        assertThat(new Identities(policies).named("Jane Smith").isMeantBy(text)).isTrue();
        assertThat(new Identities(policies)
                        .named("Jane Smith")
                        .isMeantBy(text.replace('j', 'k').replace('J', 'K')))
                .isFalse();
    }

    @Test
    void isMeantByANameThatHoldsItsOwnMarks() {
        Policies policies = new Policies(List.of(policy(Origin.TARGET, "{name: Jane (Q) Smith}")));

        assertThat(new Identities(policies).named("Jane (Q) Smith").isMeantBy("Jane (Q) Smith <m@home.example>"))
                .isTrue();
    }

    private static Policy policy(Origin origin, String approver) {
        String text = """
                version: 1
                rules: [{id: auth, level: RED, because: Auth or permissions logic, paths: ["**/auth/**"]}]
                approvers: {security: [%s]}
                """.formatted(approver);
        return PolicyText.valid(text, origin);
    }
}
