package dev.gatekeeper.testing;

import static dev.gatekeeper.testing.DemoShop.APPROVER;
import static dev.gatekeeper.testing.DemoShop.CONTRACT;
import static dev.gatekeeper.testing.DemoShop.RED;
import static dev.gatekeeper.testing.DemoShop.contract;
import static dev.gatekeeper.testing.DemoShop.escalation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The demonstration: one change to a RED path, judged by the built plugin, first blocked and then passing. */
public final class Demonstration {

    private final IsolatedRun run;
    private final Path shop;

    private Demonstration(IsolatedRun run, Path shop) {
        this.run = run;
        this.shop = shop;
    }

    /** Takes Maven's home, the local repository, the plugin's version, and the folder to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[3])), "run-");
        List<String> options = List.of("-Dmaven.repo.local=" + arguments[1]);
        IsolatedRun run = new IsolatedRun(Path.of(arguments[0]), options, arguments[2], folder.resolve("verdict.json"));
        new Demonstration(run, folder.resolve("shop")).show();
    }

    private void show() throws IOException, InterruptedException {
        try (GitHistory history = DemoShop.change(shop)) {
            understate(history);
            headline("1. A change to " + RED + " calls itself GREEN and names no approver: BLOCKED");
            expect(false, "Gatekeeper blocked this change");

            escalate(history);
            headline("2. The same change, declared RED and escalated to " + APPROVER + ": PASSED");
            expect(true, "PASSED");
        }
        headline("The demonstration held: first blocked, then passed. The repository is " + shop);
    }

    /** The change as its author first proposes it; its files are there to be looked at. */
    static void understate(GitHistory history) {
        history.write(RED, "package shop.auth;\n\nclass Token {\n    void rotate() {}\n}\n")
                .write(CONTRACT, contract("GREEN"))
                .commit("Rotate tokens");
        history.fillWorkTree();
    }

    static void escalate(GitHistory history) {
        history.write(CONTRACT, contract("RED") + escalation(APPROVER))
                .commit("Say what it is, and who answers for it");
        history.fillWorkTree();
    }

    private void expect(boolean passes, String words) throws IOException, InterruptedException {
        MavenProcess.Result result = run.verify(shop, Map.of());
        System.out.println(result.log());
        if (result.passed() != passes || !result.log().contains(words)) {
            throw new IllegalStateException("The demonstration failed: '" + words + "' was expected.");
        }
    }

    private static void headline(String text) {
        System.out.println();
        System.out.println("=".repeat(100));
        System.out.println("  " + text);
        System.out.println("=".repeat(100));
    }
}
