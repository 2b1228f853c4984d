package dev.gatekeeper.bench;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What the replay of 200 changes takes in a repository of 100,000 files by a policy of 500 rules: {@code check-policy} as
 * it tells its progress, as a multiple of what git takes to show these changes. Usage: {@code PolicyCheckBenchmark <empty folder>}.
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
        List<Double> byGit = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> replay = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            byGit.add(seconds(() -> git.git("log", "-m", "--raw", "--first-parent", "-" + CHANGES, "main")));
            long[] told = new long[CHANGES + 1];
            whole.add(seconds(() -> check(folder, told)));
            replay.add(Duration.ofNanos(told[CHANGES] - told[1]).toMillis() / 1000.0 * CHANGES / (CHANGES - 1));
        }
        System.out.printf(
                Locale.ROOT,
                "git log -m --raw %.3f s; check-policy %.2f s, of which the replay of %d changes %.3f s, %.1f times as long%n",
                median(byGit),
                median(whole),
                CHANGES,
                median(replay),
                median(replay) / median(byGit));
    }

    /** @param told when each change was told to be done */
    private static void check(Path folder, long[] told) {
        Results.reached(Gatekeeper.checkPolicy(
                Requests.of(folder).target("main").request(),
                Optional.empty(),
                CHANGES,
                (done, all) -> told[done] = System.nanoTime()));
    }

    private static void make(Path folder) throws IOException {
        new NativeGit(Files.createDirectories(folder)).git("init", "-q", "--bare", "-b", "main", ".");
        SplittableRandom random = new SplittableRandom(1);
        try (FastImport to = FastImport.into(folder)) {
            to.commit("main").file(".gatekeeper/policy.yaml", policy());
            for (int file = 0; file < FILES; file++) {
                to.file(Repositories.path(file), "class F {}\n");
            }
            for (int change = 0; change < CHANGES; change++) {
                to.commit("main");
                for (int i = 0; i < 5; i++) {
                    to.file(Repositories.path(random.nextInt(FILES)), "class F {} // " + change + "\n");
                }
            }
        }
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
