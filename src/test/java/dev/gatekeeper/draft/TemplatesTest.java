package dev.gatekeeper.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.policy.DefaultPolicy;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.testing.Document;
import dev.gatekeeper.testing.MemorySnapshot;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    /** The keys of the README's sample, one a line, the first of a list's entry too. */
    private static final Pattern KEY = Pattern.compile("(?m)^ *(?:- )?(?:\\{)?([a-zA-Z]+):");

    @Test
    void thePolicyJudgesAsTheBuiltInOneDoes() {
        Policy written = read(Templates.policy());
        Policy builtIn = read(DefaultPolicy.text());
        assertThat(written.rules()).isEqualTo(builtIn.rules());
        assertThat(written.unmatched()).isEqualTo(builtIn.unmatched());
        assertThat(written.fields()).isEqualTo(builtIn.fields());
        assertThat(written.everyone()).isEmpty();
        assertThat(written.warnUntil()).isEmpty();
    }

    /** Each key that is off can be switched on as its comment says, all of them at once too. */
    @Test
    void everyKeyThatIsOffIsGood() {
        Policy written = read(Templates.policy().replaceAll("(?m)^#(?! \\S|$)", ""));
        assertThat(written.repository()).contains("acme/shop");
        assertThat(written.warnUntil()).isPresent();
        assertThat(written.everyone()).hasSize(1);
        assertThat(written.invariants()).containsKey("auth-never-weakened");
        assertThat(written.asksForLink()).isFalse();
        assertThat(written.selfApproval()).isFalse();
    }

    @Test
    void everyKeyIsExplained() {
        List<String> keys = Document.of("README.md").blocks("yaml").stream()
                .filter(block -> block.startsWith("version: 1\nrepository:"))
                .flatMap(block -> KEY.matcher(block).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(keys)
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(Templates.policy()).containsPattern("\\b" + key + "\\b"));
    }

    private static Policy read(String text) {
        Snapshot target = new MemorySnapshot().with(".gatekeeper/policy.yaml", text);
        return PolicySource.inForce(target, "main", Optional.empty()).inForce().get(0);
    }
}
