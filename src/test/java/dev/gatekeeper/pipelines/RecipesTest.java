package dev.gatekeeper.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the recipes promise, held by their text: what no test can run without a forge. */
class RecipesTest {

    private static final Path PIPELINES = Path.of("pipelines");
    private static final String VERIFY = "github/.github/workflows/gatekeeper-verify.yml";
    private static final String REQUIRED = "github-organisation/.github/workflows/gatekeeper.yml";

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.walk(PIPELINES)) {
            return files.filter(file -> file.toString().contains(".github/workflows/"))
                    .sorted()
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyWorkflowMayDoNothingButWhatItsJobSays(Path file) throws IOException {
        Map<String, Object> workflow = yaml(file);
        assertThat(workflow.get("permissions")).isEqualTo(Map.of());
        assertThat(Files.readString(file)).doesNotContain("concurrency:").doesNotContain("runs-on: ubuntu-latest");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void noWorkflowPutsAValueIntoALineOfShell(Path file) throws IOException {
        for (Map<String, Object> step : steps(yaml(file))) {
            assertThat(String.valueOf(step.get("run"))).doesNotContain("${{");
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsPinnedByItsCommit(Path file) throws IOException {
        assertThat(Files.readString(file).lines().map(String::strip).filter(line -> line.contains("uses:")))
                .allMatch(line -> line.matches("(- )?uses: (\\./\\S+|\\S+@[0-9a-f]{40} # .+)"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void noCheckoutLeavesItsToken(Path file) throws IOException {
        for (Map<String, Object> step : steps(yaml(file))) {
            if (String.valueOf(step.get("uses")).startsWith("actions/checkout@")) {
                assertThat(map(step.get("with")))
                        .containsEntry("persist-credentials", false)
                        .containsEntry("ref", "refs/heads/${{ github.event.repository.default_branch }}");
            }
        }
    }

    @Test
    void theCheckIsCalledAsTheRolloutSays() throws IOException {
        Map<String, Object> caller = map(
                map(yaml("github/.github/workflows/gatekeeper.yml").get("jobs")).get("gatekeeper"));
        Map<String, Object> called = map(map(yaml(VERIFY).get("jobs")).get("gatekeeper"));
        assertThat(caller.get("name") + " / " + called.get("name")).isEqualTo("Gatekeeper Enforcement / gatekeeper");
        assertThat(caller).doesNotContainKey("if").containsEntry("uses", "./.github/workflows/gatekeeper-verify.yml");
        assertThat(called).doesNotContainKeys("if", "strategy", "needs").containsEntry("runs-on", "ubuntu-24.04");
        Map<String, Object> may = Map.of("contents", "read", "pull-requests", "read");
        assertThat(caller.get("permissions")).isEqualTo(may);
        assertThat(called.get("permissions")).isEqualTo(may);
    }

    @Test
    void theCheckRunsForEachChangeAndInTheQueueWithoutAFilter() throws IOException {
        // To YAML 1.1 `on` is true.
        Map<String, Object> on =
                map(yaml("github/.github/workflows/gatekeeper.yml").get("true"));
        assertThat(on.keySet()).containsExactlyInAnyOrder("pull_request_target", "merge_group");
        assertThat(map(on.get("pull_request_target")))
                .isEqualTo(Map.of("types", List.of("opened", "synchronize", "reopened", "edited")));
        assertThat(on.get("merge_group")).isNull();
    }

    @Test
    void theTargetOfAStackIsItsTrunk() throws IOException {
        for (String file : List.of(VERIFY, REQUIRED)) {
            assertThat(map(map(map(yaml(file).get("jobs")).get("gatekeeper")).get("env"))
                            .get("GATEKEEPER_TARGET"))
                    .asString()
                    .startsWith(
                            "${{ github.event.pull_request.stack.base.ref || github.event.pull_request.base.ref ||");
        }
    }

    @Test
    void theTokenIsInTheStepsThatTalkToTheForge() throws IOException {
        for (String file : List.of(VERIFY, REQUIRED)) {
            List<Object> withToken = steps(yaml(file)).stream()
                    .filter(step -> String.valueOf(step.get("env")).contains("github.token"))
                    .map(step -> step.get("name"))
                    .toList();
            assertThat(withToken).containsExactly("Who opened it, and who approved it", "Fetch");
            assertThat(String.valueOf(
                            map(map(yaml(file).get("jobs")).get("gatekeeper")).get("env")))
                    .doesNotContain("token");
        }
    }

    /** A repository's own job and the organisation's differ in where the script comes from. */
    @Test
    void theOrganisationsJobIsTheRepositorysOwn() throws IOException {
        String own = job(VERIFY).replace("gatekeeper/.gatekeeper/pipeline/", "\"$SCRIPTS\"/");
        String required = job(REQUIRED).replace("          SCRIPTS: ${{ steps.scripts.outputs.folder }}\n", "");
        assertThat(withoutFirstStep(required)).isEqualTo(withoutFirstStep(own));
    }

    private static String job(String file) throws IOException {
        String text = Files.readString(PIPELINES.resolve(file));
        return text.substring(text.indexOf("jobs:"));
    }

    private static String withoutFirstStep(String job) {
        return job.substring(0, job.indexOf("    steps:\n")) + job.substring(job.indexOf("      - name: JDK"));
    }

    @Test
    void gitLabsJobTakesNothingOfTheProject() throws IOException {
        Map<String, Object> job =
                map(yaml("gitlab/.gatekeeper/pipeline/gitlab-policy.yml").get("gatekeeper"));
        assertThat(job)
                .containsEntry("inherit", Map.of("default", false, "variables", false))
                .containsEntry("allow_failure", false)
                .containsEntry("variables", Map.of("GIT_STRATEGY", "empty"));
        assertThat(String.valueOf(job.get("image"))).matches("\\S+@sha256:[0-9a-f]{64}");
        assertThat(yaml("gitlab/.gatekeeper/pipeline/gitlab-ci.yml"))
                .containsKeys("include", "stages", "gatekeeper", "project");
    }

    /** Groovy puts values into what stands in double quotes. */
    @Test
    void jenkinsShellStandsInSingleQuotes() throws IOException {
        String text = Files.readString(PIPELINES.resolve("jenkins/.gatekeeper/pipeline/Jenkinsfile"));
        assertThat(text.replaceAll("(?s)\'\'\'.*?\'\'\'", "")).doesNotContainPattern("(?m)^\\s*sh ?\\(?(script: )?\"");
        assertThat(text).contains("skipDefaultCheckout()").doesNotContain("${");
    }

    /** Where `init` fills in what it runs as; a recipe that nobody filled in refuses everything. */
    @Test
    void eachRecipeIsToldWhatJudges() throws IOException {
        for (String file : List.of(
                VERIFY,
                REQUIRED,
                "gitlab/.gatekeeper/pipeline/gitlab-policy.yml",
                "jenkins/.gatekeeper/pipeline/Jenkinsfile",
                "hook/.gatekeeper/pipeline/pre-receive")) {
            assertThat(Files.readString(PIPELINES.resolve(file))).contains("@version@", "@jarSha256@", "@pomSha256@");
        }
    }

    private static List<Map<String, Object>> steps(Map<String, Object> workflow) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Object job : map(workflow.get("jobs")).values()) {
            if (map(job).get("steps") instanceof List<?> list) {
                list.forEach(step -> steps.add(map(step)));
            }
        }
        return steps;
    }

    private static Map<String, Object> yaml(String file) throws IOException {
        return yaml(PIPELINES.resolve(file));
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    }

    private static Map<String, Object> map(@Nullable Object node) {
        Map<String, Object> map = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(node)).forEach((key, value) -> map.put(String.valueOf(key), value));
        return map;
    }
}
