package dev.gatekeeper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Revisions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands that a message offers to be pasted into a shell; a branch may be called anything. */
class NextStepTest {

    private static final Revisions HOSTILE =
            new Revisions(Optional.of("refs/heads/a'b;$(rm)"), Optional.empty(), "1".repeat(40), "2".repeat(40));

    @Test
    void leavesNothingOfATargetsNameForAShellToRead() {
        String quoted = "'refs/heads/a'\\''b;$(rm)'";
        assertThat(HOSTILE.mergeCommand()).isEqualTo("git merge " + quoted);
        assertThat(NextStep.restore(HOSTILE, List.of("AI.md"))).isEqualTo("git checkout " + quoted + " -- AI.md");
        assertThat(NextStep.sign(HOSTILE, "one")).contains(" -Dgatekeeper.target=" + quoted + " ");
        assertThat(NextStep.option("repositoryName", Optional.of("a shop")))
                .isEqualTo(" -Dgatekeeper.repositoryName='a shop'");
        assertThat(NextStep.option("repositoryName", Optional.empty())).isEmpty();
    }

    @Test
    void leavesNothingOfAPathForAShellToRead() {
        Revisions plain =
                new Revisions(Optional.of("refs/heads/main"), Optional.empty(), "1".repeat(40), "2".repeat(40));
        assertThat(NextStep.restore(plain, List.of("docs/AI notes.md", "-x", "a`b`", ".gatekeeper/contracts")))
                .isEqualTo("git checkout refs/heads/main -- 'docs/AI notes.md' '-x' 'a`b`' .gatekeeper/contracts");
    }
}
