package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreeSnapshotTest extends GitFixture {

    GitRepository repository;
    Snapshot snapshot;

    @BeforeEach
    void makeHistory() {
        history.write("a/b/c", "text").symlink("a/link", "b").submodule("a/sub", "1".repeat(40));
        history.entry("gone", 0100644, "2".repeat(40)).entry("tree", 0100644, history.object("tree", new byte[0]));
        String commit = history.commit("Files");
        repository = GitRepository.open(folder);
        snapshot = repository.snapshot(commit);
    }

    @AfterEach
    void closeRepository() {
        repository.close();
    }

    @Test
    void findsEntries() {
        assertThat(snapshot.entry(RawPath.of("a")).isFolder()).isTrue();
        assertThat(snapshot.entry(RawPath.of("a/b")).isFolder()).isTrue();
        assertThat(snapshot.entry(RawPath.of("a/b/c")))
                .isEqualTo(new Entry(
                        0100644, history.object("blob", "text".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(snapshot.entry(RawPath.of("a/link")).isSymbolicLink()).isTrue();
        assertThat(snapshot.entry(RawPath.of("a/sub"))).isEqualTo(new Entry(0160000, "1".repeat(40)));
        for (String nothing :
                new String[] {"x", "a/x", "a/b/c/d", "a/link/c", "a/sub/x", "a/b/", "/a", "a//b", "/", "A", "a/b/c/"}) {
            assertThat(snapshot.entry(RawPath.of(nothing))).as(nothing).isEqualTo(Entry.ABSENT);
        }
    }

    @Test
    void listsWhatAFolderHoldsItself() {
        assertThat(snapshot.entries(Optional.empty()))
                .containsExactly(RawPath.of("a"), RawPath.of("gone"), RawPath.of("tree"));
        assertThat(snapshot.entries(Optional.of(RawPath.of("a"))))
                .containsExactly(RawPath.of("a/b"), RawPath.of("a/link"), RawPath.of("a/sub"));
        for (String none : new String[] {"x", "gone", "a/link", "a/sub", "a/b/c"}) {
            assertThat(snapshot.entries(Optional.of(RawPath.of(none)))).as(none).isEmpty();
        }
    }

    @Test
    void findsAFileByItsContent() {
        String text = history.object("blob", "text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(snapshot.holding(RawPath.of("a/b"), text)).contains(RawPath.of("a/b/c"));
        assertThat(snapshot.holding(RawPath.of("a/b"), "1".repeat(40))).isEmpty();
        // Neither below another folder, nor what is no regular file, nor where there is no folder.
        assertThat(snapshot.holding(RawPath.of("a"), text)).isEmpty();
        assertThat(snapshot.holding(RawPath.of("a"), "1".repeat(40))).isEmpty();
        assertThat(snapshot.holding(RawPath.of("gone"), text)).isEmpty();
        assertThat(snapshot.holding(RawPath.of("x"), text)).isEmpty();
    }

    @Test
    void readsFilesUpToTheirLimit() {
        Entry file = snapshot.entry(RawPath.of("a/b/c"));
        assertThat(snapshot.read(file, 4).map(String::new)).contains("text");
        assertThat(snapshot.read(file, 3)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> snapshot.read(snapshot.entry(RawPath.of("a/link")), 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" is not a file");
    }

    /** A file that JGit would not hold in memory at all is too large like any other. */
    @Test
    void looksAtTheSizeBeforeItReads() {
        int streamed = 50 * 1024 * 1024 + 1;
        history.entry("huge", 0100644, history.object("blob", new byte[streamed]))
                .commit("Huge");
        try (GitRepository repository = GitRepository.open(folder)) {
            Snapshot head = repository.snapshot(history.id("HEAD"));
            assertThat(head.read(head.entry(RawPath.of("huge")), streamed - 1)).isEmpty();
            assertThat(Refusals.of(() -> head.read(head.entry(RawPath.of("huge")), streamed)))
                    .contains("can't be read: ");
        }
    }

    @Test
    void refusesMissingAndMistakenObjects() {
        assertThat(Refusals.of(() -> snapshot.read(snapshot.entry(RawPath.of("gone")), 9)))
                .isEqualTo("'" + real() + "' lacks the object " + "2".repeat(40)
                        + ".\nClone the repository again, or fetch what is missing (git fsck --full shows it):"
                        + " git fetch --refetch");
        assertThat(Refusals.of(() -> snapshot.read(snapshot.entry(RawPath.of("tree")), 9)))
                .startsWith("'" + real() + "' can't be read: ")
                .contains("is not a blob");
    }
}
