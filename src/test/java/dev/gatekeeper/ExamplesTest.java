package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.lint.PolicyLint;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.ssh.Forge;
import dev.gatekeeper.ssh.Signer;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published to be copied works as it is: policies, their tests, and contracts that answer for changes under them. */
class ExamplesTest {

    private static final Pattern TEST =
            Pattern.compile("^- \\{path: (?<path>[^ ]+), level: (?<level>[A-Z]+)", Pattern.MULTILINE);

    /** A key in a policy, behind the name of the person who has it. */
    private static final Pattern KEY = Pattern.compile("ssh-ed25519 [A-Za-z0-9+/]+");

    /** Before keys of the examples run out. */
    private static final Instant DAY = Instant.parse("2026-12-01T12:00:00Z");

    @TempDir
    private Path folder;

    static Stream<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("policy-examples"))) {
            return folders.map(example -> example.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("check-policy finds nothing wrong with a published policy, and its tests hold")
    void isGood(String example) throws Exception {
        shop(example, read(example, "policy.yaml")).close();
        CheckedPolicy checked = Results.reached(Gatekeeper.checkPolicy(
                Requests.of(folder).target("main").now(DAY).request(), Optional.empty(), 10, (done, all) -> {}));
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.tests().problems()).isEmpty();
        assertThat(checked.tests().count()).isGreaterThan(5);
        PolicyLint lint = checked.lint().orElseThrow();
        assertThat(lint.moves().orElseThrow().lowered().rules()).isEmpty();
        // The shop has hardly a file yet.
        assertThat(lint.remarks().stream()
                        .map(remark -> remark.text())
                        .filter(text -> !text.contains("no file of head")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("the contracts of a published policy answer for a change of their level, and for none above it")
    void contractsAnswer(String example) throws Exception {
        Signer[] signers = {Signer.ed25519(), Signer.ed25519(), Signer.ed25519(), Signer.ed25519()};
        try (GitHistory history = shop(example, withKeys(read(example, "policy.yaml"), signers))) {
            for (Level level : Level.values()) {
                String name = level.name().toLowerCase(Locale.ROOT);
                history.checkout("main").branch(name).checkout(name);
                history.write(pathOf(example, level), "Altered.\n")
                        .write(".gatekeeper/contracts/" + name + ".yaml", read(example, "contracts/" + name + ".yaml"))
                        .commit("Change it", author(example));
                if (example.equals("payments") && level == Level.RED) {
                    assertThat(codes(judge())).containsOnly("escalation-missing");
                    sign(history, name, "jane", signers[0]);
                    sign(history, name, "ana", signers[2]);
                }
                Judgement judged = Results.reached(judge());
                assertThat(judged.findings()).as("%s %s", example, level).isEmpty();
                assertThat(judged.classification().level()).isEqualTo(level);
            }
            if (example.equals("solo")) {
                assertThat(Results.lines(judge()).stream().map(Line::text))
                        .anySatisfy(line -> assertThat(line).contains("selfApproval: true"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("the contract of a lower level is blocked where the change is RED")
    void lowerOnesDoNot(String example) throws Exception {
        try (GitHistory history = shop(example, read(example, "policy.yaml"))) {
            history.checkout("main").branch("sly").checkout("sly");
            history.write(pathOf(example, Level.RED), "Altered.\n")
                    .write(".gatekeeper/contracts/sly.yaml", read(example, "contracts/yellow.yaml"))
                    .commit("Change it");
            assertThat(codes(judge())).contains("risk-understated");
        }
    }

    /** A repository that has adopted the policy. */
    private GitHistory shop(String example, String policy) throws IOException {
        GitHistory history = GitHistory.init(folder);
        history.write("AI.md", "Stop where a human must answer.\n")
                .write("INVARIANTS.md", "Never weaken authentication.\n")
                .write("CHANGE_POLICY.md", "Every change carries a contract.\n")
                .write(".gatekeeper/policy.yaml", policy)
                .write(".gatekeeper/policy-test.yaml", read(example, "policy-test.yaml"));
        history.commit("Adopt Gatekeeper", author(example));
        return history;
    }

    private Outcome<Judgement> judge() {
        return Gatekeeper.judge(Requests.of(folder).target("main").now(DAY).request());
    }

    private static List<String> codes(Outcome<Judgement> outcome) {
        return Results.reached(outcome).findings().stream()
                .map(finding -> finding.code().id().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** Somebody who is no approver, but where there is nobody else. */
    private static String author(String example) {
        return example.equals("solo") ? "Rosa Lind <rosa@garden.example>" : GitHistory.AUTHOR;
    }

    private void sign(GitHistory history, String contract, String who, Signer signer) {
        byte[] statement = Results.reached(Gatekeeper.prepareApproval(
                        Requests.of(folder).target("main").now(DAY).request(), Optional.of(contract)))
                .task()
                .statement()
                .bytes();
        history.write(".gatekeeper/approvals/" + contract + "/" + who + ".sig", new Forge(signer).file(statement));
        history.commit("Approve it", who + " <" + who + "@acme.example>");
    }

    /** The first path of {@code level} that the policy's tests name. */
    private static String pathOf(String example, Level level) throws IOException {
        return TEST.matcher(read(example, "policy-test.yaml"))
                .results()
                .filter(test -> test.group(2).equals(level.name()))
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** Nobody has the private keys of an example. */
    private static String withKeys(String policy, Signer... signers) {
        int[] next = {0};
        return KEY.matcher(policy).replaceAll(key -> Matcher.quoteReplacement(signers[next[0]++].line()));
    }

    private static String read(String example, String file) throws IOException {
        return Files.readString(Path.of("policy-examples", example, file));
    }
}
