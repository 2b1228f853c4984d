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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts for a bot's branches, with a `draft` that only writes a file. */
class BotContractTest {

    private static final Path SCRIPT =
            Path.of("pipelines/bots/.gatekeeper/pipeline/bot-contract.sh").toAbsolutePath();
    private static final String BOT = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>";

    private GitHistory shop;
    private ScriptRun script;
    private Path clone;

    @BeforeEach
    void bump(@TempDir Path folder) throws IOException {
        assumeTrue(NativeGit.isThere());
        Path place = folder.toRealPath();
        shop = DemoShop.change(place.resolve("shop"));
        shop.branch("dependabot/maven/com.acme-lib-1.1")
                .write("pom.xml", "<project/>\n")
                .commit("Bump com.acme:lib from 1.0 to 1.1 ${x}", BOT);
        shop.checkout("main")
                .branch("dependabot/of-somebody")
                .write("pom.xml", "<a/>\n")
                .commit("Bump nothing");
        shop.checkout("main")
                .branch("dependabot/of-a-forger")
                .write("pom.xml", "<b/>\n")
                .write(DemoShop.YELLOW, "// not of a bot\n")
                .commit("Bump com.acme:lib from 1.0 to 1.1", BOT);
        shop.checkout("main");
        script = new ScriptRun(Files.createDirectory(place.resolve("run")), place.resolve("shop"))
                .give("GATEKEEPER_VERSION", "1.0.0")
                .give("TARGET", "refs/remotes/origin/main")
                .give("PATHS", "pom.xml */pom.xml")
                .give("COMMITTER_NAME", "acme-contracts[bot]")
                .give("COMMITTER_EMAIL", "acme-contracts[bot]@users.noreply.github.com");
        script.program("mvn", """
                for argument; do
                    case $argument in
                    -Dgatekeeper.repository=*) repository=${argument#*=} ;;
                    -Dgatekeeper.id=*) id=${argument#*=} ;;
                    esac
                    printf '%s\\n' "$argument"
                done >"$here/mvn.arguments"
                ls -A >"$here/mvn.folder"
                mkdir -p "$repository/.gatekeeper/contracts"
                echo drafted >"$repository/.gatekeeper/contracts/$id.yaml"
                """);
        clone = place.resolve("clone");
        new NativeGit(place).git("clone", "-q", place.resolve("shop").toString(), clone.toString());
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void commitsAContractToDependabotsBranchAndNoOther() {
        passes("dependabot");

        NativeGit git = new NativeGit(clone);
        String commit = "refs/bot/dependabot/maven/com.acme-lib-1.1";
        assertThat(git.git("for-each-ref", "--format=%(refname)", "refs/bot")).isEqualTo(commit);
        assertThat(git.git("rev-parse", commit + "^")).isEqualTo(shop.id("dependabot/maven/com.acme-lib-1.1"));
        assertThat(git.git("diff", "--name-only", commit + "^", commit))
                .matches("\\.gatekeeper/contracts/dependabot-maven-com-acme-lib-1-1-[0-9a-f]{8}\\.yaml");
        assertThat(git.git("log", "-1", "--format=%an: %s", commit))
                .isEqualTo("acme-contracts[bot]: Answer for the update [dependabot skip]");
        assertThat(script.lines("mvn.arguments"))
                .contains("-Dgatekeeper.whatChanged=Dependencies: Bump com.acme:lib from 1.0 to 1.1 x")
                .contains("dev.gatekeeper:gatekeeper-maven-plugin:1.0.0:draft");
        // What the branch holds isn't run.
        assertThat(script.lines("mvn.folder")).containsExactly(".mvn");
    }

    @Test
    void writesItAnewWhereDependabotHasPushedOverIt() {
        passes("dependabot");
        NativeGit git = new NativeGit(clone);
        git.git("push", "-q", "origin", "refs/bot/*:refs/heads/*");
        git.git("fetch", "-q");
        String first = git.git("rev-parse", "refs/bot/dependabot/maven/com.acme-lib-1.1");
        passes("dependabot");
        assertThat(git.git("rev-parse", "refs/bot/dependabot/maven/com.acme-lib-1.1"))
                .isEqualTo(first);

        shop.checkout("main").write("README.md", "moved\n").commit("Move on");
        shop.ref("refs/heads/dependabot/maven/com.acme-lib-1.1", "main").checkout("dependabot/maven/com.acme-lib-1.1");
        shop.write("pom.xml", "<project/>\n").commit("Bump com.acme:lib from 1.0 to 1.1 ${x}", BOT);
        git.git("fetch", "-q");
        passes("dependabot");
        assertThat(git.git("rev-parse", "refs/bot/dependabot/maven/com.acme-lib-1.1^"))
                .isEqualTo(shop.id("dependabot/maven/com.acme-lib-1.1"));
    }

    @Test
    void draftsInRenovatesOwnClone() {
        script.write("data", "renovate/acme\ncom.acme:lib 1.0 -> 1.1\ncom.acme:tool 2 -> 3\n")
                .give(
                        "RENOVATE_POST_UPGRADE_COMMAND_DATA_FILE",
                        script.file("data").toString());
        passes("renovate");
        assertThat(script.lines("mvn.arguments"))
                .contains("-Dgatekeeper.whatChanged=Dependencies: com.acme:lib 1.0 -> 1.1, com.acme:tool 2 -> 3")
                .anyMatch(argument -> argument.startsWith("-Dgatekeeper.id=renovate-acme-"));
        assertThat(clone.resolve(".gatekeeper/contracts")).isNotEmptyDirectory();
    }

    private void passes(String bot) {
        Result result = script.run(clone, List.of("sh", SCRIPT.toString(), bot));
        assertThat(result.exit()).as(result.log()).isZero();
    }
}
