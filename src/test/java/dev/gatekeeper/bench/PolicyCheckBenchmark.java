package dev.gatekeeper.bench;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What the replay of 200 changes takes in a repository of 100,000 files by a policy of 500 rules: {@code check-policy} with it, less without
 * it, as a multiple of what git takes to show these changes. Usage: {@code PolicyCheckBenchmark <empty folder>}.
 */
public final class PolicyCheckBenchmark {

    private static final int FILES = 100_000;
    private static final int RULES = 500;
    private static final int CHANGES = 200;
    private static final int RUNS = 5;

    private PolicyCheckBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        make(folder);
        NativeGit git = new NativeGit(folder);
        git.git("repack", "-a", "-d", "-q");
        List<Double> byGit = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            byGit.add(seconds(() -> git.git("log", "-m", "--raw", "--first-parent", "-" + CHANGES, "main")));
            without.add(seconds(() -> check(folder, 0)));
            with.add(seconds(() -> check(folder, CHANGES)));
        }
        double replay = median(with) - median(without);
        System.out.printf(
                Locale.ROOT,
                "git log -m --raw %.2f s; check-policy %.2f s, with a replay of %d changes %.2f s: the replay takes %.1f times as long%n",
                median(byGit),
                median(without),
                CHANGES,
                median(with),
                replay / median(byGit));
    }

    private static void check(Path folder, int changes) {
        Results.reached(Gatekeeper.checkPolicy(
                Requests.of(folder).target("main").request(), Optional.empty(), changes, (done, all) -> {}));
    }

    private static void make(Path folder) {
        SplittableRandom random = new SplittableRandom(1);
        try (GitHistory history = GitHistory.initBare(folder)) {
            history.write(".gatekeeper/policy.yaml", policy());
            for (int file = 0; file < FILES; file++) {
                history.write(path(file), "class F {}\n");
            }
            history.commit("Begin");
            for (int change = 0; change < CHANGES; change++) {
                for (int i = 0; i < 5; i++) {
                    history.write(path(random.nextInt(FILES)), "class F {} // " + change + "\n");
                }
                history.commit("Change " + change);
            }
        }
    }

    private static String path(int file) {
        return "module" + file % 40 + "/src/main/java/com/acme/part" + file / 40 % 50 + "/File" + file + ".java";
    }

    private static String policy() {
        StringBuilder policy = new StringBuilder("version: 1\nrequiredFiles: []\nrules:\n");
        for (int rule = 0; rule < RULES; rule++) {
            policy.append("- id: r")
                    .append(rule)
                    .append("\n  level: ")
                    .append(List.of("RED", "YELLOW", "GREEN").get(rule % 3));
            policy.append("\n  paths: [\"/module")
                    .append(rule % 40)
                    .append("/**/part")
                    .append(rule / 10);
            policy.append("/\", \"*name").append(rule).append("*\"]\n");
        }
        return policy.toString();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    private static double median(List<Double> figures) {
        Collections.sort(figures);
        return figures.get(figures.size() / 2);
    }
}
