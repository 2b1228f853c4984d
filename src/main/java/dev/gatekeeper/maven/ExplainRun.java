package dev.gatekeeper.maven;

import dev.gatekeeper.Explanation;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.ExplanationReport;
import dev.gatekeeper.report.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Says what changed paths are, and what they have to be answered by; writes nothing. */
final class ExplainRun extends GoalRun<Explanation> {

    private final Invocation invocation;
    private final List<String> paths;

    /** @param paths those to look at in place of the change's; none for those */
    ExplainRun(Invocation invocation, List<String> paths, Log log) {
        super(log);
        this.invocation = invocation;
        this.paths = paths;
    }

    @Override
    Outcome<Explanation> ask() {
        return invocation.outcome(request -> Gatekeeper.explain(request, paths));
    }

    @Override
    void write(Outcome<Explanation> outcome) {
        // What is explained is nowhere recorded.
    }

    @Override
    List<Line> lines(Facts facts, Explanation explained, Optional<Path> record) {
        return ExplanationReport.lines(facts, explained);
    }

    @Override
    boolean isGood(Explanation explained) {
        return true;
    }

    @Override
    Optional<String> failure(Explanation explained) {
        return Optional.empty();
    }
}
