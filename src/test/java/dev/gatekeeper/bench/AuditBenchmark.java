package dev.gatekeeper.bench;

import dev.gatekeeper.AuditRequest;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long an audit of many steps takes, as a multiple of what git takes to show the same range:
 * {@code AuditBenchmark <repository> <target> <steps>}. The policy is the built-in one, where the repository has none.
 */
public final class AuditBenchmark {

    private AuditBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path repository = Path.of(arguments[0]);
        NativeGit git = new NativeGit(repository);
        List<String> parents =
                git.git("rev-list", "--first-parent", arguments[1]).lines().toList();
        String tip = parents.get(0);
        String since = parents.get(Integer.parseInt(arguments[2]));
        PrintStream out = System.out;

        long start = System.nanoTime();
        show(repository, since + ".." + tip);
        double byGit = seconds(start);
        out.printf(Locale.ROOT, "git log -m --raw: %.1f s%n", byGit);

        start = System.nanoTime();
        Outcome<Audit> outcome = Gatekeeper.audit(
                new AuditRequest(
                        Requests.of(repository)
                                .target(tip)
                                .trust(false, "a benchmark")
                                .request(),
                        Optional.of(since),
                        false,
                        Optional.empty()),
                (change, judged, done, of) -> {});
        double byAudit = seconds(start);
        Audit audit = Results.reached(outcome);
        out.printf(
                Locale.ROOT,
                "audit: %.1f s, %d changes %s%n",
                byAudit,
                audit.changes().size(),
                audit.counts());
        out.printf(Locale.ROOT, "ratio: %.2f%n", byAudit / byGit);
    }

    /** What git prints would fill the memory, and is thrown away. */
    private static void show(Path repository, String range) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("git", "log", "-m", "--raw", "--no-renames", "--no-abbrev", range)
                .directory(repository.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("git log failed");
        }
    }

    private static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
