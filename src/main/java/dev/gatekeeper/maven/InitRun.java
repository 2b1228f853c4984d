package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.draft.Adoption;
import dev.gatekeeper.draft.AdoptionWriter;
import dev.gatekeeper.draft.PluginFiles;
import dev.gatekeeper.report.AdoptionReport;
import dev.gatekeeper.report.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Writes the files that a repository adopts Gatekeeper with. */
final class InitRun extends GoalRun<Adoption> {

    private final Invocation invocation;
    private final Optional<String> pipeline;
    private final PluginFiles plugin;

    /**
     * @param pipeline what the pipeline is called that is written with the files
     * @param plugin the one that the pipeline judges by
     */
    InitRun(Invocation invocation, Optional<String> pipeline, PluginFiles plugin, Log log) {
        super(log);
        this.invocation = invocation;
        this.pipeline = pipeline;
        this.plugin = plugin;
    }

    @Override
    Outcome<Adoption> ask() {
        return invocation.outcome(request -> Gatekeeper.adopt(request, pipeline, plugin));
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
