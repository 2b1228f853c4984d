package dev.gatekeeper.maven;

import dev.gatekeeper.DraftedChange;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.draft.DraftWriter;
import dev.gatekeeper.draft.GivenFields;
import dev.gatekeeper.report.DraftReport;
import dev.gatekeeper.report.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Drafts a contract, and writes it into the work tree. */
final class DraftRun extends GoalRun<DraftedChange> {

    private final Invocation invocation;
    private final Optional<String> id;
    private final GivenFields given;

    /** @param id the contract's id; may be empty where the branch's name gives one */
    DraftRun(Invocation invocation, Optional<String> id, GivenFields given, Log log) {
        super(log);
        this.invocation = invocation;
        this.id = id;
        this.given = given;
    }

    @Override
    Outcome<DraftedChange> ask() {
        return invocation.outcome(request -> Gatekeeper.draft(request, id, given));
    }

    @Override
    void write(Outcome<DraftedChange> outcome) {
        if (outcome instanceof Outcome.Reached<DraftedChange> reached) {
            DraftedChange drafted = reached.result();
            DraftWriter.write(drafted.workTree(), invocation.untrusted(), drafted.draft());
        }
    }

    @Override
    List<Line> lines(Facts facts, DraftedChange drafted, Optional<Path> record) {
        return DraftReport.lines(facts, drafted);
    }

    @Override
    boolean isGood(DraftedChange drafted) {
        return true;
    }

    @Override
    Optional<String> failure(DraftedChange drafted) {
        return Optional.empty();
    }
}
