package dev.gatekeeper.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.pipelines.ScriptRun.Result;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that each recipe calls fetches what the event said and nothing else, and hands Maven just that. */
class PipelineScriptTest {

    private static final String NOWHERE = "1".repeat(40);
    private static final String PULL = "refs/pull/42/head";

    private GitHistory shop;
    private String head;
    private ScriptRun script;
    private Path place;

    @BeforeEach
    void openAChange(@TempDir Path folder) throws IOException {
        assumeTrue(NativeGit.isThere());
        place = folder.toRealPath();
        shop = DemoShop.change(place.resolve("shop"));
        head = shop.write(DemoShop.YELLOW, "// one\n").commit("Change the cart");
        // As of a fork: no branch of the repository holds it.
        shop.ref(PULL, "change").checkout("main").deleteRef("refs/heads/change");
        script = new ScriptRun(Files.createDirectory(place.resolve("run")), place.resolve("shop"))
                .give("GATEKEEPER_HEAD", head);
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void judgesTheHeadOfAForkAgainstTheTargetAsItIsNow() {
        String moved = shop.write(DemoShop.GREEN, "# moved\n").commit("Land meanwhile");

        passes(script.fetch());
        passes(script.verify());

        assertThat(scratch().git("rev-parse", "refs/remotes/origin/main")).isEqualTo(moved);
        assertThat(scratch().git("for-each-ref", "--format=%(refname)"))
                .isEqualTo("refs/gatekeeper/head\nrefs/remotes/origin/main");
        assertThat(script.lines("mvn.arguments"))
                .containsExactly(
                        "-B",
                        "-ntp",
                        "-o",
                        "-s",
                        work("settings.xml"),
                        "-Dmaven.repo.local=" + work("maven"),
                        "-Dgatekeeper.repository=" + work("repository"),
                        "-Dgatekeeper.head=" + head,
                        "-Dgatekeeper.reviews=",
                        "-Dgatekeeper.record=" + work("record/verdict.json"),
                        "-Dgatekeeper.isolated=true",
                        "-Dgatekeeper.target=refs/remotes/origin/main",
                        "-Dgatekeeper.author=ada",
                        "dev.gatekeeper:gatekeeper-maven-plugin:1.0.0:verify");
    }

    @Test
    void judgesWhatTheEventSaidThoughTheBranchWasPushedOver() {
        shop.ref(PULL, "main");
        passes(script.give("GATEKEEPER_HEAD_REF", PULL).fetch());
        passes(script.verify());
        assertThat(script.lines("mvn.arguments")).contains("-Dgatekeeper.head=" + head);
    }

    @Test
    void refusesWhatWasPushedOverAndIsGone() {
        fails(
                script.give("GATEKEEPER_HEAD", NOWHERE)
                        .give("GATEKEEPER_HEAD_REF", PULL)
                        .fetch(),
                "'" + PULL + "' is " + head + " by now, and not " + NOWHERE + ": the run of that commit decides");
    }

    @Test
    void takesTheRefWhereTheServerGivesNoSingleCommits() {
        script.write("no-single-commits", "");
        fails(script.fetch(), "or the server gives no single commits");
        script.give("GATEKEEPER_WORK", place.resolve("run/again").toString());
        passes(script.give("GATEKEEPER_HEAD_REF", PULL).fetch());
    }

    @Test
    void refusesATreeForAHead() {
        String tree = new NativeGit(place.resolve("shop")).git("rev-parse", "main^{tree}");
        fails(script.give("GATEKEEPER_HEAD", tree).fetch(), tree + " is no commit");
    }

    /** The branch below is its author's: the policy is never taken from it, and its check must not pass for another target. */
    @Test
    void refusesATargetThatIsNotProtected() {
        shop.branch("lower").commit("Weaken the policy");
        fails(
                script.give("GATEKEEPER_TARGET", "lower").fetch(),
                "the target 'lower' is none of the protected branches (main release/*)");
    }

    @Test
    void judgesAStackAgainstItsTrunk() {
        shop.detach(PULL);
        String upper = shop.write(DemoShop.GREEN, "# upper\n").commit("Go on");
        shop.ref("refs/pull/43/head", upper);
        passes(script.give("GATEKEEPER_HEAD", upper).fetch());
        assertThat(scratch().git("merge-base", "refs/remotes/origin/main", upper))
                .isEqualTo(shop.id("main"));
    }

    @Test
    void judgesAMergeQueueAgainstTheCommitAhead() {
        shop.branch("gh-readonly-queue/main/pr-42-" + NOWHERE);
        String ahead = shop.write(DemoShop.GREEN, "# ahead\n").commit("The entry ahead (#41)");
        String queued = shop.write(DemoShop.YELLOW, "// one\n").commit("Change the cart (#42)");

        script.give("GATEKEEPER_HEAD", queued)
                .give("GATEKEEPER_TARGET", "refs/heads/main")
                .give("GATEKEEPER_BASE", ahead)
                .give("GATEKEEPER_SQUASHED", "true")
                .give("GATEKEEPER_CHANGE", "42");
        passes(script.fetch());
        passes(script.verify());

        assertThat(script.lines("mvn.arguments"))
                .contains(
                        "-Dgatekeeper.target=" + ahead,
                        "-Dgatekeeper.targetName=refs/heads/main",
                        "-Dgatekeeper.squashed=true",
                        "-Dgatekeeper.change=42")
                .doesNotContain("-Dgatekeeper.target=refs/remotes/origin/main");
    }

    @Test
    void refusesAQueueThatHasBeenBuiltAnew() {
        fails(script.give("GATEKEEPER_BASE", NOWHERE).fetch(), "the queue has been built anew");
    }

    @Test
    void fetchesReviewedCommitsAndGoesOnWithoutThoseThatAreGone() {
        shop.detach(PULL);
        String reviewed = shop.write(DemoShop.GREEN, "# reviewed\n").commit("Pushed over since");
        shop.checkout("main");
        String reviews = "JaneS@" + reviewed + ",omar[bot]@" + NOWHERE;

        Result fetched = script.give("GATEKEEPER_REVIEWS", reviews).fetch();
        passes(fetched);
        assertThat(fetched.log()).contains("The reviewed commit " + NOWHERE + " is gone.");
        assertThat(scratch().git("cat-file", "-t", reviewed)).isEqualTo("commit");
        passes(script.verify());
        assertThat(script.lines("mvn.arguments")).contains("-Dgatekeeper.reviews=" + reviews);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GATEKEEPER_TARGET   | main;touch hacked     | main;touch hacked",
                "GATEKEEPER_TARGET   | $(touch hacked)       | $(touch hacked)",
                "GATEKEEPER_TARGET   | ${user.home}          | ${user.home}",
                "GATEKEEPER_TARGET   | main..HEAD            | main..HEAD",
                "GATEKEEPER_TARGET   | +main:refs/heads/main | +main:refs/heads/main",
                "GATEKEEPER_HEAD     | HEAD                  | HEAD",
                "GATEKEEPER_HEAD     | --upload-pack=hacked  | --upload-pack=hacked",
                "GATEKEEPER_HEAD_REF | x:refs/heads/main     | x:refs/heads/main",
                "GATEKEEPER_BASE     | `touch hacked`        | `touch hacked`",
                "GATEKEEPER_REVIEWS  | jane@$(touch hacked)  | jane@$(touch hacked)",
                "GATEKEEPER_REVIEWS  | jane                  | jane",
                "GATEKEEPER_URL      | --upload-pack=hacked  | --upload-pack=hacked",
                "GATEKEEPER_URL      | ext::touch hacked     | ext",
                "GATEKEEPER_WORK     | work                  | work",
                "GATEKEEPER_WORK     | /tmp/a b              | /tmp/a b",
            })
    void takesNothingForMoreThanItIs(String name, String value, String shown) {
        fails(script.give(name, value).fetch(), shown);
        assertThat(script.file("hacked")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GATEKEEPER_AUTHOR          | ${env.HOME}          | ${env.HOME}",
                "GATEKEEPER_AUTHOR          | $(touch hacked)      | $(touch hacked)",
                "GATEKEEPER_CHANGE          | 42 -Dgatekeeper.skip=true | 42 -Dgatekeeper.skip=true",
                "GATEKEEPER_REPOSITORY_NAME | acme/${env.HOME}     | acme/${env.HOME}",
                "GATEKEEPER_SQUASHED        | yes                  | neither true nor false",
                "GATEKEEPER_VERSION         | @version@            | @version@",
                "GATEKEEPER_VERSION         | ../../evil           | ../../evil",
                "GATEKEEPER_JAR_SHA256      | @jarSha256@          | @jarSha256@",
                "GATEKEEPER_POM_SHA256      | ABCDEF               | is no SHA-256",
            })
    void givesMavenNothingThatItWouldReadOtherwise(String name, String value, String shown) {
        passes(script.fetch());
        fails(script.give(name, value).verify(), shown);
        assertThat(script.file("mvn.arguments")).doesNotExist();
    }

