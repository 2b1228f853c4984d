package dev.gatekeeper.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.approvals.ApprovalRequirement.Part;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyText;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.yaml.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementResultTest {

    private final Policy policy = PolicyText.valid("""
            version: 1
            rules:
              - {id: auth, level: RED, paths: [/auth/]}
            approvers:
              security: [{name: Jane Smith}, {name: Omar Haddad}]
            """, Origin.TARGET);

    private final Identities identities = new Identities(
            new Policies(List.of(policy)), Mailmap.of(FileContent.none(FileContent.Flaw.MISSING, Mailmap.MAX_BYTES)));

    /** Nothing counts by default: an approval counts only where it was held against the requirement. */
    @Test
    void countsNothingThatNobodyGave() {
        RequirementResult result = judged(named("Jane Smith", 9));

        assertThat(result.counts(named("Jane Smith", 9))).isTrue();
        assertThat(result.counts(named("Jane Smith", 12))).isFalse();
        assertThat(result.counts(named("Omar Haddad", 9))).isFalse();
    }

    @Test
    void keepsTwoEntriesOfOnePersonApart() {
        RequirementResult result = judged(named("Mallory", 9), named("Mallory", 12), named("Jane Smith", 15));

        assertThat(result.parts().get(0).dismissed()).hasSize(2);
        assertThat(result.dismisses(named("Mallory", 12), Dismissal.UNLISTED)).isTrue();
        assertThat(result.satisfied()).isTrue();
    }

    private RequirementResult judged(GivenApproval... given) {
        return new ApprovalRequirement(
                        policy,
                        policy.rules().get(0),
                        List.of(new Part("auth/Token.java", List.of())),
                        new FourEyes(false, List.of()),
                        false)
                .judge(List.of(given));
    }

    private GivenApproval named(String name, int line) {
        return new GivenApproval(
                identities.named(name),
                Proof.NAMED,
                false,
                Optional.of("rotate"),
                Level.RED,
                ".gatekeeper/contracts/rotate.yaml",
                Optional.of(new Mark(line, 5)),
                "review 1",
                Optional.empty(),
                Optional.empty());
    }
}
