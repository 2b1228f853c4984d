package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Revisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionResolverTest extends GitFixture {

    String first;
    String second;

    @BeforeEach
    void makeHistory() throws IOException {
        remotes("origin");
        first = history.write("A.java", "a").commit("First");
        history.branch("feature");
        second = history.write("B.java", "b").commit("Second");
    }

    @Test
    void findsBranchesByFullAndByShortName() {
        history.ref("refs/remotes/origin/main", first);
        assertThat(resolve("refs/heads/main")).isEqualTo(found("refs/heads/main", "refs/heads/main", first));
        assertThat(resolve("main")).isEqualTo(found("refs/heads/main", "refs/heads/main", first));
        assertThat(resolve("refs/remotes/origin/main"))
                .isEqualTo(found("refs/remotes/origin/main", "refs/heads/main", first));
        assertThat(resolve("origin/main")).isEqualTo(found("refs/remotes/origin/main", "refs/heads/main", first));
    }

    @Test
    void knowsNoBranchBehindOtherRefs() {
        history.ref("refs/pull/7/base", first).ref("refs/remotes/HEAD", first).ref("refs/remotes/origin/HEAD", first);
        assertThat(resolve("refs/pull/7/base").targetBranch()).isEmpty();
        assertThat(resolve("refs/remotes/HEAD").targetBranch()).isEmpty();
        assertThat(resolve("refs/remotes/origin/HEAD").targetBranch()).isEmpty();
    }

    @Test
    void takesTheLongestRemoteForTheBranchsOwnName() throws IOException {
        remotes("acme", "acme/fork");
        history.ref("refs/remotes/acme/fork/rel/1", first);
        assertThat(resolve("acme/fork/rel/1").targetBranch()).contains("refs/heads/rel/1");
    }

    @Test
    void passesOverRemotesThatTheBranchIsNotOf() throws IOException {
        remotes("another/remote", "origin");
        history.ref("refs/remotes/origin/rel/1", first);
        assertThat(resolve("origin/rel/1").targetBranch()).contains("refs/heads/rel/1");
    }

    @Test
    void refusesANameThatFitsTwoBranches() {
        history.ref("refs/heads/origin/main", first).ref("refs/remotes/origin/main", second);
        assertThat(Refusals.of(() -> resolve("origin/main")))
                .isEqualTo(
                        "Target 'origin/main' fits several branches: refs/heads/origin/main and refs/remotes/origin/main.\n"
                                + "Name one of them in full: -Dgatekeeper.target=refs/remotes/origin/main");
    }

    @Test
    void neverTakesATag() {
        history.ref("refs/tags/main", second).ref("refs/tags/v1", second);
        assertThat(resolve("main").target()).isEqualTo(first);
        assertThat(Refusals.of(() -> resolve("v1")))
                .isEqualTo(
                        "Target 'v1' fits no branch; refs/tags/v1 is there.\nGive it: -Dgatekeeper.target=refs/tags/v1");
        Revisions tag = resolve("refs/tags/v1");
        assertThat(tag.targetRef()).contains("refs/tags/v1");
        assertThat(tag.targetBranch()).isEmpty();
        assertThat(tag.target()).isEqualTo(second);
    }

    @Test
    void listsTenBranchesAtMost() {
        for (int i = 0; i < 10; i++) {
            if (i == 8) {
                assertThat(Refusals.of(() -> resolve("nope")))
                        .endsWith("refs/heads/feature, refs/heads/main." + orFetch("nope"));
            }
            history.ref("refs/heads/b" + i, first);
        }
        assertThat(Refusals.of(() -> resolve("nope")))
                .startsWith("Target 'nope' fits no branch. Branches known: refs/heads/b0, ")
                .endsWith("refs/heads/b9 and 2 more." + orFetch("nope"));
    }

    @Test
    void saysWhereThereIsNoBranchAtAll() {
        history.detach("main").deleteRef("refs/heads/main").deleteRef("refs/heads/feature");
        assertThat(Refusals.of(() -> resolve("main")))
                .isEqualTo("Target 'main' fits no branch. Branches known: none." + orFetch("main"));
    }

    /** A branch whose name looks like a commit's id would otherwise stand for that commit. */
    @Test
    void takesAFullIdForTheCommitAndNotForABranchOfThatName() {
        history.ref("refs/heads/" + first, second);
        assertThat(resolve(first).target()).isEqualTo(first);
        assertThat(resolve(first).targetRef()).isEmpty();
        assertThat(resolve(first).targetBranch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "main~1",
                "main^",
                "main:A.java",
                "main@{1}",
                "main..feature",
                "a b",
                "a\nb",
                "a\u0007",
                "-x/",
                "*",
                "x.lock",
                "/main",
                "refs/heads/main^{commit}",
                "refs/heads/",
                "refs/",
                "a\\b"
            })
    void refusesRevisionSyntax(String target) {
        assertThat(Refusals.of(() -> resolve(target)))
                .isEqualTo("Target '" + target + "' can't be a branch or ref.\n"
                        + "Give a branch, a full ref or a full commit id; revision syntax such as main~1 is not read.");
    }

    @Test
    void refusesShortIdsAndUnknownRefs() {
        String known = "Branches known: refs/heads/feature, refs/heads/main.";
        for (String commit :
                List.of(first.substring(0, 7), first.substring(0, 39), "FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD", "@")) {
            assertThat(Refusals.of(() -> resolve(commit)))
                    .isEqualTo("Target '" + commit + "' fits no branch, and a commit is given by its full id.\n"
                            + "Give that, and the name of its branch: -Dgatekeeper.target=\"$(git rev-parse --verify"
                            + " '" + commit + "^{commit}')\""
                            + " -Dgatekeeper.targetName=<branch>");
        }
        assertThat(Refusals.of(() -> resolve("HEAD")))
                .isEqualTo("Target 'HEAD' is no branch but what is judged, and a change wants to enter another one. "
                        + known + "\nName the branch that it wants to enter: -Dgatekeeper.target=<branch>. Where it is"
                        + " not there yet, fetch it: git fetch origin '+refs/heads/main:refs/remotes/origin/main'");
        assertThat(Refusals.of(() -> resolve("refs/heads/nope")))
                .isEqualTo(
                        "Target 'refs/heads/nope' is no ref of '" + real() + "'.\nGive another ref or a full commit id,"
                                + " or fetch it: git fetch origin '+refs/heads/nope:refs/heads/nope'");
    }

    @Test
    void refusesIdsThatAreNoCommit() {
        String missing = "a".repeat(40);
        assertThat(Refusals.of(() -> resolve(missing)))
                .isEqualTo(
                        "Target '" + missing + "' is not in '" + real() + "'.\nFetch it: git fetch origin " + missing);
        // Records and statements hold ids in one spelling.
        String upper = history.id("main").toUpperCase(Locale.ROOT);
        assertThat(Refusals.of(() -> resolve(upper))).startsWith("Target '" + upper + "' fits no branch, ");
        String blob = history.object("blob", "a".getBytes(StandardCharsets.UTF_8));
        assertThat(Refusals.of(() -> resolve(blob)))
                .isEqualTo("Target '" + blob + "' is an object, but not a commit.\nGive the full id of a commit.");
    }

    @Test
    void peelsTagsButNotBehindABranch() {
        String tag = history.object(
                "tag",
                ("object " + first + "\ntype commit\ntag v1\ntagger A <a@b> 1 +0000\n\nv1\n")
                        .getBytes(StandardCharsets.UTF_8));
        history.ref("refs/tags/v1", tag).ref("refs/remotes/origin/odd", tag);
        assertThat(resolve("refs/tags/v1").target()).isEqualTo(first);
        assertThat(Refusals.of(() -> resolve("origin/odd")))
                .isEqualTo("Target 'origin/odd' points to " + tag + ", which is not a commit.\n"
                        + "Point it to a commit: git update-ref refs/remotes/origin/odd <commit id>");
    }

    @Test
    void fetchesFromTheRemoteThatTheBranchIsOf() throws IOException {
        remotes("acme", "acme/fork");
        assertThat(Refusals.of(() -> resolve("refs/remotes/acme/fork/rel")))
                .endsWith("git fetch acme/fork '+refs/heads/rel:refs/remotes/acme/fork/rel'");
        assertThat(Refusals.of(() -> resolve("refs/remotes/other/rel")))
                .endsWith(
                        "since no remote 'other' is configured here: git fetch <url> '+refs/heads/rel:refs/remotes/other/rel'");
        assertThat(Refusals.of(() -> resolve("acme/rel")))
                .endsWith("git fetch acme '+refs/heads/rel:refs/remotes/acme/rel'");
        assertThat(Refusals.of(() -> resolve("rel/2")))
                .endsWith("git fetch origin '+refs/heads/rel/2:refs/remotes/origin/rel/2'");
    }

    /** What looks like a commit's id is a branch where one is called so. */
    @Test
    void aBranchMayBeCalledLikeAShortId() {
        history.ref("refs/heads/deadbeef", first);
        assertThat(resolve("deadbeef").targetRef()).contains("refs/heads/deadbeef");
    }

    /** Such as a copy that a pipeline has fetched by an address. */
    @Test
    void withoutRemotesNobodyIsSentToOne() throws IOException {
        Files.writeString(
                folder.resolve("config"),
                Files.readString(folder.resolve("config")).replace("[remote \"origin\"]\nurl = x\n", ""));
        String fetch = "etch it from its address, since no remote is configured here: git fetch <url> ";
        assertThat(Refusals.of(() -> resolve("nope")))
                .endsWith("Name one of them, or f" + fetch + "'+refs/heads/nope:refs/remotes/origin/nope'");
        assertThat(Refusals.of(() -> resolve("origin/nope")))
                .endsWith("Name one of them, or f" + fetch + "'+refs/heads/nope:refs/remotes/origin/nope'");
        assertThat(Refusals.of(() -> resolve("refs/heads/nope")))
                .endsWith("or f" + fetch + "'+refs/heads/nope:refs/heads/nope'");
        assertThat(Refusals.of(this::resolveDefault))
                .endsWith("Where it is not there yet, f" + fetch + "'+refs/heads/main:refs/remotes/origin/main'");
        String missing = "a".repeat(40);
        assertThat(Refusals.of(() -> resolve(missing))).endsWith("\nF" + fetch + missing);
    }

    @Test
    void quotesTheTagThatIsThere() {
        history.ref("refs/tags/it's", first);
        assertThat(Refusals.of(() -> resolve("it's"))).endsWith("-Dgatekeeper.target='refs/tags/it'\\''s'");
    }

    @Test
    void saysWhichRefPointsToWhatIsMissing() throws IOException {
        String missing = "a".repeat(40);
        Path origin = Files.createDirectories(folder.resolve("refs/remotes/origin"));
        Files.writeString(origin.resolve("lost"), missing + "\n");
        assertThat(Refusals.of(() -> resolve("origin/lost")))
                .isEqualTo("Target 'origin/lost' points to " + missing + ", and '" + real() + "' lacks the object "
                        + missing
                        + ".\nClone the repository again, or fetch it anew: git update-ref -d refs/remotes/origin/lost"
                        + " && git fetch origin '+refs/heads/lost:refs/remotes/origin/lost'");
    }

    @Test
    void followsTheRemotesOwnDefault() {
        history.ref("refs/remotes/origin/trunk", first)
                .ref("refs/remotes/origin/main", second)
                .symbolicRef("refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
        assertThat(resolveDefault()).isEqualTo(found("refs/remotes/origin/trunk", "refs/heads/trunk", first));
    }

    @Test
    void elseTakesTheOnlyUsualBranch() {
        assertThat(Refusals.of(this::resolveDefault))
                .isEqualTo(
                        "No target is given, 'refs/remotes/origin/HEAD' is not set, and neither 'refs/remotes/origin/main'"
                                + " nor 'refs/remotes/origin/master' exist.\nName the target: -Dgatekeeper.target=<branch>."
                                + " Where it is not there yet, fetch it:"
                                + " git fetch origin '+refs/heads/main:refs/remotes/origin/main'");
        history.ref("refs/remotes/origin/master", first);
        assertThat(resolveDefault()).isEqualTo(found("refs/remotes/origin/master", "refs/heads/master", first));
        history.ref("refs/remotes/origin/main", first);
        assertThat(Refusals.of(this::resolveDefault))
                .isEqualTo(
                        "No target is given, 'refs/remotes/origin/HEAD' is not set, and both 'refs/remotes/origin/main'"
                                + " and 'refs/remotes/origin/master' exist.\nName the target, such as"
                                + " -Dgatekeeper.target=refs/remotes/origin/main, or set the default:"
                                + " git remote set-head origin --auto");
    }

    @Test
    void refusesADefaultThatLeadsNowhere() {
        history.ref("refs/remotes/origin/main", first)
                .symbolicRef("refs/remotes/origin/HEAD", "refs/remotes/origin/gone");
        assertThat(Refusals.of(this::resolveDefault))
                .isEqualTo(
                        "Target 'refs/remotes/origin/HEAD' points to 'refs/remotes/origin/gone', which has no commit.\n"
                                + "Set it anew (git remote set-head origin --auto), or fetch it:"
                                + " git fetch origin '+refs/heads/gone:refs/remotes/origin/gone'");
    }

    @Test
    void takesTheTargetNameForWhatIsNoBranch() {
        assertThat(resolve(first, "main").targetBranch()).contains("refs/heads/main");
        assertThat(resolve(first, "refs/heads/main").targetBranch()).contains("refs/heads/main");
        assertThat(resolve("main", "main").targetBranch()).contains("refs/heads/main");
        String remedy = "\nLeave gatekeeper.targetName out; it names a target that is given as a commit id.";
        assertThat(Refusals.of(() -> resolve("main", "other")))
                .isEqualTo(
                        "Target name 'other' differs from the target's own, 'refs/heads/main': the target is 'refs/heads/main'."
                                + remedy);
        history.ref("refs/pull/7/base", first);
        assertThat(resolve("refs/pull/7/base", "main").targetBranch()).contains("refs/heads/main");
        assertThat(Refusals.of(() -> resolve(first, "refs/tags/v1")))
                .isEqualTo(
                        "Target name 'refs/tags/v1' is no branch.\nGive the branch's own name, such as main or refs/heads/main.");
        assertThat(Refusals.of(() -> resolve(first, "main~1")))
                .startsWith("Target name 'main~1' can't be a branch or ref.\n");
    }

    @Test
    void findsTheHead() {
        assertThat(head("HEAD")).isEqualTo(second);
        assertThat(head("refs/heads/main")).isEqualTo(first);
        assertThat(head(first)).isEqualTo(first);
        history.detach(first);
        assertThat(head("HEAD")).isEqualTo(first);
    }

    @Test
    void refusesOtherHeads() {
        assertThat(Refusals.of(() -> head("feature")))
                .isEqualTo("Head 'feature' is not HEAD, a full ref or a full commit id.\n"
                        + "Give the commit in full: git rev-parse --verify 'feature^{commit}'");
        assertThat(Refusals.of(() -> head("a;b"))).endsWith("git rev-parse --verify 'a;b^{commit}'");
        assertThat(Refusals.of(() -> head("refs/heads/main~1"))).startsWith("Head 'refs/heads/main~1' can't be");
        assertThat(Refusals.of(() -> head("refs/heads/nope")))
                .isEqualTo(
                        "Head 'refs/heads/nope' is no ref of '" + real() + "'.\nGive another ref or a full commit id,"
                                + " or fetch it: git fetch origin '+refs/heads/nope:refs/heads/nope'");
    }

    @Test
    void refusesAnUnbornHead() {
        history.orphan("empty");
        assertThat(Refusals.of(() -> head("HEAD")))
                .isEqualTo(
                        "Head 'HEAD' points to 'refs/heads/empty', which has no commit.\nCommit first, or name another ref.");
    }

    private static String orFetch(String branch) {
        return "\nName one of them, or fetch it: git fetch origin '+refs/heads/%s:refs/remotes/origin/%s'"
                .formatted(branch, branch);
    }

    /** Makes remotes of these names known. */
    private void remotes(String... names) throws IOException {
        for (String name : names) {
            String section = "[remote \"%s\"]\nurl = x\n".formatted(name);
            Files.writeString(folder.resolve("config"), section, StandardOpenOption.APPEND);
        }
    }

    private Revisions resolveDefault() {
        return resolve(Optional.empty(), Optional.empty(), "HEAD");
    }

    private Revisions resolve(String target) {
        return resolve(Optional.of(target), Optional.empty(), "HEAD");
    }

    private Revisions resolve(String target, String targetName) {
        return resolve(Optional.of(target), Optional.of(targetName), "HEAD");
    }

    private String head(String head) {
        return resolve(Optional.of("main"), Optional.empty(), head).head();
    }

    private Revisions resolve(Optional<String> target, Optional<String> targetName, String head) {
        return Histories.with(folder, repository -> repository.resolve(target, targetName, head));
    }

    private Revisions found(String ref, String branch, String target) {
        return new Revisions(Optional.of(ref), Optional.of(branch), target, second);
    }
}
