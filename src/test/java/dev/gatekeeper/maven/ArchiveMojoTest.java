package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.Mockito.when;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ArchiveMojoTest extends MojoFixture {

    /** Two ids of one file of the ledger. */
    private static final String OLD = "old";

    private static final String OLDER = "old-414";
    private static final Path LEDGER = Path.of(".gatekeeper/landed/cb");

    private GitHistory history;

    /** In the order of their landing: OLDER in 2024, OLD in March of 2025, young in 2026. */
    @BeforeEach
    void openShop() {
        assumeTrue(NativeGit.isThere(), "no git");
        when(session.getStartTime()).thenReturn(Date.from(Requests.NOW));
        history = DemoShop.change(shop);
        history.checkout("main");
        land(OLDER, "2024-05-01");
        history.write(".gatekeeper/approvals/old/jane.sig", "signature\n");
        land(OLD, "2025-03-01");
        land("young", "2026-11-01");
        history.at(Requests.NOW.getEpochSecond() - 3600);
        history.ref("refs/heads/change", "main").checkout("change").fillWorkTree();
    }

    private void land(String id, String day) {
        history.at(Instant.parse(day + "T12:00:00Z").getEpochSecond());
        history.write(".gatekeeper/contracts/" + id + ".yaml", contractOf(id)).commit("Land " + id);
    }

    private static String contractOf(String id) {
        return DemoShop.contract("GREEN") + "# " + id + "\n";
    }

    private static String line(String id) {
        return id + " sha256:" + Digests.sha256(contractOf(id).getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    @AfterEach
    void closeShop() {
        if (history != null) {
            history.close();
        }
    }

    @Test
    @InjectMojo(goal = "archive")
    void movesWhatLandedLongAgoIntoTheLedger(ArchiveMojo mojo) throws Exception {
        run(mojo);
        assertThat(files())
                .containsExactly(
                        ".gatekeeper/contracts/young.yaml", ".gatekeeper/landed/cb", ".gatekeeper/policy.yaml");
        assertThat(shop.resolve(LEDGER)).hasContent(line(OLD) + line(OLDER));
        assertThat(log.lines())
                .contains(
                        "[INFO] Archived 2 contracts that landed before 2025-11-22 (UTC): old, old-414",
                        "[INFO] Deleted 1 approval of archived contracts.",
                        "[INFO] Wrote 1 file of the ledger, .gatekeeper/landed: no contract can have an id again that is in it.",
                        "[INFO] Give this change a contract of its own, unless it has one:"
                                + " mvn dev.gatekeeper:gatekeeper-maven-plugin:draft -Dgatekeeper.target=refs/heads/main",
                        "[INFO] Then commit it all: git add .gatekeeper && git commit");
    }

    @Test
    @InjectMojo(goal = "archive")
    void theChangePassesWithAGreenContract(ArchiveMojo mojo) throws Exception {
        run(mojo);
        answer("archive-2026");
        commit("Archive contracts");
        Judgement judged = judged();
        assertThat(judged.findings()).isEmpty();
        assertThat(judged.classification().level().name()).isEqualTo("GREEN");
        assertThat(judged.classification().paths()).hasSize(5);
    }

    /** Once more, uncommitted and committed, changes nothing. */
    @Test
    @InjectMojo(goal = "archive")
    void isDoneOnce(ArchiveMojo mojo) throws Exception {
        run(mojo);
        List<String> files = files();
        run(mojo);
        commit("Archive contracts");
        run(mojo);
        assertThat(files()).isEqualTo(files);
        assertThat(log.lines().stream().filter(line -> line.startsWith("[INFO] Nothing is archived")))
                .containsExactly(
                        "[INFO] Nothing is archived: no contract is left that the default branch, the target and this branch hold alike and that landed before 2025-11-22 (UTC).",
                        "[INFO] Nothing is archived: no contract is left that the default branch, the target and this branch hold alike and that landed before 2025-11-22 (UTC).");
    }

    @Test
    @InjectMojo(goal = "archive")
    void theDayIsGiven(ArchiveMojo mojo) throws Exception {
        commandLine.setProperty("gatekeeper.before", "2025-03-01");
        run(mojo);
        assertThat(shop.resolve(LEDGER)).hasContent(line(OLDER));
        commandLine.setProperty("gatekeeper.before", "2025-03-02");
        run(mojo);
        assertThat(shop.resolve(LEDGER)).hasContent(line(OLD) + line(OLDER));
    }

    @Test
    @InjectMojo(goal = "archive")
    void takesOnlyWhatEachBranchHoldsAlike(ArchiveMojo mojo) throws Exception {
        history.checkout("main").delete(".gatekeeper/contracts/old.yaml").commit("Never landed here");
        history.ref("refs/remotes/origin/main", "main");
        history.ref("refs/heads/develop", "change").ref("refs/remotes/origin/develop", "change");
        history.checkout("change").fillWorkTree();
        commandLine.setProperty("gatekeeper.target", "refs/remotes/origin/develop");
        run(mojo);
        assertThat(shop.resolve(LEDGER)).hasContent(line(OLDER));
        assertThat(shop.resolve(".gatekeeper/contracts/old.yaml")).exists();
        assertThat(log.lines())
                .contains(
                        "[INFO] Left where they are, since the default branch, the target and this branch don't hold them"
                                + " alike: .gatekeeper/contracts/old.yaml");
    }

    @Test
    @InjectMojo(goal = "archive")
    void overwritesNothingOfUncommittedWork(ArchiveMojo mojo) throws Exception {
        Files.writeString(shop.resolve(".gatekeeper/contracts/old.yaml"), "mine\n");
        Files.createDirectories(shop.resolve(LEDGER).getParent());
        Files.writeString(shop.resolve(LEDGER), "mine too\n");
        refused(
                mojo,
                "nothing is archived: .gatekeeper/contracts/old.yaml, .gatekeeper/landed/cb have changes that are not committed [work-tree-unready]",
                "commit them, or put them aside, and archive then: git stash");
        assertThat(shop.resolve(".gatekeeper/contracts/old.yaml")).hasContent("mine");
        assertThat(shop.resolve(LEDGER)).hasContent("mine too");
        assertThat(shop.resolve(".gatekeeper/contracts/old-414.yaml")).exists();
    }

    @Test
    @InjectMojo(goal = "archive")
    void followsNoLink(ArchiveMojo mojo, @TempDir Path elsewhere) throws Exception {
        Files.createSymbolicLink(shop.resolve(".gatekeeper/landed"), elsewhere);
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoExecutionException.class);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(shop.resolve(".gatekeeper/contracts/old.yaml")).exists();
    }

    @Test
    @InjectMojo(goal = "archive")
    void whatIsNotCheckedOutIsNotDeleted(ArchiveMojo mojo) throws Exception {
        git("update-index", "--skip-worktree", ".gatekeeper/contracts/old.yaml");
        Files.delete(shop.resolve(".gatekeeper/contracts/old.yaml"));
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("it is not checked out, as in a sparse checkout: git sparse-checkout disable");
        assertThat(shop.resolve(LEDGER)).doesNotExist();
        assertThat(shop.resolve(".gatekeeper/contracts/old-414.yaml")).exists();
    }

    @Test
    @InjectMojo(goal = "archive")
    void aDayThatIsNoneOrHasNotBeenIsRefused(ArchiveMojo mojo) {
        commandLine.setProperty("gatekeeper.before", "last year");
        refused(
                mojo,
                "gatekeeper.before is 'last year', which is no day [parameter-invalid]",
                "write year, month and day, such as -Dgatekeeper.before=2026-01-31");
        commandLine.setProperty("gatekeeper.before", "2026-02-30");
        refused(
                mojo,
                "gatekeeper.before is '2026-02-30', which is no day [parameter-invalid]",
                "write year, month and day, such as -Dgatekeeper.before=2026-01-31");
        commandLine.setProperty("gatekeeper.before", "2026-11-23");
        refused(
                mojo,
                "gatekeeper.before is '2026-11-23', and it is only 2026-11-22 (UTC) [parameter-invalid]",
                "give a day that has been, or leave it out: contracts that landed more than a year ago are archived then.");
    }

    @Test
    @InjectMojo(goal = "archive")
    void aDetachedHeadIsRefused(ArchiveMojo mojo) {
        history.detach("change");
        refused(
                mojo,
                "HEAD is on no branch, and what is archived becomes a change of a branch [work-tree-unready]",
                "make one: git switch -c archive-contracts");
    }

    @Test
    @InjectMojo(goal = "archive")
    void anotherHeadIsRefused(ArchiveMojo mojo) {
        commandLine.setProperty("gatekeeper.head", "refs/heads/main");
        refused(
                mojo,
                "gatekeeper.head is 'refs/heads/main', and contracts are archived in the work tree, on what it has checked out [parameter-conflict]",
                "leave it out, and check out the branch to archive on: git switch <branch>");
    }

    @Test
    @InjectMojo(goal = "archive")
    void aBareRepositoryIsRefused(ArchiveMojo mojo, @TempDir Path folder) throws Exception {
        Path bare = folder.toRealPath().resolve("bare.git");
        git("clone", "--quiet", "--bare", ".", bare.toString());
        commandLine.setProperty("gatekeeper.repository", bare.toString());
        refused(
                mojo,
                "'" + bare + "' is a bare repository, and has no work tree to write into [work-tree-unready]",
                "name a work tree: -Dgatekeeper.repository=<folder>");
    }

    @Test
    @InjectMojo(goal = "archive")
    void aShallowCloneIsRefused(ArchiveMojo mojo) throws Exception {
        Files.writeString(shop.resolve(".git/shallow"), history.id("main") + "\n");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "so nothing tells when older contracts landed [history-shallow]; remedy: fetch the whole history from a"
                                + " repository that has it: git fetch --unshallow");
    }

    /** The other archive has landed: each way to end the conflict is mended by running it again. */
    @Test
    @InjectMojo(goal = "archive")
    void twoArchivesThatConflictAreRunAgain(ArchiveMojo mojo) throws Exception {
        conflict(mojo);
        run(mojo);
        commit("Merge main");
        assertThat(shop.resolve(LEDGER)).hasContent(line(OLD) + line(OLDER));
        assertThat(judged().findings()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "archive")
    void aConflictThatWasCommittedIsMended(ArchiveMojo mojo) throws Exception {
        conflict(mojo);
        commit("Merge main");
        Finding finding = judged().findings().get(0);
        assertThat(finding.code().id() + " " + finding.problem())
                .isEqualTo(
                        "contract-altered this change leaves it unreadable: it has a line 1 that is the mark of a merge conflict");
        assertThat(finding.remedy())
                .isEqualTo("Let archive write it anew, and commit: mvn dev.gatekeeper:gatekeeper-maven-plugin:archive"
                        + " -Dgatekeeper.target=refs/heads/main");
        mended(mojo);
    }

    @Test
    @InjectMojo(goal = "archive")
    void aConflictEndedForThisSideIsMended(ArchiveMojo mojo) throws Exception {
        conflict(mojo);
        git("checkout", "--quiet", "--ours", "--", LEDGER.toString());
        commit("Merge main");
        assertThat(judged().findings()).isNotEmpty();
        mended(mojo);
    }

    @Test
    @InjectMojo(goal = "archive")
    void aConflictEndedForTheOtherSideIsMended(ArchiveMojo mojo) throws Exception {
        conflict(mojo);
        git("checkout", "--quiet", "--theirs", "--", LEDGER.toString());
        commit("Merge main");
        assertThat(judged().findings()).isNotEmpty();
        mended(mojo);
    }

    private void mended(ArchiveMojo mojo) throws Exception {
        run(mojo);
        commit("Archive again");
        assertThat(shop.resolve(LEDGER)).hasContent(line(OLD) + line(OLDER));
        assertThat(judged().findings()).isEmpty();
    }

    /** This branch has archived OLD, and merges main, where OLDER has been archived since. */
    private void conflict(ArchiveMojo mojo) throws Exception {
        commandLine.setProperty("gatekeeper.before", "2025-01-01");
        run(mojo);
        answer("archive-2024");
        commit("Archive contracts of 2024");
        git("branch", "--quiet", "other");
        git("reset", "--quiet", "--hard", "main");
        commandLine.remove("gatekeeper.before");
        Path older = shop.resolve(".gatekeeper/contracts/old-414.yaml");
        String kept = Files.readString(older);
        run(mojo);
        Files.writeString(older, kept);
        Files.writeString(shop.resolve(LEDGER), line(OLD));
        answer("archive-2025");
        commit("Archive contracts of 2025");
        git("branch", "--quiet", "--force", "main", "other");
        assertThat(new NativeGit(shop).run("", "merge", "--quiet", "main").exit())
                .isEqualTo(1);
    }

    @Test
    @InjectMojo(goal = "archive")
    void bringsBackLinesThatTheChangeHasTakenOut(ArchiveMojo mojo) throws Exception {
        run(mojo);
        answer("archive-2026");
        commit("Archive contracts");
        git("branch", "--quiet", "--force", "main", "change");
        Files.writeString(shop.resolve(LEDGER), line(OLD));
        commit("Forget one");
        assertThat(judged().findings())
                .extracting(finding -> finding.code().id())
                .contains("contract-altered");
        mended(mojo, "mend");
    }

    private void mended(ArchiveMojo mojo, String id) throws Exception {
        run(mojo);
        answer(id);
        commit("Archive again");
        assertThat(shop.resolve(LEDGER)).hasContent(line(OLD) + line(OLDER));
        assertThat(judged().findings()).isEmpty();
    }

    private void refused(ArchiveMojo mojo, String problem, String remedy) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Gatekeeper cannot decide: " + problem + "; remedy: " + remedy);
    }

    private void answer(String id) throws IOException {
        Files.writeString(shop.resolve(".gatekeeper/contracts/" + id + ".yaml"), contractOf(id));
    }

    private void commit(String message) {
        git("add", "--all", ".gatekeeper");
        git("commit", "--quiet", "--message=" + message);
    }

    private Judgement judged() {
        return Results.reached(Gatekeeper.judge(Requests.of(shop).target("main").request()));
    }

    private void git(String... args) {
        new NativeGit(shop).git(args);
    }

    /** What lies below .gatekeeper. */
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(shop.resolve(".gatekeeper"))) {
            return files.filter(file -> Files.isRegularFile(file) || isEmpty(file))
                    .map(file -> shop.relativize(file).toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return true;
        }
    }
}
