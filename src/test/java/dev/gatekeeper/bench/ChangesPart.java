package dev.gatekeeper.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a change of some size takes beside git, in a process without Maven. */
final class ChangesPart {

    private static final List<Integer> FILES = List.of(200_000, 1_000_000);

    private ChangesPart() {}

    /** @param rules of the policy in force */
    private record Shape(int files, int rules, int changed, int behind) {

        /** Wide changes are judged by the longest policy, the others by a usual one. */
        static Shape of(int files, int changed, int behind) {
            return new Shape(files, changed < 100_000 ? 10 : 500, changed, behind);
        }
    }

    static void changes(Settings settings) throws IOException, InterruptedException {
        List<Shape> shapes = new ArrayList<>();
        for (int files : FILES) {
            for (int changed : Repositories.CHANGED) {
                Repositories.BEHIND.forEach(behind -> shapes.add(Shape.of(files, changed, behind)));
            }
        }
        compare(settings, new Table("changes", "Changes beside git diff --raw --no-renames A...B"), shapes);
    }

    static void rules(Settings settings) throws IOException, InterruptedException {
        List<Shape> shapes = Repositories.RULES.stream()
                .map(rules -> new Shape(200_000, rules, 100_000, 10))
                .toList();
        compare(settings, new Table("rules", "Rules, over 100,000 changed paths"), shapes);
    }

    private static void compare(Settings settings, Table table, List<Shape> shapes)
            throws IOException, InterruptedException {
        EngineProcess engine = settings.engine();
        Map<String, Rounds.Measured> runs = new LinkedHashMap<>();
        runs.put("nothing", engine::nothing);
        for (Shape shape : shapes) {
            BenchChange change = settings.repositories().big(shape.files, shape.rules, shape.changed, shape.behind);
            runs.put("engine " + shape, () -> engine.judge(change));
            runs.put("git " + shape, change::byGitDiff);
        }
        Samples samples = settings.rounds().measure(runs);
        table.heads(
                "files", "changed", "behind", "rules", "git, ms", "process less JVM, ms", "ratio", "processors' ratio");
        for (Shape shape : shapes) {
            String git = "git " + shape;
            String process = "engine " + shape;
            table.row(shape.files, shape.changed, shape.behind, shape.rules, compared(samples, process, git));
        }
        table.say("A JVM that does nothing: " + samples.of("nothing").show() + " ms.")
                .write(settings);
    }

    /** The cells that hold a process, less what its JVM costs, against git. */
    private static List<String> compared(Samples samples, String process, String git) {
        Series took = samples.of(process).minus(samples.of("nothing"));
        Series processors = samples.processors(process).minus(samples.processors("nothing"));
        return List.of(
                samples.of(git).show(),
                took.show(),
                took.over(samples.of(git)),
                processors.over(samples.processors(git)));
    }

    /** What a long-lived branch costs, which takes its target in again and again. */
    static void merges(Settings settings) throws IOException, InterruptedException {
        EngineProcess engine = settings.engine();
        int commits = 20_000;
        int merges = 700;
        BenchChange change = settings.repositories().merges(commits, merges);
        Samples samples = settings.rounds()
                .measure(Map.of(
                        "nothing", engine::nothing, "engine", () -> engine.judge(change), "git", change::byGitLog));
        new Table("merges", "A branch that merges its target again and again, beside git log -m --raw A..B")
                .heads("commits before", "merges", "git, ms", "process less JVM, ms", "ratio", "processors' ratio")
                .row(commits, merges, compared(samples, "engine", "git"))
                .write(settings);
    }

    /** How much longer a change takes where the target has many contracts, in its tree or in its ledger, than where it has ten. */
    static void contracts(Settings settings) throws IOException, InterruptedException {
        EngineProcess engine = settings.engine();
        Map<String, Rounds.Measured> runs = new LinkedHashMap<>();
        for (ContractsKind kind : ContractsKind.values()) {
            BenchChange change = kind.made(settings.repositories());
            runs.put(kind.name(), () -> engine.judge(change));
        }
        Samples samples = settings.rounds().measure(runs);
        Table table = new Table("contracts", "100,000 contracts in the tree or in the ledger, beside ten")
                .heads("target and change", "process, ms", "ratio", "processors' ratio");
        for (ContractsKind kind : ContractsKind.values()) {
            String few = kind.few().name();
            table.row(
                    kind.name(),
                    samples.of(kind.name()).show(),
                    samples.of(kind.name()).over(samples.of(few)),
                    samples.processors(kind.name()).over(samples.processors(few)));
        }
        table.write(settings);
    }
}
