package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.util.List;
import java.util.Optional;

/** A verdict as a page of Markdown, for people; each value that the change may control stands in a code span. */
final class MarkdownSummary {

    /** GitHub shows no summary that is larger than 1 MiB, so that a change could hide the whole page by its end. */
    private static final int MOST_BYTES = 1_000_000;

    private final StringBuilder page = new StringBuilder();
    private int bytes;
    private int left;

    private MarkdownSummary() {}

    /** The page, with {@code \n} as line break and at its end, and of less than 1 MiB in UTF-8. */
    public static String render(Outcome<Judgement> outcome) {
        MarkdownSummary summary = new MarkdownSummary();
        if (outcome instanceof Outcome.Reached<Judgement> decided) {
            summary.decided(decided.facts(), decided.result());
        } else if (outcome instanceof Outcome.Undecided<Judgement> undecided) {
            summary.undecided(undecided);
        }
        return summary.left == 0
                ? summary.page.toString()
                : summary.page + "\n" + summary.left + " more lines did not fit. The record holds all.\n";
    }

    private void decided(Facts facts, Judgement judgement) {
        line("# Gatekeeper: " + Headline.word(judgement));
        line("");
        item(Headline.of(judgement));
        String declared =
                judgement.declared().isPresent() ? judgement.declared().get().name() : "none";
        item(Phrase.of("Declared level: " + declared + "; computed level: "
                + judgement.classification().level()));
        for (Phrase contract : ContractLines.of(judgement.contracts())) {
            item(contract);
        }
        facts(facts, Notes.of(facts, judgement));
        FindingsByReader findings = FindingsByReader.of(judgement.findings());
        findings("For the author", findings.author());
        findings("For the approver: a human must fill this in", findings.approver());
        if (!findings.left().isEmpty()) {
            line("");
            line(findings.leftOut());
        }
        section("RED and YELLOW paths", PathLines.risky(judgement.classification()));
    }

    private void undecided(Outcome.Undecided<Judgement> outcome) {
        line("# Gatekeeper: UNDECIDED");
        line("");
        item(Phrase.of("Cannot decide: ").value(outcome.problem()));
        item(Phrase.of("Remedy: ").value(outcome.remedy()));
        facts(outcome.facts(), Notes.of(outcome.facts()));
    }

    private void facts(Facts facts, List<Notes.Note> notes) {
        for (Notes.Note note : notes) {
            item(note.phrase());
        }
        Run run = facts.run();
        item("Repository: ", facts.repositoryName());
        item("Change: ", run.change());
        if (facts.revisions().isPresent()) {
            commits(facts.revisions().get());
        }
        item("Merge base: ", facts.mergeBase());
        if (facts.policies().isPresent()) {
            for (Policy policy : facts.policies().get().inForce()) {
                item(Phrase.of("Judged by " + Notes.name(policy.origin()) + ", blob ")
                        .value(policy.blob()));
            }
        }
        item(Phrase.of("Decided at " + JsonRecord.seconds(run.now())));
        if (run.simulation()) {
            item(Phrase.of("A rehearsal that no metric counts"));
        }
        Trust trust = run.trust();
        item(Phrase.of("This run is " + trust.word() + ": ").value(trust.reason()));
    }

    private void commits(Revisions revisions) {
        Phrase target = Phrase.of("Target: ").value(revisions.target());
        if (revisions.targetRef().isPresent()) {
            target = target.words(", the tip of ").value(revisions.targetRef().get());
        }
        item(target);
        item(Phrase.of("Head: ").value(revisions.head()));
    }

    private void findings(String title, List<Finding> findings) {
        if (!findings.isEmpty()) {
            heading(title);
        }
        for (Finding finding : findings) {
            item(Phrase.of(finding.code().id() + " at ")
                    .path(FindingsByReader.place(finding))
                    .words(": ")
                    .value(finding.problem()));
            line("  - Remedy: " + Escape.code(finding.remedy()));
        }
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void section(String title, List<Phrase> items) {
        if (!items.isEmpty()) {
            heading(title);
            for (Phrase item : items) {
                item(item);
            }
        }
    }

    private void item(String title, Optional<String> value) {
        if (value.isPresent()) {
            item(Phrase.of(title).value(value.get()));
        }
    }

    private void item(Phrase phrase) {
        line("- " + phrase.markdown());
    }

    private void line(String line) {
        bytes += line.getBytes(UTF_8).length + 1;
        if (bytes > MOST_BYTES) {
            left++;
        } else {
            page.append(line).append('\n');
        }
    }
}