    @Test
    void writesNoLineOfAnotherIntoTheLog() {
        Result result =
                script.give("GATEKEEPER_TARGET", "main\n::error::hacked").fetch();
        assertThat(result.exit()).isNotZero();
        assertThat(result.log().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("gatekeeper.sh: the target 'main?::error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEKEEPER_WORK",
                "GATEKEEPER_TARGET",
                "GATEKEEPER_PROTECTED",
                "GATEKEEPER_HEAD",
                "GATEKEEPER_URL"
            })
    void asksForWhatIsMissing(String name) {
        fails(script.give(name, "").fetch(), name + " is not given");
    }

    @Test
    void givesTheTokenToTheFetchAlone() throws IOException {
        String encoded = "eC1hY2Nlc3MtdG9rZW46czNjcmV0";
        fails(
                script.give("GATEKEEPER_TOKEN", "s3cret").fetch(),
                "doesn't begin with https://, and a token goes nowhere else");

        // Nobody answers there.
        script.give("GATEKEEPER_URL", "https://127.0.0.1:1/shop.git").fetch();
        assertThat(script.lines("git.environment"))
                .contains("GIT_CONFIG_KEY_0=http.https://127.0.0.1:1/shop.git.extraheader")
                .contains("GIT_CONFIG_VALUE_0=AUTHORIZATION: basic " + encoded)
                .noneMatch(line -> line.contains("s3cret") || line.startsWith("GATEKEEPER_TOKEN="));
        assertThat(script.lines("git.arguments")).noneMatch(line -> line.contains("s3cret") || line.contains(encoded));
        try (Stream<Path> files = Files.walk(script.file("work"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("s3cret", encoded));
        }
        fails(
                script.give("GATEKEEPER_URL", "https://x:s3cret@127.0.0.1:1/shop.git")
                        .fetch(),
                "a password there could be read by every process");
    }

    @Test
    void givesMavenNothingOfTheRunner() {
        passes(script.fetch());
        passes(script.give("GATEKEEPER_TOKEN", "s3cret")
                .give("CI_JOB_TOKEN", "s3cret")
                .give("MAVEN_OPTS", "-Dgatekeeper.skip=true")
                .give("MAVEN_ARGS", "-Dgatekeeper.skip=true")
                .give("JAVA_TOOL_OPTIONS", "-Dgatekeeper.skip=true")
                .give("JAVA_HOME", "/jdk")
                .verify());
        assertThat(script.lines("mvn.environment"))
                .contains("MAVEN_OPTS=-Duser.home=" + work("home"), "HOME=" + work("home"), "JAVA_HOME=/jdk")
                .allMatch(line ->
                        line.matches("(PATH|HOME|MAVEN_SKIP_RC|MAVEN_OPTS|LC_ALL|JAVA_HOME|PWD|OLDPWD|SHLVL|_)=.*"));
    }

    @Test
    void heedsNoSettingOfGit() {
        passes(script.give("GIT_DIR", "/nowhere")
                .give("GIT_CONFIG_PARAMETERS", "'url.file:///evil.insteadOf=file://'")
                .give("GIT_CONFIG_COUNT", "1")
                .give("GIT_CONFIG_KEY_0", "url.file:///evil.insteadOf")
                .give("GIT_CONFIG_VALUE_0", "file://")
                .fetch());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 130})
    void handsOnHowMavenEnded(int exit) {
        passes(script.fetch());
        Result result = script.mavenEnds(exit, "{\"verdict\": \"BLOCKED\"}")
                .give("GATEKEEPER_SUMMARY", place.resolve("summary").toString())
                .write("../summary", "# Before\n")
                .verify();
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.log())
                .contains("The record is " + work("record/verdict.json"))
                .contains(work("record/verdict.md"));
        assertThat(script.lines("../summary")).containsExactly("# Before", "# The page");
    }

