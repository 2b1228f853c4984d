package dev.gatekeeper.report;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.report.Line.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is said of a run that judged nothing, so that nobody takes it for a pass. */
public final class SkippedReport {

    private SkippedReport() {}

    /**
     * The lines for Maven's log, escaped.
     *
     * @param record where that is recorded, if it is
     */
    public static List<Line> lines(Outcome.Skipped<?> skipped, Optional<Path> record) {
        Phrase reason = Phrase.of(skipped.reason());
        Phrase said = record.isPresent()
                ? reason.words("; recorded as SKIPPED in ").path(record.get().toString())
                : reason;
        return List.of(
                new Line(Severity.WARNING, said.line()),
                new Line(Severity.INFO, trust(skipped).line()));
    }

    /** The page beside the record, with {@code \n} as line break and at its end. */
    static String page(Outcome.Skipped<?> skipped) {
        Run run = skipped.facts().run();
        StringBuilder page = new StringBuilder("# Gatekeeper: SKIPPED\n\n");
        item(page, Phrase.of(skipped.reason()));
        item(page, Phrase.of("This is no pass: nothing is known of the change"));
        if (run.repositoryName().isPresent()) {
            item(page, Phrase.of("Repository: ").value(run.repositoryName().get()));
        }
        if (run.change().isPresent()) {
            item(page, Phrase.of("Change: ").value(run.change().get()));
        }
        item(page, Phrase.of("Skipped at " + JsonRecord.seconds(run.now())));
        if (run.simulation()) {
            item(page, Phrase.of("A rehearsal that no metric counts"));
        }
        item(page, trust(skipped));
        return page.toString();
    }

    private static Phrase trust(Outcome.Skipped<?> skipped) {
        Trust trust = skipped.facts().run().trust();
        return Phrase.of("This run is " + trust.word() + ": ").prose(trust.reason());
    }

    private static void item(StringBuilder page, Phrase phrase) {
        page.append("- ").append(phrase.markdown()).append('\n');
    }
}
