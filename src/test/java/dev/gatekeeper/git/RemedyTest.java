package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.testing.NativeGit;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remedies, followed word for word: the command that ends one is pasted into a shell in a clone that git made. */
class RemedyTest extends GitFixture {

    private static final String TARGET = "refs/remotes/up/main";

    NativeGit git;
    Path clone;

    @BeforeEach
    void makeHistory() {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        history.write("A", "a").commit("Base");
        history.branch("feature").write("B", "b").commit("One");
        history.write("B", "c").commit("Two");
        history.checkout("main").write("C", "c").commit("Main");
        git = new NativeGit(temp);
        git.git("-C", folder.toString(), "config", "uploadpack.allowFilter", "true");
        clone = temp.resolve("it's a clone");
    }

    @Test
    void aShallowCloneOfOneBranchGetsTheTargetAndThenTheHistory() throws Exception {
        clone("--depth=1", "--branch=feature");
        follow("is no ref of");
        follow("is a shallow clone");
        assertDecided();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blob:none", "tree:0"})
    void aPartialCloneOfOneBranchGetsAllThatItsRefsLeadTo(String filter) throws Exception {
        git.git("-C", folder.toString(), "config", "uploadpack.allowAnySHA1InWant", "true");
        clone("--filter=" + filter, "--branch=feature", "--no-checkout");
        git().git("fetch", "--quiet", "up", "+refs/heads/main:refs/remotes/elsewhere/main");
        follow("is a partial clone of 'up'");
        follow("is no ref of");
        assertDecided();
        assertThat(git().run("", "fsck", "--full").exit()).isZero();
    }

    /** A plain clone would take the change's own branch for the remote's default, and judge it against itself. */
    @Test
    void aCopyForAnUnknownExtensionKeepsTheTarget() throws Exception {
        clone("--branch=feature");
        git().git("fetch", "--quiet", "up", "+refs/heads/main:" + TARGET);
        git().git("config", "extensions.unheard", "of");
        String refusal = Refusals.of(this::commitsOfTheClone);
        String command = refusal.substring(refusal.indexOf(": git clone") + 2, refusal.indexOf(" <folder>"));
        git().paste(command + " ../copy");
        clone = temp.resolve("copy");
        assertDecided();
    }

    @Test
    void replacementsGoAllAtOnce() throws Exception {
        clone("--branch=feature");
        git().git("fetch", "--quiet", "up", "+refs/heads/main:" + TARGET);
        git().git("replace", "HEAD", "HEAD~1");
        git().git("replace", TARGET, "HEAD~2");
        git().git("update-ref", "refs/replace/nested/name", "HEAD");
        follow("replaces objects by others");
        assertDecided();
    }

    @Test
    void aBranchThatLostItsObjectIsFetchedAgain() throws Exception {
        clone("--branch=feature");
        git().git("fetch", "--quiet", "up", "+refs/heads/main:" + TARGET);
        String tip = git().git("rev-parse", TARGET);
        java.nio.file.Files.writeString(clone.resolve(".git/" + TARGET), "a".repeat(40) + "\n");
        follow("lacks the object " + "a".repeat(40));
        assertThat(git().git("rev-parse", TARGET)).isEqualTo(tip);
        assertDecided();
    }

    /** Java has no such table; git asks iconv, and rewrites name and message. */
    @Test
    void aCommitInAnotherEncodingIsWrittenAnew() throws Exception {
        String name = "author Jos\u00e9 <j@x> 1700000000 +0000\ncommitter Jos\u00e9 <j@x> 1700000000 +0000";
        String tree = new NativeGit(folder).git("rev-parse", "feature^{tree}");
        String commit = history.object(
                "commit",
                ("tree " + tree + "\nparent " + history.id("feature") + "\n" + name
                                + "\nencoding ISO-8859-14\n\nAdi\u00f3s\n")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        history.ref("refs/heads/feature", commit);
        clone("--branch=feature");
        git().git("fetch", "--quiet", "up", "+refs/heads/main:" + TARGET);
        assertThat(Refusals.of(this::commitsOfTheClone))
                .isEqualTo("Commit " + commit + " declares the encoding 'ISO-8859-14', in which the names that it holds"
                        + " can't be read.\nWrite it anew in UTF-8: git -c i18n.commitEncoding=UTF-8 rebase --no-ff "
                        + TARGET);
        follow("declares the encoding");
        assertThat(commitsOfTheClone())
                .anyMatch(made ->
                        made.authors().get(0).person().equals(new dev.gatekeeper.change.Person("Jos\u00e9", "j@x")));
    }

    private void clone(String... options) {
        String[] command = new String[options.length + 7];
        System.arraycopy(
                new String[] {"clone", "--quiet", "--single-branch", "--origin=up", "--config=gc.auto=0"},
                0,
                command,
                0,
                5);
        System.arraycopy(options, 0, command, 5, options.length);
        command[options.length + 5] = "file://" + folder;
        command[options.length + 6] = clone.toString();
        git.git(command);
    }

    /** Reads the change, which can't be decided because of {@code problem}, and does what the remedy says. */
    private void follow(String problem) throws Exception {
        String refusal = Refusals.of(this::commitsOfTheClone);
        assertThat(refusal).contains(problem);
        git().paste(refusal.substring(refusal.lastIndexOf(": git ") + 2));
    }

    private void assertDecided() {
        assertThat(Histories.lines(changeOfTheClone())).containsExactly("A 000000 100644 B");
    }

    private Change changeOfTheClone() {
        return Histories.with(
                clone,
                repository -> repository.change(repository.resolve(Optional.of(TARGET), Optional.empty(), "HEAD")));
    }

    private List<Commit> commitsOfTheClone() {
        return Histories.with(
                clone,
                repository -> Histories.commits(
                        repository, repository.resolve(Optional.of(TARGET), Optional.empty(), "HEAD")));
    }

    private NativeGit git() {
        return new NativeGit(clone);
    }
}
