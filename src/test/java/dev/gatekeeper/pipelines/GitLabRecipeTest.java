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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The script of GitLab's job, in the environment that each kind of merge request pipeline has. */
class GitLabRecipeTest {

    private static final Path RECIPE = Path.of("pipelines/gitlab/.gatekeeper/pipeline/gitlab-policy.yml");

    private GitHistory shop;
    private String head;
    private ScriptRun job;
    private Path place;

    @BeforeEach
    void openAMergeRequest(@TempDir Path folder) throws IOException {
        assumeTrue(NativeGit.isThere());
        place = folder.toRealPath();
        String script = Files.readString(Path.of("pipelines/gatekeeper.sh"));
        shop = DemoShop.change(place.resolve("shop"));
        shop.checkout("main")
                .write(".gatekeeper/pipeline/gatekeeper.sh", script)
                .commit("Adopt the gate");
        shop.ref("refs/heads/change", "main").checkout("change");
        head = shop.write(DemoShop.YELLOW, "// one\n").commit("Change the cart");
        shop.ref("refs/merge-requests/42/head", "change").checkout("main").deleteRef("refs/heads/change");

        job = new ScriptRun(Files.createDirectory(place.resolve("run")), place.resolve("shop"))
                .give("CI_PROJECT_ID", "7")
                .give("CI_MERGE_REQUEST_PROJECT_ID", "7")
                .give("CI_PROJECT_URL", "https://forge.example/acme/shop")
                .give("CI_DEFAULT_BRANCH", "main")
                .give("CI_PROJECT_DIR", place.resolve("run").toString())
                .give("CI_JOB_TOKEN", "s3cret")
                .give("CI_MERGE_REQUEST_IID", "42")
                .give("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")
                .give("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "")
                .give("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "")
                .give("CI_COMMIT_SHA", head)
                .give("CI_MERGE_REQUEST_EVENT_TYPE", "detached");
        Map<String, Map<String, List<String>>> recipe =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(RECIPE));
        String text = Objects.requireNonNull(
                        Objects.requireNonNull(recipe.get("gatekeeper")).get("script"))
                .get(0)
                .replace("@version@", "1.0.0")
                .replace("@jarSha256@", ScriptRun.sha256("the jar"))
                .replace("@pomSha256@", ScriptRun.sha256("the POM"))
                .replace("@scriptSha256@", ScriptRun.sha256(script));
        // Where a test has the plugin.
        job.write(
                "job.sh",
                text.replace(
                        "export GATEKEEPER_WORK=",
                        "export GATEKEEPER_MAVEN_REPOSITORY="
                                + place.resolve("run/maven").toUri() + "\nexport GATEKEEPER_WORK="));
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void judgesADetachedPipelinesCommit() {
        // What whoever starts a pipeline sets has no say.
        passes(job.give("GATEKEEPER_BASE", head).give("GATEKEEPER_PROTECTED", "*"));
        assertThat(job.lines("mvn.arguments"))
                .contains(
                        "-Dgatekeeper.head=" + head,
                        "-Dgatekeeper.target=refs/remotes/origin/main",
                        "-Dgatekeeper.change=42");
        assertThat(job.lines("mvn.environment")).noneMatch(line -> line.contains("s3cret"));
        assertThat(job.lines("git.environment"))
                .contains("GIT_CONFIG_KEY_0=http.https://forge.example/acme/shop.git.extraheader");
        assertThat(job.file("gatekeeper-record/verdict.json")).exists();
    }

    @Test
    void judgesTheSourceOfAMergedResult() {
        passes(job.give("CI_MERGE_REQUEST_EVENT_TYPE", "merged_result")
                .give("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", head)
                .give("CI_COMMIT_SHA", "1".repeat(40)));
        assertThat(job.lines("mvn.arguments")).contains("-Dgatekeeper.head=" + head);
    }

    @Test
    void judgesATrainsCommitAgainstWhatItWasMadeOf() {
        shop.detach("main");
        String train = shop.merge("refs/merge-requests/42/head");
        shop.ref("refs/merge-requests/42/train", train).checkout("main");
        passes(job.give("CI_MERGE_REQUEST_EVENT_TYPE", "merge_train")
                .give("CI_COMMIT_SHA", train)
                .give("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", shop.id("main")));
        assertThat(job.lines("mvn.arguments"))
                .contains(
                        "-Dgatekeeper.head=" + train,
                        "-Dgatekeeper.target=" + shop.id("main"),
                        "-Dgatekeeper.targetName=refs/heads/main");
    }

    @Test
    void refusesAForksPipelineAnUnknownKindAndAnotherScript() {
        refuses(job.give("CI_MERGE_REQUEST_PROJECT_ID", "8"), "this pipeline ran in a fork");
        job.give("CI_MERGE_REQUEST_PROJECT_ID", "7");
        refuses(job.give("CI_MERGE_REQUEST_EVENT_TYPE", ""), "a kind that is not known");
        job.give("CI_MERGE_REQUEST_EVENT_TYPE", "detached");
        shop.write(".gatekeeper/pipeline/gatekeeper.sh", "touch hacked\n").commit("Edit the script");
        refuses(job, "FAILED");
        assertThat(job.file("hacked")).doesNotExist();
    }

    private void passes(ScriptRun run) {
        Result result = run.run(place.resolve("run"), List.of("sh", "job.sh"));
        assertThat(result.exit()).as(result.log()).isZero();
    }

    private void refuses(ScriptRun run, String words) {
        Result result = run.run(place.resolve("run"), List.of("sh", "job.sh"));
        assertThat(result.exit()).as(result.log()).isNotZero();
        assertThat(result.log()).contains(words);
    }
}
