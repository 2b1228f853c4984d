package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.draft.Adoption;
import dev.gatekeeper.draft.AdoptionWriter;
import dev.gatekeeper.report.AdoptionReport;
import dev.gatekeeper.report.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Writes the files that a repository adopts Gatekeeper with. */
final class InitRun extends GoalRun<Adoption> {

    private final Invocation invocation;

    InitRun(Invocation invocation, Log log) {
        super(log);
        this.invocation = invocation;
    }

    @Override
    Outcome<Adoption> ask() {
        return invocation.outcome(Gatekeeper::adopt);
    }

    @Override
    void write(Outcome<Adoption> outcome) {
        if (outcome instanceof Outcome.Reached<Adoption> reached) {
            AdoptionWriter.write(reached.result(), invocation.untrusted());
        }
    }

    @Override
    List<Line> lines(Facts facts, Adoption adoption, Optional<Path> record) {
        return AdoptionReport.lines(facts, adoption);
    }

    @Override
    boolean isGood(Adoption adoption) {
        return true;
    }

    @Override
    Optional<String> failure(Adoption adoption) {
        return Optional.empty();
    }
}
