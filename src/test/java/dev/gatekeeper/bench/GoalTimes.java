package dev.gatekeeper.bench;

import dev.gatekeeper.bench.StartProject.Build;
import dev.gatekeeper.bench.StartProject.GoalTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** Times builds of one Maven, and keeps what their goals took of it. */
final class GoalTimes {

    private final StartProject project;
    private final BenchMaven maven;
    private final List<String> options;
    private final Map<String, List<GoalTime>> times = new TreeMap<>();

    /** @param clock the jar of {@link GoalClock} */
    GoalTimes(StartProject project, BenchMaven maven, Path clock) {
        this.project = project;
        this.maven = maven;
        this.options = List.of("-o", "-Dmaven.ext.class.path=" + clock);
    }

    /** The time that {@code build} takes in all, in milliseconds. */
    double timed(String name, Build build, String javaOptions) throws IOException, InterruptedException {
        List<GoalTime> goals = times.computeIfAbsent(name, any -> new ArrayList<>());
        return Rounds.milliseconds(() -> goals.add(project.run(maven, build, javaOptions, options)));
    }

    /** What the goal took of each round. */
    Series of(String name) {
        return series(name, GoalTime::took);
    }

    /** The processors' time that the goal took of each round. */
    Series processors(String name) {
        return series(name, GoalTime::processors);
    }

    /** The first round doesn't count. */
    private Series series(String name, Function<GoalTime, Double> figure) {
        List<GoalTime> all = Objects.requireNonNull(times.get(name), name);
        return new Series(all.stream().skip(1).map(figure).toList());
    }
}
