package dev.gatekeeper.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyReader;
import dev.gatekeeper.policy.PolicyReading;
import java.util.List;
import org.junit.jupiter.api.Test;

class HumanTest {

    @Test
    void isABotByAnEmailThatThePolicyGivesThem() {
        Human helper = Human.named(
                "Helper",
                new Policies(List.of(policy(Origin.TARGET, "{name: Helper, email: '7+Helper[Bot]@users.example'}"))));

        assertThat(helper.shown()).isEqualTo("Helper");
        assertThat(helper.isBot()).isTrue();
    }

    @Test
    void isNoBotByAnHonestName() {
        Policies policies =
                new Policies(List.of(policy(Origin.TARGET, "{name: Abbot Robot, email: robot@acme.example}")));

        assertThat(Human.named("Abbot Robot", policies).isBot()).isFalse();
    }

    /** An email has something before its '@'. */
    @Test
    void takesAHandleForAName() {
        Human jane = Human.named("@jane", new Policies(List.of(policy(Origin.TARGET, "{name: '@jane'}"))));

        assertThat(jane.names()).contains("@jane");
        assertThat(jane.emails()).isEmpty();
        assertThat(jane.listed()).extracting(Approver::name).containsExactly("@jane");
    }

    private static Policy policy(Origin origin, String approver) {
        String text = """
                version: 1
                rules: [{id: auth, level: RED, because: Auth or permissions logic, paths: ["**/auth/**"]}]
                approvers: {security: [%s]}
                """.formatted(approver);
        PolicyReading reading = PolicyReader.read(text.getBytes(UTF_8), origin, "");
        assertThat(reading).isInstanceOf(PolicyReading.Valid.class);
        return ((PolicyReading.Valid) reading).policy();
    }
}
