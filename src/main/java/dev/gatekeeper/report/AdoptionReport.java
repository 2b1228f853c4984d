package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.draft.Adoption;
import dev.gatekeeper.draft.Draft;
import dev.gatekeeper.draft.Pipeline;
import dev.gatekeeper.report.Line.Severity;
import java.util.ArrayList;
import java.util.List;

/** What {@code init} prints: what it wrote, what it left, and what comes next. */
public final class AdoptionReport {

    private static final String PLUGIN = "mvn dev.gatekeeper:gatekeeper-maven-plugin:";

    private final List<Line> lines = new ArrayList<>();

    private AdoptionReport() {}

    /** The lines for Maven's log, escaped. */
    public static List<Line> lines(Facts facts, Adoption adoption) {
        AdoptionReport report = new AdoptionReport();
        Notes.of(facts)
                .forEach(note ->
                        report.lines.add(new Line(note.severity(), note.phrase().line())));
        report.files(adoption);
        report.agents(adoption.unaware());
        report.next(adoption.pipeline());
        return List.copyOf(report.lines);
    }

    private void files(Adoption adoption) {
        for (Draft.NewFile file : adoption.files()) {
            info("Wrote " + Escape.path(file.path().display()));
        }
        for (String left : adoption.left()) {
            info("Left as it is: " + Escape.path(left));
        }
        if (adoption.lacksDigests()) {
            warn(
                    "The plugin runs from no jar here, or its POM doesn't lie beside it, so the pipeline lacks digests and refuses to run: write them in the places"
                            + " of @jarSha256@ and @pomSha256@.");
        }
        if (adoption.files().isEmpty()) {
            info("Everything is there already, and nothing was written.");
        }
    }

    private void agents(List<String> unaware) {
        if (unaware.isEmpty()) {
            return;
        }
        info("No agent reads AI.md by itself. Add these two lines to " + String.join(", ", unaware) + ":");
        Adoption.pointer().forEach(line -> info("    " + line));
    }

    private void next(Pipeline pipeline) {
        info("What comes next:");
        info(
                "  1. Fit .gatekeeper/policy.yaml to your code, and list there who may answer for RED. What it makes of your files: "
                        + PLUGIN + "check-policy");
        info("  2. Keep in INVARIANTS.md what is true here, and read AI.md and CHANGE_POLICY.md once.");
        info(
                "  3. Commit these files on a branch. An administrator lands that change before any check is required, since no"
                        + " policy judges it yet.");
        info(
                pipeline == Pipeline.NONE
                        ? "  4. Let a pipeline run verify, isolated. This writes one: " + PLUGIN
                                + "init -Dgatekeeper.ci=github (or gitlab, jenkins, hook)"
                        : "  4. Set the pipeline up: docs/pipelines.md of Gatekeeper says how, and what it must be told.");
        info(
                "  5. As long as nobody requires it, it shows what it would do; warnUntil in the policy lets findings only warn until"
                        + " a day. Then require it, for people, bots and agents alike.");
        info("  6. From then on each change brings a contract: " + PLUGIN + "draft");
    }

    private void warn(String text) {
        lines.add(new Line(Severity.WARNING, text));
    }

    private void info(String text) {
        lines.add(new Line(Severity.INFO, text));
    }
}
