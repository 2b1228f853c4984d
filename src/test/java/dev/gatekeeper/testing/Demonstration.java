package dev.gatekeeper.testing;

import static dev.gatekeeper.testing.DemoShop.APPROVER;
import static dev.gatekeeper.testing.DemoShop.CONTRACT;
import static dev.gatekeeper.testing.DemoShop.RED;
import static dev.gatekeeper.testing.DemoShop.contract;
import static dev.gatekeeper.testing.DemoShop.escalation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The demonstration: one change to a RED path, judged by the built plugin, first blocked and then passing. */
public final class Demonstration {

    private static final String PLUGIN = "dev.gatekeeper:gatekeeper-maven-plugin:";

    private final Path maven;
    private final Path repository;
    private final String version;
    private final Path shop;
    private final Path gate;

    private Demonstration(Path maven, Path repository, String version, Path folder) {
        this.maven = maven;
        this.repository = repository;
        this.version = version;
        this.shop = folder.resolve("shop");
        this.gate = folder.resolve("gate");
    }

    /** Takes Maven's home, the local repository, the plugin's version, and the folder to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[3])), "run-");
        new Demonstration(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], folder).show();
    }

    private void show() throws IOException, InterruptedException {
        Files.createDirectories(gate.resolve(".mvn"));
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(RED, "package shop.auth;\n\nclass Token {\n    void rotate() {}\n}\n")
                    .write(CONTRACT, contract("GREEN"))
                    .commit("Rotate tokens");
            headline("1. A change to " + RED + " calls itself GREEN and names no approver: BLOCKED");
            expect(false, "Gatekeeper blocked this change");

            history.write(CONTRACT, contract("RED") + escalation(APPROVER))
                    .commit("Say what it is, and who answers for it");
            headline("2. The same change, declared RED and escalated to " + APPROVER + ": PASSED");
            expect(true, "PASSED");
        }
        headline("The demonstration held: first blocked, then passed. The repository is " + shop);
    }

    private void expect(boolean passes, String words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command())
                .directory(gate.toFile())
                .redirectErrorStream(true)
                .start();
        String log;
        try (InputStream output = process.getInputStream()) {
            log = new String(output.readAllBytes(), Charset.defaultCharset());
        }
        System.out.println(log);
        if ((process.waitFor() == 0) != passes || !log.contains(words)) {
            throw new IllegalStateException("The demonstration failed: '" + words + "' was expected.");
        }
    }

    private List<String> command() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return List.of(
                maven.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString(),
                "-B",
                "-o",
                "-Dmaven.repo.local=" + repository,
                "-Dgatekeeper.repository=" + shop,
                "-Dgatekeeper.target=refs/heads/main",
                "-Dgatekeeper.isolated=true",
                PLUGIN + version + ":verify");
    }

    private static void headline(String text) {
        System.out.println();
        System.out.println("=".repeat(100));
        System.out.println("  " + text);
        System.out.println("=".repeat(100));
    }
}
