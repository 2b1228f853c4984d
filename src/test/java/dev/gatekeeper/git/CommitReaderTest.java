package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Author.Role;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.testing.GitHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitReaderTest extends GitFixture {

    private static final Person ADA = new Person("Ada Author", "ada@acme.example");
    private static final Person BO = new Person("Bo", "bo@acme.example");

    @BeforeEach
    void startHistory() {
        history.write("A", "a").write("B", "b").commit("Base");
        history.branch("feature");
    }

    @Test
    void saysWhoTouchedWhat() {
        String one =
                history.write("A", "1").write("passing", "x").commit("One", "Bo <bo@acme.example>", GitHistory.AUTHOR);
        String two = history.delete("passing").write("C", "c").commit("Two\n\nCo-authored-by: Bo <bo@acme.example>\n");

        assertThat(commits())
                .containsExactlyInAnyOrder(
                        new Commit(
                                one,
                                List.of(author(BO, Role.AUTHOR, one), author(ADA, Role.COMMITTER, one)),
                                paths("A"),
                                paths("A"),
                                false),
                        new Commit(
                                two,
                                List.of(author(ADA, Role.AUTHOR, two), author(BO, Role.CO_AUTHOR, two)),
                                paths("C"),
                                paths("C"),
                                false));
    }

    @Test
    void countsADeletion() {
        String delete = history.delete("A").commit("Delete");
        assertThat(commit(delete))
                .isEqualTo(
                        new Commit(delete, List.of(author(ADA, Role.AUTHOR, delete)), paths("A"), paths("A"), false));
    }

    @Test
    void looksIntoEachFolderThatTheChangeTouches() {
        String first = history.write("one/a", "1").write("two/deep/b", "1").commit("One");
        String passing = history.write("A", "1").write("three/c", "1").commit("Two");
        history.delete("three/c").commit("Three");
        assertThat(touched(first)).isEqualTo(paths("one/a", "two/deep/b"));
        assertThat(touched(passing)).isEqualTo(paths("A"));
    }

    /** An "update branch" by the approver touches none of what either side brought. */
    @Test
    void countsForAMergeWhatDiffersFromAllItsParents() {
        history.write("A", "1").commit("One");
        history.checkout("main").write("B", "2").commit("Main");
        history.checkout("feature");
        String clean = history.merge("main");
        history.checkout("main").write("B", "3").commit("Main again");
        history.checkout("feature").write("B", "3").write("A", "evil");
        String evil = history.commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        history.write("C", "c").commit("Two");

        assertThat(touched(clean)).isEmpty();
        assertThat(touched(evil)).isEqualTo(paths("A"));
    }

    /** Head may have the path from elsewhere: here from before the change, by the merge of an ancient commit. */
    @Test
    void saysWhichCommitLeftAPathAsHeadHasIt() {
        String ancient = history.id("main");
        String base = history.checkout("main").write("A", "strong").commit("Strengthen");
        history.checkout("main").branch("attack").write("A", "decoy").write("B", "b2");
        String decoy = history.commit("Decoy");
        String back = history.write("A", "a")
                .write("B", "b3")
                .commit("Merge ancient", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(ancient));

        Change change = Histories.change(folder, "main", "attack");

        assertThat(change.mergeBase()).isEqualTo(base);
        assertThat(Histories.commits(folder, "main", "attack"))
                .containsExactly(
                        new Commit(
                                back, List.of(author(ADA, Role.AUTHOR, back)), paths("A", "B"), paths("A", "B"), false),
                        new Commit(decoy, List.of(author(ADA, Role.AUTHOR, decoy)), paths("A", "B"), Set.of(), false));
    }

    /** Though somebody else once left the path so: a try that is taken back again would hide who brings the old state back. */
    @Test
    void countsForAMergeWhatItKeepsAgainstTheTarget() {
        history.write("A", "tried").commit("Try", "Bo <bo@acme.example>", "Bo <bo@acme.example>");
        String undone = history.write("A", "a").commit("Take back", "Bo <bo@acme.example>", "Bo <bo@acme.example>");
        history.checkout("main").write("A", "fixed").commit("Fix");
        history.checkout("feature");
        String kept = history.commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));

        assertThat(commit(undone).made()).isEqualTo(paths("A"));
        assertThat(commit(kept))
                .isEqualTo(new Commit(kept, List.of(author(ADA, Role.AUTHOR, kept)), paths("A"), paths("A"), false));
    }

    @Test
    void countsForAMergeTheSideOfAConflictThatItTakes() {
        history.write("A", "ours").write("C", "c").commit("Ours");
        history.checkout("main").write("A", "theirs").commit("Theirs");
        history.checkout("feature");
        String ours = history.commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        assertThat(touched(ours)).isEqualTo(paths("A"));
    }

    /** With its own ancestor beside it, or with several merge bases, nothing says what would have come out by itself. */
    @Test
    void countsForAMergeWhatItTakesFromItsOwnPast() {
        String deleted = history.delete("A").commit("Delete");
        String restored = history.write("A", "a").write("C", "c").commit("Restore");
        String back = history.delete("A").commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(deleted));
        assertThat(touched(back)).isEqualTo(paths("A"));
        assertThat(touched(restored)).isEqualTo(paths("A", "C"));
        String octopus = history.write("A", "a")
                .commit("Octopus", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(restored, deleted));
        history.delete("A").commit("Delete again");
        assertThat(touched(octopus)).contains(RawPath.of("A"));
    }

    @Test
    void countsForAMergeWhatItTakesWhereItsParentsHaveSeveralBases() {
        String one = history.write("A", "1").write("C", "c").commit("One");
        String two = history.checkout("main").branch("side").write("B", "2").commit("Two");
        String withoutTwo =
                history.checkout("feature").commit("Cross", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(two));
        String withoutOne =
                history.checkout("side").commit("Cross", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(one));
        history.checkout("feature").write("B", "2");
        String both = history.commit("Both", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(withoutOne));

        assertThat(touched(withoutTwo)).isEqualTo(paths("B"));
        assertThat(touched(withoutOne)).contains(RawPath.of("A"));
        assertThat(touched(both)).contains(RawPath.of("A"), RawPath.of("B"));
    }

    /** Who updates the branch, and leaves the texts of both sides as git joins them, has written nothing. */
    @Test
    void countsNotForAMergeWhatAMergeOfTheTextsGives() {
        history.checkout("main").write("A", "1\n2\n3\n4\n").commit("Text");
        history.checkout("main").branch("text").write("A", "one\n2\n3\n4\n").commit("One");
        history.checkout("main").write("A", "1\n2\n3\nfour\n").commit("Four");
        String merge = history.checkout("text").merge("main");
        history.checkout("main").write("A", "1\n2\n3\nFOUR\n").commit("Four again");
        history.checkout("text").write("A", "one\nevil\n2\n3\nFOUR\n");
        String evil = history.commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        history.write("B", "x").commit("More");

        assertThat(commit("text", merge).touched()).isEmpty();
        assertThat(commit("text", evil).touched()).isEqualTo(paths("A"));
    }

    /** Who has taken something back before the texts are joined has a part in what comes out, though the target has no more of it. */
    @Test
    void countsWhoTookSomethingBackBeforeAMergeOfTheTexts() {
        history.checkout("main").write("A", "1\n2\n3\n4\n").commit("Text");
        history.checkout("main").branch("text").write("A", "check\n1\n2\n3\n4\n");
        String check = history.commit("Check", "Bo <bo@acme.example>");
        String back = history.write("A", "1\n2\n3\n4\n").commit("Take back");
        history.detach(check).branch("more").write("A", "check\n1\n2\n3\nfour\n");
        String more = history.commit("More", "Bo <bo@acme.example>");
        String merge = history.checkout("text")
                .write("A", "1\n2\n3\nfour\n")
                .commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(more));

        assertThat(commit("text", merge).touched()).isEmpty();
        assertThat(commit("text", merge).made()).isEqualTo(paths("A"));
        assertThat(commit("text", back).touched()).isEqualTo(paths("A"));
    }

    @Test
    void countsNotForAMergeTheSideThatAloneChangedSomethingSinceEachOfSeveralBases() {
        String one = history.write("A", "1").commit("One");
        String two = history.checkout("main").branch("side").write("B", "2").commit("Two");
        history.checkout("feature").commit("Take", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(two));
        String cross = history.write("B", "2").write("C", "c").commit("Cross");
        history.checkout("side").write("A", "1");
        String other = history.commit("Cross", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(one));
        history.checkout("feature").write("C", "c2").commit("Go on");
        String both = history.merge(other);

        assertThat(touched(cross)).contains(RawPath.of("C"));
        assertThat(touched(both)).isEmpty();
    }

    /** Of each merge with thousands of bases, all of these would have to be read. */
    @ParameterizedTest
    @CsvSource({"50, false", "51, true"})
    void countsAllForAMergeWhoseParentsHaveTooManyBases(int bases, boolean all) {
        List<String> sides = new ArrayList<>();
        for (int side = 0; side < bases; side++) {
            sides.add(history.detach("main").branch("side" + side).commit("Side " + side));
        }
        String one =
                history.checkout("feature").write("A", "1").commit("One", GitHistory.AUTHOR, GitHistory.AUTHOR, sides);
        history.detach("main").branch("other").write("C", "c");
        String other = history.commit("Other", GitHistory.AUTHOR, GitHistory.AUTHOR, sides);
        String merge = history.checkout("feature")
                .write("C", "c")
                .commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(other));

        // Then C may have been carried to where it is, too.
        assertThat(commit(one).touched()).isEqualTo(all ? paths("A", "C") : paths("A"));
        assertThat(touched(merge)).isEqualTo(all ? paths("A", "C") : paths());
    }

    /** The target has moved what the branch edits, and git carries the edit along: the merge alone has the new path. */
    @Test
    void countsEverybodyWhereAMergeMayHaveCarriedWhatTheyDidElsewhere() {
        history.checkout("main").write("lib/A", "1\n2\n3\n4\n").commit("Text");
        String edit = history.checkout("main")
                .branch("edit")
                .write("lib/A", "one\n2\n3\n4\n")
                .commit("Edit");
        history.checkout("main").delete("lib/A").write("auth/A", "1\n2\n3\n4\n").commit("Move");
        history.checkout("edit").delete("lib/A").write("auth/A", "one\n2\n3\n4\n");
        String merge = history.commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        String later = history.write("auth/A", "one\n2\n3\n4\n5\n").commit("Later");

        assertThat(commit("edit", edit).touched()).isEqualTo(paths("auth/A"));
        assertThat(commit("edit", merge).touched()).isEqualTo(paths("auth/A"));
        assertThat(commit("edit", later).touched()).isEqualTo(paths("auth/A"));
    }

    /** Her branch landed by a squash; another branch grew on top of it, and goes on in the same file. */
    @Test
    void countsNotWhatHasLanded() {
        String one = history.write("A", "landed").commit("One");
        String two = history.write("A", "two").commit("Two");
        history.checkout("main").write("A", "landed").commit("One (#1)");

        assertThat(touched(one)).isEmpty();
        assertThat(touched(two)).isEqualTo(paths("A"));
    }

    /** What the target has may be older still than what head has: to take it back and bring it again would clear everybody. */
    @Test
    void countsWhoWroteWhatHeadHasThoughItWasTakenBackInBetween() {
        String first = history.write("A", "mine").commit("First");
        String back = history.write("A", "a").commit("Take back");
        String again = history.write("A", "mine").commit("Again", "Bo <bo@acme.example>");
        assertThat(touched(first)).isEqualTo(paths("A"));
        assertThat(touched(back)).isEqualTo(paths("A"));
        assertThat(touched(again)).isEqualTo(paths("A"));
    }

    /** The same where the state that head has is as old as the branch: its first commit has it without having touched it. */
    @Test
    void countsWhoTakesBackWhatTheTargetHasGivenUp() {
        history.checkout("main").branch("old").write("C", "c").commit("First");
        history.checkout("main").write("A", "fixed").commit("Fix");
        String taken = history.checkout("old").write("A", "fixed").commit("Take the fix");
        String back = history.write("A", "a").commit("Take it back");
        history.commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));

        assertThat(commit("old", taken).touched()).isEqualTo(paths("A"));
        assertThat(commit("old", back).touched()).isEqualTo(paths("A"));
    }

    @Test
    void countsNotADeletionThatHasLanded() {
        history.checkout("main").branch("stack").write("C", "c");
        String one = history.delete("A").commit("One");
        String two = history.write("A", "new").commit("Two");
        history.checkout("main").delete("A").commit("One (#1)");
        assertThat(Refusals.of(() -> Histories.change(folder, "main", "stack"))).contains("Merge the target");
        String merge = history.checkout("stack").commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));

        assertThat(commit("stack", one).touched()).isEqualTo(paths("C"));
        assertThat(commit("stack", two).touched()).isEqualTo(paths("A"));
        // Git stops at this merge and asks, so whoever made it chose.
        assertThat(commit("stack", merge).touched()).isEqualTo(paths("A"));
    }

    @Test
    void whoLeftThePathInAnotherModeDidNotLeaveItAsHeadHasIt() {
        history.checkout("main").branch("mode").write("A", "new");
        String content = history.commit("Content");
        String mode = history.chmod("A", true).commit("Mode");

        assertThat(Histories.commits(folder, "main", "mode"))
                .containsExactly(
                        new Commit(mode, List.of(author(ADA, Role.AUTHOR, mode)), paths("A"), paths("A"), false),
                        new Commit(content, List.of(author(ADA, Role.AUTHOR, content)), paths("A"), Set.of(), false));
    }

    /** Old tools wrote 100664, which git passes over when it writes the folder anew. */
    @Test
    void passesOverPermissionBitsThatGitPassesOver() {
        String blob = history.object("blob", new byte[] {1});
        String odd = history.entry("A", 0100664, blob).commit("Odd");
        history.entry("A", 0100644, blob).commit("Plain");
        assertThat(commit(odd).made()).isEqualTo(paths("A"));
    }

    @Test
    void countsAllThatARootCommitHolds() {
        String root = history.orphan("other").write("C", "c").write("D", "d").commit("Root");
        history.checkout("feature");
        String merge = history.merge("other");
        assertThat(touched(root)).isEqualTo(paths("C", "D"));
        assertThat(touched(merge)).isEmpty();
    }

    @Test
    void tellsCommitsOfContractsAndApprovalsOnly() {
        String answers = history.write(".gatekeeper/contracts/x.yaml", "x")
                .write(".gatekeeper/approvals/x/jane.sig", "x")
                .commit("Answers");
        String policy = history.write(".gatekeeper/policy.yaml", "x").commit("Policy");
        String passing = history.write("other/passing", "x")
                .write(".gatekeeper/contracts/x.yaml", "y")
                .commit("Passing");
        String nothing = history.commit("Nothing");
        history.delete("other").write("A", "1").commit("Code");

        assertThat(commit(answers).ownFilesOnly()).isTrue();
        assertThat(commit(policy).ownFilesOnly()).isFalse();
        assertThat(commit(passing).ownFilesOnly()).isFalse();
        assertThat(commit(passing).touched()).isEqualTo(paths(".gatekeeper/contracts/x.yaml"));
        assertThat(commit(nothing).ownFilesOnly()).isTrue();
        assertThat(commit(nothing).touched()).isEmpty();
    }

    /** JGit takes any line that starts with a p for a parent, git does not: they would see different histories. */
    @Test
    void refusesHeadersThatGitReadsOtherwise() {
        String head = raw("parent " + history.id("feature") + "\npatent " + history.id("main")
                + "\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx");
        assertThat(Refusals.of(() -> commitsUpTo(head)))
                .isEqualTo("Commit " + head + " is malformed: no author.\n"
                        + "Write it anew, with an unmodified git: git rebase --no-ff " + history.id("main"));
    }

    @Test
    void takesMalformedPeopleAsTheyAre() {
        String head = raw("parent " + history.id("feature")
                + "\nauthor Bo bo@acme.example\ncommitter Cy <cy@acme.example 12 +0000\n\nx");
        assertThat(commitsUpTo(head))
                .extracting(Commit::authors)
                .containsExactly(List.of(
                        author(new Person("Bo bo@acme.example", ""), Role.AUTHOR, head),
                        author(new Person("Cy", "cy@acme.example 12 +0000"), Role.COMMITTER, head)));
    }

    @Test
    void refusesACommitThatIsNone() {
        String head = history.object(
                "commit", "nonsense that is long enough to be cut up by a parser, anyhow".getBytes(UTF_8));
        assertThat(Refusals.of(() -> Histories.between(folder, history.id("main"), head)))
                .startsWith("'" + real() + "' can't be read: ")
                .endsWith("\nClone the repository again, or mend what is damaged, which git shows: git fsck --full");
    }

    private String raw(String rest) {
        String tree = history.object("tree", new byte[0]);
        return history.object("commit", ("tree " + tree + "\n" + rest).getBytes(UTF_8));
    }

    private static Author author(Person person, Role role, String commit) {
        return new Author(person, role, commit);
    }

    private Set<RawPath> touched(String id) {
        return commit(id).touched();
    }

    private List<Commit> commitsUpTo(String head) {
        Revisions revisions = new Revisions(Optional.empty(), Optional.empty(), history.id("main"), head);
        return Histories.with(folder, repository -> Histories.commits(repository, revisions));
    }

    private Commit commit(String id) {
        return commit("feature", id);
    }

    private Commit commit(String branch, String id) {
        return Histories.commits(folder, "main", branch).stream()
                .filter(commit -> commit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<RawPath> paths(String... paths) {
        return Set.copyOf(List.of(paths).stream().map(RawPath::of).toList());
    }
}
