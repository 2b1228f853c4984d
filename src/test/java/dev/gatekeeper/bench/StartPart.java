package dev.gatekeeper.bench;

import dev.gatekeeper.bench.StartProject.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the gate adds to a build that does nothing else, beside what other plugins add. */
final class StartPart {

    private static final String EXECUTION =
            "<executions><execution><phase>validate</phase><goals><goal>%s</goal></goals></execution></executions>";

    private StartPart() {}

    /** How long each build takes, on each Maven and JDK. */
    static void start(Settings settings) throws IOException, InterruptedException {
        StartProject project = StartProject.of(settings);
        Table table = new Table("start", "Added to an empty build (mvn -q -o validate), 200,000 files");
        Path homes = Files.createDirectories(settings.folder().resolve("homes"));
        for (BenchMaven maven : BenchMaven.all(settings)) {
            GoalTimes goals = new GoalTimes(project, maven, BenchMaven.clock(settings.folder()));
            List<Build> builds = builds(settings);
            Map<String, Rounds.Measured> runs = new LinkedHashMap<>();
            for (Build build : builds) {
                project.fetch(maven, build);
                runs.put(build.name(), () -> goals.timed(build.name(), build, ""));
            }
            Build verify = builds.get(1);
            Path warm = Files.createTempDirectory(homes, "warm-");
            runs.put("warm", () -> goals.timed("warm", verify, home(warm)));
            runs.put("fresh", () -> goals.timed("fresh", verify, home(Files.createTempDirectory(homes, "fresh-"))));
            Samples whole = settings.rounds().measure(runs);
            table.say("## " + maven.name());
            added(table, whole, goals, builds);
            ratios(table, whole, goals, runs.keySet());
        }
        table.say("The goal's own time is that of execute(), without its loading and injection.")
                .write(settings);
    }

    private static String home(Path folder) {
        return "-Duser.home=" + folder;
    }

    private static void added(Table table, Samples whole, GoalTimes goals, List<Build> builds) {
        Series empty = whole.of("empty");
        Series emptyProcessors = whole.processors("empty");
        table.heads("build", "added, ms", "/ enforcer's", "processors' / enforcer's", "goal's own, ms");
        table.row("empty", empty.show() + " in all", "", "", "");
        for (Build build : builds.subList(1, builds.size())) {
            Series added = whole.of(build.name()).minus(empty);
            Series processors = whole.processors(build.name()).minus(emptyProcessors);
            table.row(
                    build.name(),
                    added.show(),
                    added.over(whole.of("enforcer").minus(empty)),
                    processors.over(whole.processors("enforcer").minus(emptyProcessors)),
                    goals.of(build.name()).show());
        }
    }

    private static void ratios(Table table, Samples whole, GoalTimes goals, Set<String> names) {
        table.heads("ratio", "of the goal's own time", "of its processors' time", "of the whole build");
        for (String[] pair : new String[][] {{"verify", "base"}, {"fresh", "warm"}}) {
            if (names.contains(pair[1])) {
                table.row(
                        pair[0] + " / " + pair[1],
                        goals.of(pair[0]).over(goals.of(pair[1])),
                        goals.processors(pair[0]).over(goals.processors(pair[1])),
                        whole.of(pair[0]).over(whole.of(pair[1])));
            }
        }
    }

    /** How many classes each build loads beyond an empty one, and whose. */
    static void classes(Settings settings) throws IOException, InterruptedException {
        StartProject project = StartProject.of(settings);
        Table table = new Table("classes", "Classes loaded beyond an empty build (mvn -q -o validate)");
        Path logs = Files.createDirectories(settings.folder().resolve("classes"));
        for (BenchMaven maven : BenchMaven.all(settings)) {
            table.say("## " + maven.name());
            table.heads(Stream.concat(Stream.of("build", "in all"), ClassOrigin.names())
                    .toArray(String[]::new));
            Map<ClassOrigin, Integer> empty = new EnumMap<>(ClassOrigin.class);
            for (Build build : builds(settings)) {
                project.fetch(maven, build);
                Path log = logs.resolve(maven.version() + "-" + maven.jdk() + "-" + build.name() + ".log");
                project.run(maven, build, "-Xlog:class+load:file=" + log + "::filecount=0", List.of("-o"));
                Map<ClassOrigin, Integer> loaded = ClassOrigin.count(log);
                if (build.name().equals("empty")) {
                    empty.putAll(loaded);
                } else {
                    List<Object> row = new ArrayList<>(List.of(build.name(), 0));
                    int sum = 0;
                    for (ClassOrigin origin : ClassOrigin.values()) {
                        int beyond = loaded.getOrDefault(origin, 0) - empty.getOrDefault(origin, 0);
                        row.add(beyond);
                        sum += beyond;
                    }
                    row.set(1, sum);
                    table.row(row.toArray());
                }
            }
        }
        table.say("Each class stands in a log in " + logs + ". The jar has " + Files.size(settings.jar()) + " bytes.")
                .write(settings);
    }

    /** All builds, the empty one first and the gate second. */
    private static List<Build> builds(Settings settings) throws IOException {
        Path local = settings.folder().resolve("local-repository");
        String verify = gatekeeper(BenchMaven.install(settings.jar(), local));
        List<Build> builds = new ArrayList<>(List.of(
                new Build("empty", "", "", List.of(), local),
                new Build("verify", verify, "PASSED", List.of(), local),
                new Build("skip", verify, "SKIPPED", List.of("-Dgatekeeper.skip=true"), local),
                new Build(
                        "enforcer",
                        plugin("org.apache.maven.plugins", "maven-enforcer-plugin", "3.6.3", "enforce", """
                        <rules><AlwaysPass/></rules>"""),
                        "",
                        List.of(),
                        local),
                new Build(
                        "git-commit-id",
                        plugin("io.github.git-commit-id", "git-commit-id-maven-plugin", "9.2.0", "revision", """
                        <skipPoms>false</skipPoms>"""),
                        "",
                        List.of(),
                        local),
                new Build(
                        "spotless",
                        plugin("com.diffplug.spotless", "spotless-maven-plugin", "3.11.0", "check", """
                        <ratchetFrom>main</ratchetFrom>
                        <formats><format><includes><include>*.md</include></includes><trimTrailingWhitespace/></format></formats>
                        """),
                        "",
                        List.of(),
                        local)));
        if (settings.base().isPresent()) {
            Path baseLocal = settings.folder().resolve("local-repository-base");
            String base = gatekeeper(BenchMaven.install(settings.base().get(), baseLocal));
            builds.add(new Build("base", base, "PASSED", List.of(), baseLocal));
        }
        return builds;
    }

    private static String gatekeeper(String version) {
        return plugin("dev.gatekeeper", "gatekeeper-maven-plugin", version, "verify", "");
    }

    private static String plugin(String group, String artifact, String version, String goal, String configuration) {
        return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><configuration>%s</configuration>"
                        .formatted(group, artifact, version, configuration)
                + EXECUTION.formatted(goal);
    }
}
