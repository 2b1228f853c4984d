package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.audit.Kind;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over histories in which anything may enter, in any way: each step is what {@code verify} would have said of it. */
class AuditAgainstVerifyTest {

    private static final int CHANGES = 25;
    private static final String JANE = "Jane Smith <jane@acme.example>";
    private static final String ALEX = "Alex Author <alex@acme.example>";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachStepIsWhatVerifySays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (GitHistory history = DemoShop.change(folder)) {
            history.checkout("main");
            for (int number = 0; number < CHANGES; number++) {
                enter(history, random, number);
            }
        }
        List<Outcome<Judgement>> outcomes = new ArrayList<>();
        Outcome<Audit> outcome = Gatekeeper.audit(
                new AuditRequest(request().request(), Optional.empty(), true, Optional.empty()),
                (change, judged, done, of) -> outcomes.add(0, judged));
        List<AuditedChange> changes = Results.reached(outcome).changes();

        assertThat(changes).hasSameSizeAs(outcomes).hasSizeGreaterThan(5);
        for (int i = 0; i < changes.size(); i++) {
            agrees(changes.get(i), outcomes.get(i));
        }
        assertThat(changes.stream().map(AuditedChange::kind)).contains(Kind.ANSWERED, Kind.AROUND);
    }

    private void agrees(AuditedChange change, Outcome<Judgement> outcome) {
        Outcome<Judgement> verified = Gatekeeper.judge(request()
                .target(change.step().base())
                .targetName("main")
                .head(change.step().head().id())
                .squashed(!change.step().isMerge())
                .now(change.moment())
                .request());
        if (verified instanceof Outcome.Undecided<Judgement> undecided) {
            assertThat(Results.undecided(outcome).problem()).isEqualTo(undecided.problem());
            assertThat(change.kind()).isEqualTo(Kind.UNDECIDABLE);
            return;
        }
        Judgement judgement = Results.reached(verified);
        assertThat(Results.reached(outcome).findings()).isEqualTo(judgement.findings());
        assertThat(Results.reached(outcome).authors()).hasSameElementsAs(judgement.authors());
        assertThat(change.approvals()).isEqualTo(judgement.approvals());
        Set<Code> codes = new LinkedHashSet<>();
        judgement.findings().stream().map(Finding::code).forEach(codes::add);
        assertThat(change.findings()).isEqualTo(codes);
        assertThat(change.kind())
                .isEqualTo(codes.isEmpty() ? Kind.ANSWERED : judgement.letsThrough() ? Kind.LET_THROUGH : Kind.AROUND);
    }

    private Requests request() {
        return Requests.of(folder).target("refs/heads/main").trust(false, "a test");
    }

    private static void enter(GitHistory history, SplittableRandom random, int number) {
        history.at(Instant.parse("2026-02-01T00:00:00Z").getEpochSecond() + random.nextInt(200) * 86_400L);
        switch (random.nextInt(6)) {
            case 0 -> work(history, random, number, false);
            case 1, 2 -> work(history, random, number, true);
            case 3 -> {
                for (int commit = random.nextInt(1, 4); commit > 0; commit--) {
                    work(history, random, number * 10 + commit, random.nextInt(3) == 0);
                }
            }
            default -> {
                history.branch("topic" + number);
                for (int commit = random.nextInt(1, 4); commit > 0; commit--) {
                    work(history, random, number * 10 + commit, commit == 1);
                }
                history.checkout("main");
                if (random.nextBoolean()) {
                    history.write("other.txt", "" + number).commit("Push " + number, ALEX);
                }
                history.merge("topic" + number);
            }
        }
    }

    private static void work(GitHistory history, SplittableRandom random, int number, boolean answered) {
        String level = List.of("GREEN", "YELLOW", "RED").get(random.nextInt(3));
        String path = switch (random.nextInt(6)) {
            case 0 -> DemoShop.RED;
            case 1 -> "src/auth/New" + number + ".java";
            case 2 -> DemoShop.YELLOW;
            case 3 -> ".gatekeeper/policy.yaml";
            default -> DemoShop.GREEN;
        };
        String content = path.endsWith("policy.yaml")
                ? DemoShop.POLICY + "warnUntil: 2026-0" + random.nextInt(3, 7) + "-15\n# " + number + "\n"
                : "// " + number + "\n";
        if (random.nextInt(25) == 0 && path.endsWith("policy.yaml")) {
            content = "version: 1\n# " + number + "\n";
        }
        history.write(path, content);
        if (answered) {
            history.write(
                    ".gatekeeper/contracts/c" + number + ".yaml",
                    DemoShop.contract(level).replace("Tokens", "In " + number + " tokens")
                            + (random.nextInt(4) > 0 ? DemoShop.escalation(DemoShop.APPROVER) : ""));
        }
        history.commit("Change " + number, random.nextInt(6) == 0 ? JANE : ALEX, random.nextBoolean() ? JANE : ALEX);
    }
}
