package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Commit;
import dev.gatekeeper.testing.GitHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came after a signature is told by the order of commits; their dates are free text. */
class CommitOrderTest extends GitFixture {

    @Test
    void commitsComeBeforeTheirParentsWhateverTheirDatesSay() {
        history.write("a", "1").commit("Base");
        history.branch("feature").at(2_000_000_000L).write("a", "2");
        String parent = history.commit("The newest by its date");
        String child = history.at(1_000_000_000L).write("a", "3").commit("The oldest by its date");
        String merge =
                history.at(1_500_000_000L).commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(parent));
        assertThat(commits()).extracting(Commit::id).containsExactly(merge, child, parent);
    }
}
