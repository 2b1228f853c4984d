package dev.gatekeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RecentChanges.End;
import dev.gatekeeper.lint.Replay;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.MemoryFile;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCheckTest {

    @TempDir
    private Path folder;

    private GitHistory history;

    @BeforeEach
    void shop() {
        history = DemoShop.change(folder);
        history.checkout("main");
    }

    private CheckedPolicy check(int changes) {
        return Results.reached(Gatekeeper.checkPolicy(
                Requests.of(folder).target("main").request(), Optional.empty(), changes, (done, all) -> {}));
    }

    private List<String> problems(byte[] policy) throws Exception {
        history.fillWorkTree();
        Files.write(folder.resolve(".gatekeeper/policy.yaml"), policy);
        return check(0).problems().stream()
                .map(problem -> problem.mark().map(mark -> mark + " ").orElse("") + problem.text())
                .toList();
    }

    @Test
    @DisplayName("a policy that can't be read is a problem, and nothing of it is taken for good")
    void unreadable() throws Exception {
        assertThat(problems(new byte[0])).hasSize(1);
        assertThat(problems("version: 1\nrules: [\n".getBytes(UTF_8))).hasSize(1);
        assertThat(problems(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff}))
                .hasSize(1);
        assertThat(problems(new byte[10 << 20])).containsExactly("the policy is larger than 256 KiB");
        assertThat(problems(DemoShop.POLICY.replace("version: 1", "version: 2").getBytes(UTF_8)))
                .containsExactly("1:10 version is '2'; allowed are 1");
    }

    @Test
    @DisplayName("ten thousand rules are too large, and as many as a file can hold are looked at")
    void manyRules() throws Exception {
        assertThat(problems(rules(10_000).getBytes(UTF_8))).hasSize(1);
        assertThat(problems(rules(1_200).getBytes(UTF_8))).isEmpty();
    }

    private static String rules(int count) {
        StringBuilder rules = new StringBuilder("version: 1\nrules:\n");
        for (int i = 0; i < count; i++) {
            rules.append("- {id: r")
                    .append(i)
                    .append(", level: YELLOW, paths: [/a")
                    .append(i)
                    .append("/*]}\n");
        }
        return rules.toString();
    }

    @Test
    @DisplayName("what is nearly a policy is a problem, and without any the built-in one is looked at")
    void without() {
        history.delete(".gatekeeper/policy.yaml").commit("Leave");
        CheckedPolicy builtIn = check(0);
        assertThat(builtIn.written()).isFalse();
        assertThat(builtIn.problems()).isEmpty();
        assertThat(builtIn.lint().orElseThrow().remarks()).isEmpty();
        history.write(".gatekeeper/policy.yml", DemoShop.POLICY).commit("Mistype it");
        assertThat(check(0).problems()).hasSize(1);
        assertThat(check(0).isGood()).isFalse();
    }

    @Test
    @DisplayName(
            "where the target's policy is broken the one that mends it is looked at all the same, and nothing is compared")
    void brokenTarget() {
        history.write(".gatekeeper/policy.yaml", "version: 3\n").commit("Break it");
        history.branch("mend")
                .checkout("mend")
                .write(".gatekeeper/policy.yaml", DemoShop.POLICY)
                .commit("Mend it");
        CheckedPolicy checked = check(0);
        assertThat(checked.isGood()).isTrue();
        assertThat(checked.lint().orElseThrow().moves()).isEmpty();
        assertThat(checked.before()).contains("can't be used");
    }

    @Test
    @DisplayName("the organisation's policy that can't be used is for whoever gives it, whatever the repository's is")
    void brokenOrganisation() {
        assertThat(Results.undecided(Gatekeeper.checkPolicy(
                                Requests.of(folder)
                                        .target("main")
                                        .orgPolicy(new MemoryFile("org.yaml", "version: 3\n"))
                                        .request(),
                                Optional.empty(),
                                0,
                                (done, all) -> {}))
                        .problem())
                .contains("org.yaml can't be used");
    }

    @Test
    @DisplayName("each change is replayed from its first parent, with its contract GREEN, and told as it goes")
    void replay() {
        history.write(DemoShop.RED, "// one\n")
                .write(DemoShop.CONTRACT, DemoShop.contract("RED"))
                .commit("Alter a token");
        history.write(DemoShop.GREEN, "# Guide\n\nMore.\n").commit("Write more");
        history.branch("side")
                .checkout("side")
                .write(DemoShop.YELLOW, "// cart\n")
                .commit("Alter the cart");
        history.checkout("main").merge("side");
        List<String> told = new ArrayList<>();
        Replay replay = Results.reached(Gatekeeper.checkPolicy(
                        Requests.of(folder).target("main").request(),
                        Optional.empty(),
                        3,
                        (done, all) -> told.add(done + "/" + all)))
                .replay()
                .orElseThrow();
        assertThat(told).containsExactly("1/3", "2/3", "3/3");
        assertThat(replay.end()).isEmpty();
        assertThat(replay.counts().of(Level.RED)).isEqualTo(1);
        assertThat(replay.counts().of(Level.YELLOW)).isEqualTo(1);
        assertThat(replay.counts().of(Level.GREEN)).isEqualTo(1);
        assertThat(replay.counts().rules().get(0).rule().id()).isEqualTo("auth");
        assertThat(replay.counts().rules().get(0).alone()).isEqualTo(1);
    }

    @Test
    @DisplayName("a repository of one commit has nothing to replay, and says so")
    void oneCommit() {
        Replay replay = check(50).replay().orElseThrow();
        assertThat(replay.replayed()).isZero();
        assertThat(replay.end()).contains(End.BEGINNING);
    }

    @Test
    @DisplayName("a shallow clone ends early, and says so")
    void shallow() throws Exception {
        String cut = history.write(DemoShop.YELLOW, "// one\n").commit("One");
        history.write(DemoShop.YELLOW, "// two\n").commit("Two");
        Files.writeString(folder.resolve(".git/shallow"), cut + "\n");
        Replay replay = check(50).replay().orElseThrow();
        assertThat(replay.replayed()).isEqualTo(1);
        assertThat(replay.end()).contains(End.CUT_OFF);
    }

    @Test
    @DisplayName("crossed histories are replayed, since a change's first parent is where it entered")
    void crossed() {
        history.branch("side").checkout("side").write("side", "1\n").commit("Side");
        history.checkout("main").write("main", "1\n").commit("Main");
        history.branch("old-main").checkout("side").merge("old-main");
        history.checkout("main").commit("Cross", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("side"));
        Replay replay = check(50).replay().orElseThrow();
        assertThat(replay.undecided()).isEmpty();
        assertThat(replay.replayed()).isEqualTo(2);
    }
}
