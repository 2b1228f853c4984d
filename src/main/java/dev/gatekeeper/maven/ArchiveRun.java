package dev.gatekeeper.maven;

import dev.gatekeeper.ArchivedContracts;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.draft.ArchiveWriter;
import dev.gatekeeper.report.ArchiveReport;
import dev.gatekeeper.report.Line;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Archives contracts that landed long ago, in the work tree. */
final class ArchiveRun extends GoalRun<ArchivedContracts> {

    private final Invocation invocation;
    private final Optional<LocalDate> before;

    /** @param before the day before which they have landed; empty for the default */
    ArchiveRun(Invocation invocation, Optional<LocalDate> before, Log log) {
        super(log);
        this.invocation = invocation;
        this.before = before;
    }

    @Override
    Outcome<ArchivedContracts> ask() {
        return invocation.outcome(request -> Gatekeeper.archive(request, before));
    }

    @Override
    void write(Outcome<ArchivedContracts> outcome) {
        if (outcome instanceof Outcome.Reached<ArchivedContracts> reached) {
            ArchivedContracts archived = reached.result();
            ArchiveWriter.write(archived.workTree(), invocation.untrusted(), archived.archival());
        }
    }

    @Override
    List<Line> lines(Facts facts, ArchivedContracts archived, Optional<Path> record) {
        return ArchiveReport.lines(facts, archived);
    }

    @Override
    boolean isGood(ArchivedContracts archived) {
        return true;
    }

    @Override
    Optional<String> failure(ArchivedContracts archived) {
        return Optional.empty();
    }
}
