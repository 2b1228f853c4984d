package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.JudgedContract;
import dev.gatekeeper.verdict.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A verdict as a page of Markdown, for people: what it is and who acts next, what the author says, what to do, what is RED, who approved,
 * and last by which commits. What the change may control is written so that no renderer takes it for anything but text, see {@link Escape}.
 */
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
        title(Headline.word(judgement), facts);
        if (!judgement.findings().isEmpty()) {
            Phrase count = Phrase.of(FindingsByReader.count(judgement.findings()) + "; ");
            line(count.markdown() + NextActor.of(judgement).markdown() + ".");
            line("");
        }
        String declared =
                judgement.declared().isPresent() ? judgement.declared().get().name() : "none";
        String counts = Headline.paths(judgement.classification());
        line((judgement.classification().paths().isEmpty() ? Words.capitalized(counts) : "Changed paths: " + counts)
                + ". Declared level: " + declared + "; computed level: "
                + judgement.classification().level() + ".");
        contracts(judgement.contracts());
        FindingsByReader findings = FindingsByReader.of(judgement.findings());
        findings("For the author", findings.author());
        findings("For a human, and for no tool", findings.approver());
        if (!findings.left().isEmpty()) {
            line("");
            line(findings.leftOut());
        }
        red(judgement);
        yellow(judgement);
        notes("Approvals", Notes.approvals(judgement));
        notes("To know", Notes.beside(facts, judgement));
        facts(facts);
    }

    private void undecided(Outcome.Undecided<Judgement> outcome) {
        title("UNDECIDED", outcome.facts());
        line(Phrase.of("Cannot decide: ")
                .prose(Words.withoutStop(outcome.problem()))
                .words(" (" + outcome.code().id() + ")")
                .markdown());
        remedy(outcome.remedy(), "");
        notes("To know", Notes.of(outcome.facts()));
        facts(outcome.facts());
    }

    private void title(String word, Facts facts) {
        Trust trust = facts.run().trust();
        line("# Gatekeeper: " + word + (trust.isolated() ? "" : " (" + trust.word() + ")"));
        line("");
    }

    /** What and why, as the words of the author that they are. */
    private void contracts(List<JudgedContract> contracts) {
        if (contracts.isEmpty()) {
            return;
        }
        heading("The author says");
        Capped<JudgedContract> capped = Capped.of(contracts);
        for (JudgedContract contract : capped.shown()) {
            item(Phrase.of("").path(contract.path()));
            said(contract.whatChanged());
            said(contract.whyChanged());
        }
        if (!capped.left().isEmpty()) {
            item(Phrase.of(capped.left().size() + " more contracts. The record holds all."));
        }
    }

    private void said(Optional<String> words) {
        if (words.isPresent()) {
            line("");
            line("  > " + Escape.prose(words.get().strip()));
        }
    }

    private void findings(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        heading(title);
        for (Finding finding : findings) {
            item(Phrase.of("")
                    .path(FindingsByReader.place(finding))
                    .words(": ")
                    .prose(finding.problem())
                    .words(" (" + finding.code().id() + ")"));
            remedy(finding.remedy(), "  ");
            fenced(finding.example(), "  ");
        }
    }

    /** @param margin of the list that it stands in */
    private void remedy(String remedy, String margin) {
        RemedyText text = RemedyText.of(remedy);
        line("");
        line((margin + "Remedy: " + (text.words().isEmpty() ? "" : Escape.prose(Words.uncapitalized(text.words()))))
                .stripTrailing());
        fenced(text.command().stream().toList(), margin);
    }

    private void fenced(List<String> lines, String margin) {
        if (!lines.isEmpty()) {
            line("");
            line(margin + "~~~~~~");
            lines.forEach(code -> line(margin + Escape.line(code).replace("~~~", "~~\\u007E")));
            line(margin + "~~~~~~");
            line("");
        }
    }

    private void red(Judgement judgement) {
        Capped<ClassifiedPath> capped = Capped.of(judgement.classification().at(Level.RED));
        if (capped.shown().isEmpty()) {
            return;
        }
        heading("RED paths");
        line("| path | change | why | rule | pattern |");
        line("| --- | --- | --- | --- | --- |");
        for (ClassifiedPath path : capped.shown()) {
            PathLines.Group alone = PathLines.alone(path);
            line("| " + Escape.code(path.changed().path().display()) + " | "
                    + path.changed().status().name().toLowerCase(Locale.ROOT) + " | "
                    + Escape.prose(alone.match().rule().because()) + " | "
                    + alone.rule().markdown() + " | "
                    + alone.patterns().stream().map(Escape::code).findFirst().orElse("") + " |");
        }
        if (!capped.left().isEmpty()) {
            line("");
            line(capped.left().size() + " more. The record holds all.");
        }
    }

    private void yellow(Judgement judgement) {
        List<Phrase> lines = PathLines.yellow(judgement.classification());
        if (!lines.isEmpty()) {
            heading("YELLOW paths");
            for (Phrase line : lines) {
                item(line);
            }
        }
    }

    private void notes(String title, List<Notes.Note> notes) {
        if (!notes.isEmpty()) {
            heading(title);
            for (Notes.Note note : notes) {
                item(note.phrase());
            }
        }
    }

    private void facts(Facts facts) {
        heading("The run");
        Run run = facts.run();
        Trust trust = run.trust();
        item(Phrase.of("This run is " + trust.word() + ": ").prose(trust.reason()));
        if (run.simulation()) {
            item(Phrase.of("A rehearsal that no metric counts"));
        }
        item("Repository: ", facts.repositoryName());
        item("Change: ", run.change());
        if (facts.revisions().isPresent()) {
            commits(facts.revisions().get());
        }
        item("Merge base: ", facts.mergeBase());
        if (facts.policies().isPresent()) {
            for (Policy policy : facts.policies().get().inForce()) {
                String kind = policy.origin() == Origin.ORGANISATION ? ", SHA-256 " : ", blob ";
                item(Phrase.of("Judged by " + Notes.name(policy.origin()) + kind)
                        .value(policy.blob()));
            }
        }
        item(Phrase.of("Decided at " + JsonRecord.seconds(run.now())));
    }

    private void commits(Revisions revisions) {
        Phrase target = Phrase.of("Target: ").value(revisions.target());
        if (revisions.targetRef().isPresent()) {
            target = target.words(", the tip of ").value(revisions.targetRef().get());
        }
        item(target);
        item(Phrase.of("Head: ").value(revisions.head()));
    }

    private void heading(String title) {
        if (page.charAt(page.length() - 2) != '\n') {
            line("");
        }
        line("## " + title);
        line("");
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
