package dev.gatekeeper.approvals;

import static dev.gatekeeper.approvals.ReviewingShop.CONTRACT;
import static dev.gatekeeper.approvals.ReviewingShop.RED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a review when git itself, or a forge by git's means, makes other commits of a branch. */
class ReviewedByGitTest {

    private final Path folder;
    private final NativeGit git;
    private ReviewingShop shop;

    @SuppressWarnings("NullAway.Init") // opened before each test
    ReviewedByGitTest(@TempDir Path folder) {
        this.folder = folder;
        this.git = new NativeGit(folder);
    }

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(NativeGit.isThere());
        shop = ReviewingShop.open(folder);
        shop.propose(RED);
        shop.history.write("docs/second.md", "more\n").commit("Write about it");
        shop.history.fillWorkTree();
    }

    @AfterEach
    void close() {
        if (NativeGit.isThere()) {
            shop.close();
        }
    }

    @Test
    void aRebasePasses() throws IOException {
        reviewed();
        onTarget("docs/other.md", "other\n");
        git.git("rebase", "-q", "main");
        assertThat(git.git("rev-parse", "HEAD")).isNotEqualTo(shop.lastReviewed());
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void anAmendedMessageAndAForcePushPass() {
        reviewed();
        git.git("commit", "-q", "--amend", "-m", "Say it better");
        git.git("reflog", "expire", "--expire=now", "--all");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aRebaseOntoATargetThatChangedTheRedPathIsStale() throws IOException {
        reviewed();
        onTarget(RED, "package shop.auth;\n\nclass Token { int fixed; }\n");
        git.run("", "rebase", "-q", "main");
        Files.writeString(folder.resolve(RED), "// rotated\n");
        git.git("add", RED);
        git.git("-c", "core.editor=true", "rebase", "--continue");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    /** git merges both sides' lines by itself, and nobody has seen what comes out. */
    @Test
    void aCleanMergeOfTheRedPathIsStale() throws IOException {
        String lines = "a\nb\nc\nd\ne\nf\ng\nh\n";
        git.git("checkout", "-q", "main");
        commit("src/auth/Long.java", lines);
        git.git("checkout", "-q", "-b", "long");
        commit("src/auth/Long.java", lines.replace("a\n", "A\n"));
        commit(CONTRACT, DemoShop.contract("RED"));
        reviewed();
        assertThat(shop.verdict()).containsExactly("PASSED");
        git.git("checkout", "-q", "main");
        commit("src/auth/Long.java", lines.replace("h\n", "H\n"));
        git.git("checkout", "-q", "long");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        git.git("merge", "-q", "--no-edit", "main");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        git.git("checkout", "-q", "--detach", "main");
        git.git("merge", "-q", "--no-edit", "long");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    @Test
    void aSquashMergeAndACherryPickPass() throws IOException {
        reviewed();
        onTarget("docs/other.md", "other\n");
        git.git("checkout", "-q", "-b", "squashed", "main");
        git.git("merge", "-q", "--squash", "work");
        git.git("commit", "-q", "-m", "Rotate tokens (#42)");
        assertThat(shop.verdict()).containsExactly("PASSED");
        git.git("checkout", "-q", "-b", "picked", "main");
        git.git("cherry-pick", "main..work");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void anUpdatedBranchAndAMergeRefPass() throws IOException {
        reviewed();
        onTarget("docs/other.md", "other\n");
        git.git("merge", "-q", "--no-edit", "main");
        assertThat(shop.verdict()).containsExactly("PASSED");
        git.git("checkout", "-q", "--detach", "main");
        git.git("merge", "-q", "--no-ff", "--no-edit", "work");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aMergeQueueOfTwoChangesIsStale() throws IOException {
        reviewed();
        git.git("checkout", "-q", "-b", "second", "main");
        commit(CONTRACT.replace("rotate", "second"), DemoShop.contract("GREEN"));
        commit("docs/third.md", "third\n");
        git.git("checkout", "-q", "-b", "queue", "main");
        git.git("merge", "-q", "--no-ff", "--no-edit", "second");
        git.git("merge", "-q", "--no-ff", "--no-edit", "work");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    /** Its base is ahead of main, where what goes before it has got in by itself. */
    @Test
    void aMergeQueuesOwnBasePasses() throws IOException {
        reviewed();
        git.git("checkout", "-q", "-b", "second", "main");
        commit(CONTRACT.replace("rotate", "second"), DemoShop.contract("GREEN"));
        git.git("checkout", "-q", "main");
        git.git("merge", "-q", "--no-ff", "--no-edit", "second");
        git.git("checkout", "-q", "-b", "queue", "main");
        git.git("merge", "-q", "--no-ff", "--no-edit", "work");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aRevertedRevertNeedsANewReview() throws IOException {
        reviewed();
        git.git("checkout", "-q", "main");
        git.git("merge", "-q", "--no-ff", "--no-edit", "work");
        git.git("revert", "--no-edit", "-m", "1", "HEAD");
        git.git("checkout", "-q", "-b", "again");
        git.git("revert", "--no-edit", "HEAD");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    private void reviewed() {
        shop.reviewedAt(git.git("rev-parse", "HEAD"), "janes");
    }

    private void onTarget(String path, String text) throws IOException {
        git.git("checkout", "-q", "main");
        commit(path, text);
        git.git("checkout", "-q", "work");
    }

    private void commit(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.git("add", path);
        git.git("commit", "-q", "-m", "Write " + path);
    }
}
