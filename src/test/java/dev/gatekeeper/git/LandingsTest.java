package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingsTest {

    @TempDir
    Path folder;

    private GitHistory history;

    @BeforeEach
    void begin() {
        history = GitHistory.init(folder);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void land(String id, String time) {
        history.at(Instant.parse(time).getEpochSecond())
                .write(Layout.contract(id).display(), id)
                .commit("Land " + id);
    }

    private Set<String> before(String day) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Revisions revisions =
                    new Revisions(Optional.empty(), Optional.empty(), history.id("main"), history.id("main"));
            Set<String> ids = new TreeSet<>();
            for (RawPath path : repository.landedBefore(revisions, Layout.CONTRACTS, LocalDate.parse(day))) {
                ids.add(Layout.contractId(path).orElseThrow());
            }
            return ids;
        }
    }

    @Test
    void isTheDayOfTheCommitThatBroughtIt() {
        land("a", "2025-01-31T23:59:59Z");
        land("b", "2025-02-01T00:00:00Z");
        land("c", "2025-02-02T00:00:00Z");
        assertThat(before("2025-01-31")).isEmpty();
        assertThat(before("2025-02-01")).containsExactly("a");
        assertThat(before("2025-02-02")).containsExactly("a", "b");
        assertThat(before("2026-01-01")).containsExactly("a", "b", "c");
    }

    /** A clock that was once in the future keeps back nothing that has landed since. */
    @Test
    void goesByEachCommitsOwnDate() {
        land("a", "2024-01-01T00:00:00Z");
        land("future", "2037-01-01T00:00:00Z");
        land("b", "2024-02-01T00:00:00Z");
        land("c", "2026-01-01T00:00:00Z");
        land("past", "1999-01-01T00:00:00Z");
        land("d", "2026-02-01T00:00:00Z");
        assertThat(before("2025-01-01")).containsExactly("a", "b", "past");
        assertThat(before("2026-01-02")).containsExactly("a", "b", "c", "past");
    }

    @Test
    void isThatOfTheMergeAndNotOfTheBranch() {
        land("a", "2024-01-01T00:00:00Z");
        history.branch("change");
        land("b", "2024-02-01T00:00:00Z");
        history.checkout("main");
        land("c", "2026-01-01T00:00:00Z");
        history.at(Instant.parse("2026-02-01T00:00:00Z").getEpochSecond()).merge("change");
        assertThat(before("2025-01-01")).containsExactly("a");
        assertThat(before("2026-02-01")).containsExactly("a", "c");
        assertThat(before("2026-02-02")).containsExactly("a", "b", "c");
    }

    /** What was taken out and brought back has landed when it came back. */
    @Test
    void isThatOfTheNewestCommitThatBroughtIt() {
        land("a", "2024-01-01T00:00:00Z");
        history.delete(Layout.contract("a").display()).commit("Take it out");
        land("b", "2026-01-01T00:00:00Z");
        land("a", "2026-02-01T00:00:00Z");
        assertThat(before("2025-01-01")).isEmpty();
    }

    @Test
    void nothingLandsWhereThereIsNoFolder() {
        history.write("README.md", "nothing\n").commit("Begin");
        assertThat(before("2037-01-01")).isEmpty();
    }
}
