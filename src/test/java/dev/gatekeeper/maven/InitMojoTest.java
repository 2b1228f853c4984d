package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class InitMojoTest extends MojoFixture {

    private static final List<String> FILES = List.of(
            "AI.md",
            "INVARIANTS.md",
            "CHANGE_POLICY.md",
            ".gatekeeper/policy.yaml",
            ".gatekeeper/contracts/README.md",
            ".gatekeeper/schema/contract.schema.json",
            ".gatekeeper/schema/policy.schema.json",
            ".gatekeeper/schema/policy-test.schema.json",
            "AGENTS.md");

    private GitHistory history;

    @BeforeEach
    void openRepository() {
        commandLine.clear();
        history = GitHistory.init(shop);
    }

    @AfterEach
    void closeRepository() {
        history.close();
    }

    @Test
    @InjectMojo(goal = "init")
    void writesWhatARepositoryNeedsBeforeItsFirstCommit(InitMojo mojo) throws Exception {
        run(mojo);
        assertThat(written()).containsExactlyInAnyOrderElementsOf(FILES);
        assertThat(log.lines())
                .startsWith(FILES.stream().map(file -> "[INFO] Wrote " + file).toArray(String[]::new))
                .contains("[INFO] What comes next:");
    }

    @Test
    @InjectMojo(goal = "init")
    void writesToTheRootFromAnyFolder(InitMojo mojo) throws Exception {
        Path below = Files.createDirectories(shop.resolve("src/main"));
        commandLine.setProperty("gatekeeper.repository", below.toString());
        run(mojo);
        assertThat(written()).containsExactlyInAnyOrderElementsOf(FILES);
    }

    @Test
    @InjectMojo(goal = "init")
    void overwritesNothing(InitMojo mojo) throws Exception {
        Files.writeString(shop.resolve("AI.md"), "mine");
        Files.writeString(shop.resolve("agents.MD"), "Read AI.md.");
        run(mojo);
        assertThat(shop.resolve("AI.md")).hasContent("mine");
        assertThat(shop.resolve("AGENTS.md")).doesNotExist();
        assertThat(log.lines())
                .contains("[INFO] Left as it is: AI.md", "[INFO] Left as it is: agents.MD")
                .doesNotContain("[INFO] Wrote AI.md", "[INFO] Wrote AGENTS.md");
    }

    @Test
    @InjectMojo(goal = "init")
    void writesNothingTwice(InitMojo mojo) throws Exception {
        run(mojo);
        Files.writeString(shop.resolve("AI.md"), "mine by now");
        run(mojo);
        assertThat(shop.resolve("AI.md")).hasContent("mine by now");
        assertThat(log.lines()).contains("[INFO] Everything is there already, and nothing was written.");
    }

    @Test
    @InjectMojo(goal = "init")
    void saysWhatToAddWhereAgentsReadSomethingElse(InitMojo mojo) throws Exception {
        Files.writeString(shop.resolve("CLAUDE.md"), "Use tabs.");
        Files.writeString(shop.resolve("GEMINI.md"), "@AGENTS.md");
        run(mojo);
        assertThat(log.lines())
                .containsSequence(
                        "[INFO] No agent reads AI.md by itself. Add these two lines to CLAUDE.md:",
                        "[INFO]     "
                                + Files.readAllLines(shop.resolve("AGENTS.md")).get(0),
                        "[INFO]     "
                                + Files.readAllLines(shop.resolve("AGENTS.md")).get(1));
        assertThat(shop.resolve("CLAUDE.md")).hasContent("Use tabs.");
    }

    @Test
    @InjectMojo(goal = "init")
    void writesAPipelineThatKnowsWhatJudges(InitMojo mojo) throws Exception {
        commandLine.setProperty("gatekeeper.ci", "jenkins");
        run(mojo);
        assertThat(written()).contains(".gatekeeper/pipeline/Jenkinsfile", ".gatekeeper/pipeline/gatekeeper.sh");
        byte[] script = Files.readAllBytes(shop.resolve(".gatekeeper/pipeline/gatekeeper.sh"));
        assertThat(Files.readString(shop.resolve(".gatekeeper/pipeline/Jenkinsfile")))
                .contains("GATEKEEPER_SCRIPT_SHA256 = '" + Digests.sha256(script) + "'")
                .doesNotContain("@version@");
        assertThat(log.lines())
                .contains(
                        "[INFO]   4. Set the pipeline up: docs/pipelines.md of Gatekeeper says how, and what it must be told.");
    }

    /** A test's plugin lies in no local repository. */
    @Test
    @InjectMojo(goal = "init")
    void saysWhatAPipelineLacks(InitMojo mojo) throws Exception {
        commandLine.setProperty("gatekeeper.ci", "hook");
        run(mojo);
        assertThat(Files.readString(shop.resolve(".gatekeeper/pipeline/pre-receive")))
                .contains("='@jarSha256@'");
        assertThat(String.join("\n", log.lines())).contains("[WARNING] The plugin runs from no jar here");
    }

    @Test
    @InjectMojo(goal = "init")
    void knowsNoOtherPipeline(InitMojo mojo) throws IOException {
        commandLine.setProperty("gatekeeper.ci", "GitHub");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Gatekeeper cannot decide: gatekeeper.ci is 'GitHub' [parameter-invalid]; remedy: give github, gitlab, jenkins, hook or none,"
                                + " or leave it out.");
        assertThat(written()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "init")
    void nothingIsHalfWritten(InitMojo mojo) throws IOException {
        Files.writeString(shop.resolve(".gatekeeper"), "a file");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no file is written: " + shop.resolve(".gatekeeper"))
                .hasMessageContaining("where a folder is needed");
        assertThat(written()).containsExactly(".gatekeeper");
    }

    @Test
    @InjectMojo(goal = "init")
    void makesNoTwinOfAFolder(InitMojo mojo) throws IOException {
        Files.createDirectory(shop.resolve(".GateKeeper"));
        assertThatThrownBy(() -> run(mojo))
                .hasMessageContaining(".GateKeeper: its name can't be told from the folder .gatekeeper");
        assertThat(written()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "init")
    void followsNoLink(InitMojo mojo, @TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(shop.resolve(".gatekeeper"), elsewhere);
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoExecutionException.class);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(shop.resolve("AI.md")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    void needsAWorkTree(InitMojo mojo, @TempDir Path folder) throws IOException {
        Path bare = folder.toRealPath().resolve("shop.git");
        GitHistory.initBare(bare).close();
        commandLine.setProperty("gatekeeper.repository", bare.toString());
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("'" + bare + "' is a bare repository, and has no work tree to write into");
        commandLine.setProperty("gatekeeper.repository", folder.toRealPath().toString());
        assertThatThrownBy(() -> run(mojo)).hasMessageContaining("is in no git repository");
    }

    /** The files that it writes judge, and name nobody: so the next change passes with three lines, and RED asks for any human. */
    @Test
    @InjectMojo(goal = "init")
    void whatItWritesJudges(InitMojo mojo) throws Exception {
        run(mojo);
        for (String file : FILES) {
            history.write(file, Files.readString(shop.resolve(file)));
        }
        history.commit("Adopt Gatekeeper");
        history.branch("change")
                .write("README.md", "# Shop\n")
                .write(DemoShop.CONTRACT, """
                whatChanged: The README names the shop.
                whyChanged: Nobody knew what this is.
                riskLevel: GREEN
                """)
                .commit("Name the shop");
        assertThat(judged().findings()).isEmpty();
        history.write(DemoShop.RED, "// rotated\n").commit("Rotate tokens");
        assertThat(judged().findings().stream().map(finding -> finding.code().id()))
                .containsExactly("field-missing", "field-missing", "risk-understated", "escalation-missing");
    }

    /** The adoption itself: RED, since the policy and the required files are, and nothing in it is taken for a contract. */
    @Test
    @InjectMojo(goal = "init")
    void theAdoptionLacksNothingButAContract(InitMojo mojo) throws Exception {
        history.write("README.md", "# Shop\n").commit("Begin");
        run(mojo);
        history.branch("adopt");
        for (String file : FILES) {
            history.write(file, Files.readString(shop.resolve(file)));
        }
        history.commit("Adopt Gatekeeper");
        assertThat(judged().findings().stream().map(finding -> finding.code().id()))
                .containsExactly("contract-missing", "escalation-missing");
    }

    private Judgement judged() {
        return Results.reached(Gatekeeper.judge(Requests.of(shop).target("main").request()));
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(shop)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> shop.relativize(file).toString())
                    .filter(file -> !file.startsWith(".git/"))
                    .toList();
        }
    }
}
