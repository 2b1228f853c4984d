package dev.gatekeeper.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shop whose changes the demonstration and the integration tests judge: its history up to the change. */
public final class DemoShop {

    /** Who may approve what touches logging in. */
    public static final String APPROVER = "Jane Smith";

    /** The path of the change's contract. */
    public static final String CONTRACT = ".gatekeeper/contracts/change.yaml";

    public static final String RED = "src/main/java/shop/auth/Token.java";
    public static final String YELLOW = "src/main/java/shop/Cart.java";
    public static final String GREEN = "docs/guide.md";

    public static final String POLICY = """
            version: 1
            repository: acme/shop
            rules:
              - id: auth
                level: RED
                because: Auth or permissions logic
                paths: ["**/auth/**"]
                approvers: [security]
              - id: docs
                level: GREEN
                because: Documentation
                paths: ["/docs/"]
            approvers:
              security:
                - name: Jane Smith
                  email: jane@acme.example
            """;

    private DemoShop() {}

    /** A repository at {@code folder} with {@code main} adopted, and the branch {@code change} at its tip. */
    public static GitHistory change(File folder) {
        return change(folder.toPath());
    }

    /** As {@link #change(File)}; an empty {@code .mvn} keeps Maven from looking for one further up. */
    public static GitHistory change(Path folder) {
        try {
            Files.createDirectories(folder.resolve(".mvn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GitHistory history = GitHistory.init(folder)
                .write("AI.md", "Agents fill in the contract and stop where a human must answer.\n")
                .write("INVARIANTS.md", "Never weaken authentication.\n")
                .write("CHANGE_POLICY.md", "Every change carries a contract.\n")
                .write(".gatekeeper/policy.yaml", POLICY)
                .write(RED, "package shop.auth;\n\nclass Token {}\n")
                .write(YELLOW, "package shop;\n\nclass Cart {}\n")
                .write(GREEN, "# Guide\n");
        history.commit("Open the shop");
        return history.branch("change");
    }

    /** A contract with every field but the escalation. */
    public static String contract(String level) {
        return """
               whatChanged: Tokens rotate on each use.
               whyChanged: A stolen token stayed valid for 30 days.
               riskLevel: %s
               invariantsChecked:
                 - INVARIANTS.md: the auth section was read against the diff
               tests:
                 - command: mvn -B verify
                   result: 412 tests, 0 failures
               """.formatted(level);
    }

    /** What escalates a contract to {@code approver}. */
    public static String escalation(String approver) {
        return """
               escalation:
                 approver: %s
                 approvalEvidence: https://git.acme.example/shop/pull/42#review-1
               """.formatted(approver);
    }
}
