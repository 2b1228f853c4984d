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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plain git server refuses and takes, by real pushes; what Maven would say of a change is given. */
class PreReceiveTest {

    private static final Path RECIPE = Path.of("pipelines/hook/.gatekeeper/pipeline/pre-receive");

    private GitHistory shop;
    private NativeGit server;
    private ScriptRun script;
    private Path place;

    @BeforeEach
    void openAServer(@TempDir Path folder) throws IOException {
        assumeTrue(NativeGit.isThere());
        place = folder.toRealPath();
        shop = DemoShop.change(place.resolve("shop"));
        Path bare = Files.createDirectory(place.resolve("server"));
        server = new NativeGit(bare);
        server.git("init", "-q", "--bare", "-b", "main");
        script = new ScriptRun(Files.createDirectory(place.resolve("run")), place.resolve("shop"));
        passes(push("main"));

        Path hook = bare.resolve("hooks/pre-receive");
        Files.writeString(
                hook,
                Files.readString(RECIPE)
                        .replace("@version@", "1.0.0")
                        .replace("@jarSha256@", ScriptRun.sha256("the jar"))
                        .replace("@pomSha256@", ScriptRun.sha256("the POM")));
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        Files.copy(Path.of("pipelines/gatekeeper.sh"), bare.resolve("hooks/gatekeeper.sh"));
        server.git(
                "config",
                "gatekeeper.mavenRepository",
                place.resolve("run/maven").toUri().toString());
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void judgesWhatLiesInQuarantineAgainstTheBranchAsItIs() {
        String before = shop.id("main");
        String head = edit("// one\n");
        // Only the hook's own values count.
        script.give("GATEKEEPER_BASE", head)
                .give("GATEKEEPER_SQUASHED", "true")
                .give("REMOTE_USER", "ada@acme.example");

        passes(push("change:main"));

        assertThat(server.git("rev-parse", "main")).isEqualTo(head);
        assertThat(script.lines("mvn.arguments"))
                .contains(
                        "-Dgatekeeper.head=" + head,
                        "-Dgatekeeper.target=refs/remotes/origin/main",
                        "-Dgatekeeper.author=ada@acme.example",
                        "-Dgatekeeper.isolated=true")
                .noneMatch(argument -> argument.contains("squashed") || argument.contains(before));
        assertThat(script.lines("seen")).containsExactly(before, "commit");
    }

    @Test
    void leavesTheBranchWhereTheGateSaysNo() {
        edit("// one\n");
        script.mavenEnds(1, "{\"verdict\": \"BLOCKED\"}");
        refuses(push("change:main"), "'main' is left as it is");
        assertThat(server.git("rev-parse", "main")).isEqualTo(shop.id("main"));
    }

    @Test
    void keepsTheRecordWhereOneIsAskedFor() {
        server.git("config", "gatekeeper.records", place.resolve("records").toString());
        edit("// one\n");
        passes(push("change:main"));
        assertThat(place.resolve("records")).isDirectoryContaining(kept -> Files.exists(kept.resolve("verdict.json")));
    }

    @Test
    void doesNotRunForOtherBranchesAndTags() {
        edit("// one\n");
        script.mavenEnds(1, "");
        passes(push("change", "change:refs/tags/v1"));
        passes(push(":change"));
        assertThat(script.file("mvn.arguments")).doesNotExist();
    }

    @Test
    void judgesEachProtectedBranchOfAPush() {
        server.git("config", "--add", "gatekeeper.protected", "main");
        server.git("config", "--add", "gatekeeper.protected", "release/*");
        passes(push("main:release/1"));
        edit("// one\n");

        passes(push("change:main", "change:release/1", "change:topic"));
        assertThat(script.lines("targets"))
                .containsExactlyInAnyOrder(
                        "-Dgatekeeper.target=refs/remotes/origin/main",
                        "-Dgatekeeper.target=refs/remotes/origin/release/1");

        script.mavenEnds(1, "");
        edit("// two\n");
        refuses(push("change:main", "change:topic"), "'main' is left as it is");
        assertThat(server.git("rev-parse", "topic")).isNotEqualTo(shop.id("change"));
    }

    @Test
    void letsAProtectedBranchBeginOnlyWhereItWasJudged() {
        server.git("config", "gatekeeper.protected", "release/*");
        server.git("config", "--add", "gatekeeper.protected", "main");
        edit("// one\n");
        passes(push("main:release/1"));
        passes(push("change:topic"));
        refuses(push("change:release/2"), "begins at a commit that no protected branch holds");
        refuses(push("main:release/$(id)"), "has a name that no protected branch should have");
    }

    @Test
    void takesNothingOffAProtectedBranch() {
        String landed = edit("// one\n");
        passes(push("change:main"));
        refuses(push("+main:main"), "would take commits off it");
        refuses(push(":main"), "is not deleted by a push");
        assertThat(server.git("rev-parse", "main")).isEqualTo(landed);
    }

    /** An audit walks the first parents. */
    @Test
    void turnsNoProtectedBranchRound() {
        edit("// one\n");
        shop.checkout("main").write(DemoShop.GREEN, "# meanwhile\n").commit("Land meanwhile");
        passes(push("main:main"));
        shop.checkout("change").merge("main");
        refuses(push("change:main"), "would turn it round");

        shop.checkout("main").merge("change");
        passes(push("main:main"));
    }

    /** A disk that knows no case has one file for both. */
    @Test
    void knowsAProtectedBranchInAnyCase() {
        edit("// one\n");
        refuses(push("change:MAIN"), "'MAIN' is protected");
    }

    @Test
    void knowsAnotherNameOfAProtectedBranch() {
        server.git("symbolic-ref", "refs/heads/trunk", "refs/heads/main");
        edit("// one\n");
        script.mavenEnds(1, "");
        refuses(push("change:trunk"), "'main' is left as it is");
    }

    @Test
    void refusesAllUntilItIsToldWhatJudges() throws IOException {
        Files.copy(
                RECIPE, place.resolve("server/hooks/pre-receive"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        edit("// one\n");
        refuses(push("change:main"), "GATEKEEPER_VERSION '@version@' is no version");
    }

    private String edit(String content) {
        return shop.checkout("change").write(DemoShop.YELLOW, content).commit("Change the cart");
    }

    private Result push(String... refs) {
        List<String> command = new ArrayList<>(
                List.of("git", "push", "-q", place.resolve("server").toString()));
        command.addAll(List.of(refs));
        return script.run(place.resolve("shop"), command);
    }

    private static void passes(Result result) {
        assertThat(result.exit()).as(result.log()).isZero();
    }

    private static void refuses(Result result, String words) {
        assertThat(result.exit()).as(result.log()).isNotZero();
        assertThat(result.log()).contains(words);
    }
}
