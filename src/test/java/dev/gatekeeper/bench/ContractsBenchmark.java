package dev.gatekeeper.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.verdict.Judgement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much longer a change is judged where the target has 100,000 contracts in its tree, or in its ledger, than where it has ten. Each
 * judgement is a process of its own, without Maven; they are interleaved, and the ratios are those of the medians:
 * of the time that it took, and of the processors' time, which a busy machine alters less. Maven itself takes as long again.
 *
 * <p>Arguments: an empty folder for the repositories, and how often each is judged. With a folder alone it judges what lies there, once.
 */
public final class ContractsBenchmark {

    private static final int FEW = 10;
    private static final int MANY = 100_000;

    /** The repositories, and the level that the contract of the change declares. */
    private enum Kind {
        FEW_GREEN(FEW, 0, "GREEN"),
        TREE_GREEN(MANY, 0, "GREEN"),
        LEDGER_GREEN(FEW, MANY, "GREEN"),
        FEW_YELLOW(FEW, 0, "YELLOW"),
        TREE_YELLOW(MANY, 0, "YELLOW"),
        LEDGER_YELLOW(FEW, MANY, "YELLOW");

        private final int inTree;
        private final int inLedger;
        private final String level;

        Kind(int inTree, int inLedger, String level) {
            this.inTree = inTree;
            this.inLedger = inLedger;
            this.level = level;
        }
    }

    private ContractsBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1) {
            Outcome<Judgement> outcome = Gatekeeper.judge(
                    Requests.of(Path.of(args[0])).target("main").request());
            System.out.println(Results.word(outcome) + " "
                    + ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toMillis());
            return;
        }
        Path folder = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        for (Kind kind : Kind.values()) {
            make(folder.resolve(kind.name()), kind);
        }
        Map<Kind, List<Long>> times = new TreeMap<>();
        Map<Kind, List<Long>> processors = new TreeMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Kind kind : Kind.values()) {
                long start = System.nanoTime();
                long processor = judge(folder.resolve(kind.name()));
                if (round > 0) {
                    times.computeIfAbsent(kind, any -> new ArrayList<>()).add((System.nanoTime() - start) / 1_000_000);
                    processors.computeIfAbsent(kind, any -> new ArrayList<>()).add(processor);
                }
            }
        }
        for (Kind kind : Kind.values()) {
            Kind few = kind.level.equals("GREEN") ? Kind.FEW_GREEN : Kind.FEW_YELLOW;
            System.out.printf(
                    Locale.ROOT,
                    "%-14s took %5d ms, %.3f; processors %5d ms, %.3f%n",
                    kind,
                    median(times, kind),
                    (double) median(times, kind) / median(times, few),
                    median(processors, kind),
                    (double) median(processors, kind) / median(processors, few));
        }
    }

    private static long median(Map<Kind, List<Long>> times, Kind kind) {
        List<Long> sorted =
                times.getOrDefault(kind, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Judges the change of {@code repository}; gives the processors' time for it. */
    private static long judge(Path repository) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContractsBenchmark.class.getName(),
                        repository.toString())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        if (!out.startsWith("PASSED ")) {
            throw new IllegalStateException(repository + ": " + out);
        }
        return Long.parseLong(out.strip().substring("PASSED ".length()));
    }

    private static void make(Path folder, Kind kind) throws IOException, InterruptedException {
        git(Files.createDirectories(folder.resolveSibling("")), "init", "--quiet", "--bare", folder.toString());
        Process process = new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (FastImport to = new FastImport(new BufferedOutputStream(process.getOutputStream(), 1 << 20))) {
            to.commit("main");
            for (String page : List.of("AI.md", "INVARIANTS.md", "CHANGE_POLICY.md", DemoShop.GREEN, DemoShop.YELLOW)) {
                to.file(page, "Read me.\n");
            }
            to.file(Layout.POLICY.display(), DemoShop.POLICY);
            for (int number = 0; number < kind.inTree; number++) {
                to.file(Layout.contract("change-" + number).display(), contract(number));
            }
            for (Map.Entry<String, String> file : ledger(kind.inLedger).entrySet()) {
                to.file(file.getKey(), file.getValue());
            }
            to.commit("change");
            to.from("main");
            to.file(kind.level.equals("GREEN") ? DemoShop.GREEN : DemoShop.YELLOW, "Read me twice.\n");
            to.file(Layout.contract("mine").display(), DemoShop.contract(kind.level));
        }
        process.waitFor();
        git(folder, "symbolic-ref", "HEAD", "refs/heads/change");
    }

    private static String contract(int number) {
        return DemoShop.contract("YELLOW") + "# " + number + "\n";
    }

    private static Map<String, String> ledger(int contracts) {
        Map<String, SortedSet<String>> lines = new TreeMap<>();
        for (int number = 0; number < contracts; number++) {
            String id = "archived-change-" + number;
            lines.computeIfAbsent(Layout.ledgerFile(id).display(), any -> new TreeSet<>())
                    .add(id + " sha256:" + Digests.sha256(contract(number).getBytes(UTF_8)) + "\n");
        }
        Map<String, String> files = new TreeMap<>();
        lines.forEach((file, sorted) -> files.put(file, String.join("", sorted)));
        return files;
    }

    private static void git(Path folder, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(args));
        if (new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException(String.join(" ", command));
        }
    }

    /** The stream that {@code git fast-import} reads. */
    private record FastImport(OutputStream out) implements AutoCloseable {

        void commit(String branch) throws IOException {
            line("commit refs/heads/" + branch);
            line("committer Ada Author <ada@acme.example> 1767225600 +0000");
            data("Bench\n");
        }

        void from(String branch) throws IOException {
            line("from refs/heads/" + branch);
        }

        void file(String path, String text) throws IOException {
            line("M 100644 inline " + path);
            data(text);
        }

        private void data(String text) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            line("data " + bytes.length);
            out.write(bytes);
            line("");
        }

        private void line(String text) throws IOException {
            out.write((text + "\n").getBytes(UTF_8));
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
