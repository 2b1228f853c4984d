package dev.gatekeeper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Revisions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands that a message offers to be pasted into a shell; a branch may be called anything. */
class NextStepTest {

    private static final Revisions HOSTILE = new Revisions(
            Optional.of("refs/heads/a'b;$(rm)"), Optional.of("refs/heads/a'b;$(rm)"), "1".repeat(40), "2".repeat(40));

    @Test
    void leavesNothingOfATargetsNameForAShellToRead() {
        String quoted = "'refs/heads/a'\\''b;$(rm)'";
        assertThat(HOSTILE.mergeCommand()).isEqualTo("git merge " + quoted);
        assertThat(NextStep.restore(HOSTILE, List.of("AI.md"))).isEqualTo("git checkout " + quoted + " -- AI.md");
        assertThat(NextStep.sign(HOSTILE, "one")).contains(" -Dgatekeeper.targetName='a'\\''b;$(rm)' ");
        assertThat(NextStep.option("repositoryName", Optional.of("a shop")))
                .isEqualTo(" -Dgatekeeper.repositoryName='a shop'");
        assertThat(NextStep.option("repositoryName", Optional.empty())).isEmpty();
    }

    /** The branch may stand elsewhere in the approver's clone, and the remote has the name that the target's ref tells. */
    @Test
    void namesAndFetchesBothCommitsForAnApprover() {
        String one = "1".repeat(40);
        String two = "2".repeat(40);
        String rest = " " + one + " " + two + "; mvn dev.gatekeeper:gatekeeper-maven-plugin:approve"
                + " -Dgatekeeper.contract=rotate -Dgatekeeper.target=" + one;
        String head = " -Dgatekeeper.head=" + two;
        Optional<String> main = Optional.of("refs/heads/main");
        assertThat(NextStep.sign(new Revisions(Optional.of("refs/remotes/up/main"), main, one, two), "rotate"))
                .isEqualTo("git fetch up" + rest + " -Dgatekeeper.targetName=main" + head);
        assertThat(NextStep.sign(new Revisions(Optional.empty(), main, one, two), "rotate"))
                .isEqualTo("git fetch origin" + rest + " -Dgatekeeper.targetName=main" + head);
        assertThat(NextStep.sign(new Revisions(Optional.empty(), Optional.empty(), one, two), "rotate"))
                .isEqualTo("git fetch origin" + rest + head);
    }

    /** What a clone finds by itself is left out, so that the command is the same in any. */
    @Test
    void draftsForTheTargetOfTheRun() {
        String draft = "mvn dev.gatekeeper:gatekeeper-maven-plugin:draft";
        assertThat(NextStep.draft(into(Optional.of("refs/remotes/origin/main"))))
                .isEqualTo(draft);
        assertThat(NextStep.draft(into(Optional.empty()))).isEqualTo(draft);
        assertThat(NextStep.draft(into(Optional.of("refs/remotes/up/main"))))
                .isEqualTo(draft + " -Dgatekeeper.target=refs/remotes/up/main");
    }

    private static Revisions into(Optional<String> ref) {
        return new Revisions(ref, Optional.of("refs/heads/main"), "1".repeat(40), "2".repeat(40));
    }

    @Test
    void leavesNothingOfAPathForAShellToRead() {
        Revisions plain =
                new Revisions(Optional.of("refs/heads/main"), Optional.empty(), "1".repeat(40), "2".repeat(40));
        assertThat(NextStep.restore(plain, List.of("docs/AI notes.md", "-x", "a`b`", ".gatekeeper/contracts")))
                .isEqualTo("git checkout refs/heads/main -- 'docs/AI notes.md' '-x' 'a`b`' .gatekeeper/contracts");
    }
}