    /** What it doesn't know is no verdict either, so that a word that a later plugin brings is no pass. */
    @ParameterizedTest
    @ValueSource(strings = {"SKIPPED", "UNDECIDED", "ANYTHING"})
    void refusesAPassWithoutAVerdict(String word) {
        passes(script.fetch());
        fails(script.mavenEnds(0, "{\"verdict\": \"" + word + "\"}").verify(), "nothing was judged");
        script.give("GATEKEEPER_WORK", place.resolve("run/again").toString());
        passes(script.fetch());
        fails(script.delete("record").verify(), "nothing was judged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAR", "POM"})
    void judgesByThePinnedPluginOnly(String file) {
        passes(script.fetch());
        fails(
                script.give("GATEKEEPER_" + file + "_SHA256", ScriptRun.sha256("another"))
                        .verify(),
                "is not what the recipe pins: its SHA-256 is "
                        + ScriptRun.sha256(file.equals("JAR") ? "the jar" : "the POM"));
        assertThat(script.file("mvn.arguments")).doesNotExist();
    }

    @Test
    void saysThatThePluginIsNotToBeHad() {
        passes(script.fetch());
        fails(
                script.give("GATEKEEPER_VERSION", "9.9.9").verify(),
                "version 9.9.9 of the plugin can't be downloaded from file://");
    }

    @Test
    void judgesOnceInAFolder() {
        fails(script.verify(), "is not there: run 'fetch' before");
        passes(script.fetch());
        fails(script.fetch(), "give a folder that isn't there yet");
        passes(script.verify());
        fails(script.verify(), "has been judged before");
        fails(script.run("judge"), "give it 'fetch' or 'verify'");
    }

    private NativeGit scratch() {
        return new NativeGit(script.file("work/repository"));
    }

    private String work(String name) {
        return script.file("work").resolve(name).toString();
    }

    private static void passes(Result result) {
        assertThat(result.exit()).as(result.log()).isZero();
    }

    private static void fails(Result result, String words) {
        assertThat(result.exit()).as(result.log()).isNotZero();
        assertThat(result.log()).contains(words);
    }
}
