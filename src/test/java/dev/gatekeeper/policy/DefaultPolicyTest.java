package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefaultPolicyTest {

    @Test
    @DisplayName("the built-in policy is the published one, by its git id too, and lets any human approve")
    void builtIn() throws Exception {
        Policy policy = DefaultPolicy.get();
        Process git =
                new ProcessBuilder("git", "hash-object", "--no-filters", "policy-examples/default/policy.yaml").start();
        String id = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(policy.blob()).isEqualTo(id);
        assertThat(policy.origin()).isEqualTo(Origin.BUILT_IN);
        assertThat(policy.everyone()).isEmpty();
        assertThat(policy.approval()).isEqualTo(Proof.NAMED);
        assertThat(policy.warnUntil()).isEmpty();
    }
}
