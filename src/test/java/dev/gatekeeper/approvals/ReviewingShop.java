package dev.gatekeeper.approvals;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A shop whose RED paths ask for reviews, with the reviews that its pipeline knows. */
final class ReviewingShop implements AutoCloseable {

    static final String RED = DemoShop.RED;
    static final String CARD = "src/main/java/shop/payments/Card.java";
    static final String CONTRACT = ".gatekeeper/contracts/rotate.yaml";

    static final String POLICY = """
            version: 1
            repository: acme/shop
            rules:
              - id: auth
                level: RED
                because: Auth or permissions logic
                paths: ["**/auth/**"]
              - id: payments
                level: RED
                because: Payments or billing
                paths: ["**/payments/**"]
                approvals: 2
              - id: docs
                level: GREEN
                because: Documentation
                paths: [/docs/]
            approvers:
              security:
                - name: Jane Smith
                  email: jane@acme.example
                  logins: [janes, jane-at-home]
                - name: Omar Haddad
                  email: omar@acme.example
                  logins: [omarh]
            approval: reviewed
            """;

    final Path folder;
    final GitHistory history;
    private final List<String> reviews = new ArrayList<>();
    private List<String> authors = List.of();
    private String lastReviewed = "";

    private ReviewingShop(Path folder) {
        this.folder = folder;
        this.history = DemoShop.change(folder);
    }

    /** On {@code main} there is the shop with its policy, and the branch {@code work} is at its tip. */
    static ReviewingShop open(Path folder) {
        ReviewingShop shop = new ReviewingShop(folder);
        shop.history.checkout("main").write(".gatekeeper/policy.yaml", POLICY).commit("Ask for reviews");
        shop.history.checkout("main").branch("work");
        return shop;
    }

    /** Commits a change of {@code path} with a contract that escalates to nobody. */
    ReviewingShop propose(String path) {
        history.write(path, "// rotated\n").write(CONTRACT, DemoShop.contract("RED"));
        history.commit("Rotate tokens");
        return this;
    }

    /** The pipeline knows that {@code logins} have approved what {@code HEAD} is now. */
    ReviewingShop reviewed(String... logins) {
        return reviewedAt(history.id("HEAD"), logins);
    }

    ReviewingShop reviewedAt(String commit, String... logins) {
        lastReviewed = commit;
        Arrays.stream(logins).forEach(login -> reviews.add(login + "@" + commit));
        return this;
    }

    /** The commit that was reviewed last. */
    String lastReviewed() {
        return lastReviewed;
    }

    /** Who opened the change, as the pipeline says. */
    ReviewingShop openedBy(String login) {
        authors = List.of(login);
        return this;
    }

    /** {@code PASSED}, or the codes of what is wrong, or the problem that leaves it undecided. */
    List<String> verdict() {
        Outcome<Judgement> outcome = judge();
        if (outcome instanceof Outcome.Undecided<Judgement> undecided) {
            return List.of(undecided.problem());
        }
        List<String> codes = Results.reached(outcome).findings().stream()
                .map(finding -> finding.code().id())
                .toList();
        return codes.isEmpty() ? List.of(Results.word(outcome)) : codes;
    }

    List<String> problems() {
        return Results.reached(judge()).findings().stream()
                .map(Finding::problem)
                .toList();
    }

    List<String> remedies() {
        return Results.reached(judge()).findings().stream().map(Finding::remedy).toList();
    }

    /** The log, a line each. */
    List<String> log() {
        return Results.lines(judge()).stream().map(Line::text).toList();
    }

    Outcome<Judgement> judge() {
        return Gatekeeper.judge(request().request());
    }

    Requests request() {
        return Requests.of(folder).target("refs/heads/main").authors(authors).reviews(reviews);
    }

    @Override
    public void close() {
        history.close();
    }
}
