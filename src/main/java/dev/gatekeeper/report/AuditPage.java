package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Run;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.audit.Kind;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.verdict.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An audit as a page of Markdown, for people: what nobody has answered for, then what somebody has. Whatever a commit may hold is written
 * so that no renderer takes it for anything but text, see {@link Escape}.
 */
final class AuditPage {

    /** Forges show no page that is much larger. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_NOTES = 50;

    private final StringBuilder page = new StringBuilder();
    private int bytes;
    private int left;

    private AuditPage() {}

    /** The page, with {@code \n} as line break and at its end. */
    static String render(Facts facts, Audit audit) {
        AuditPage page = new AuditPage();
        page.write(facts, audit);
        return page.left == 0
                ? page.page.toString()
                : page.page + "\n" + page.left + " more lines did not fit. audit.json holds all.\n";
    }

    private void write(Facts facts, Audit audit) {
        line("# Gatekeeper's audit: " + (audit.fails() ? "FAILED" : "PASSED"));
        line("");
        line(AuditWords.counts(audit) + ". " + AuditWords.LIMITS);
        counts(audit);
        run(facts, audit);
        for (Kind kind : AuditWords.FAILING) {
            section(kind, audit.of(kind));
        }
        section(Kind.LET_THROUGH, audit.of(Kind.LET_THROUGH));
        section(Kind.ACCEPTED, audit.of(Kind.ACCEPTED));
        committedByApprover(audit.changes());
        notes(audit);
        answered(audit.of(Kind.ANSWERED));
    }

    private void counts(Audit audit) {
        line("");
        line("| changes | how many |");
        line("| --- | --- |");
        for (Map.Entry<Kind, Integer> count : audit.counts().entrySet()) {
            line("| " + AuditWords.of(count.getKey()) + " | " + count.getValue() + " |");
        }
        line("| all | " + audit.changes().size() + " |");
    }

    private void run(Facts facts, Audit audit) {
        heading("The branch");
        audit.repository().ifPresent(name -> item(Phrase.of("Repository: ").value(name)));
        if (facts.revisions().isPresent()) {
            Revisions revisions = facts.revisions().get();
            Phrase tip = Phrase.of("Tip: ").value(revisions.target());
            item(
                    revisions.targetRef().isPresent()
                            ? tip.words(", of ").value(revisions.targetRef().get())
                            : tip);
        }
        item(AuditWords.beginning(audit));
        Run run = facts.run();
        item(Phrase.of("This run is " + run.trust().word() + ": ")
                .prose(run.trust().reason()));
        item(Phrase.of("Audited at " + JsonRecord.seconds(run.now())));
    }

    private void section(Kind kind, List<AuditedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        String title = AuditWords.of(kind);
        heading(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1));
        if (kind.fails()) {
            line(Phrase.of("").remedy(AuditWords.remedy(kind)).markdown());
            line("");
        }
        for (AuditedChange change : changes) {
            Phrase phrase = AuditWords.change(change);
            if (change.acceptance().isPresent()) {
                phrase = new Phrase(
                        phrase.line(),
                        phrase.markdown() + "; accepted "
                                + AuditWords.acceptance(change.acceptance().get())
                                        .markdown());
            }
            item(phrase);
            Optional<String> remedy = change.reason().flatMap(AuditedChange.Reason::remedy);
            if (remedy.isPresent()) {
                line("");
                line("  " + Phrase.of("").remedy(remedy.get()).markdown());
            }
        }
    }

    private void committedByApprover(List<AuditedChange> changes) {
        List<AuditedChange> committed =
                changes.stream().filter(AuditedChange::committedByApprover).toList();
        if (!committed.isEmpty()) {
            heading("Committed by an approver of its own");
            for (AuditedChange change : committed) {
                item(Phrase.of(change.day() + " ")
                        .value(CommitsLine.shortId(change.step().head().id()))
                        .words(", committed by ")
                        .value(change.step().head().committer().toString()));
            }
        }
    }

    private void notes(Audit audit) {
        Map<Remark, Integer> notes = new LinkedHashMap<>();
        for (AuditedChange change : audit.changes()) {
            if (change.kind() != Kind.AROUND) {
                change.notes().forEach(note -> notes.merge(note, 1, Integer::sum));
            }
        }
        List<Phrase> phrases = new ArrayList<>();
        audit.unused().forEach(one -> phrases.add(AuditWords.unused(one)));
        notes.forEach((note, count) -> phrases.add(Phrase.of("")
                .path(note.file() + note.mark().map(mark -> ":" + mark).orElse(""))
                .words(" ")
                .prose(note.text())
                .words(count == 1 ? "" : " (" + count + " changes)")));
        if (!phrases.isEmpty()) {
            heading("To know");
            phrases.stream().limit(MOST_NOTES).forEach(this::item);
            if (phrases.size() > MOST_NOTES) {
                item(Phrase.of(phrases.size() - MOST_NOTES + " more. The records hold all."));
            }
        }
    }

    private void answered(List<AuditedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        heading("Answered for");
        line("| day | commit | level | what | contract | approved by |");
        line("| --- | --- | --- | --- | --- | --- |");
        for (AuditedChange change : changes) {
            String joined = change.step().isJoined()
                    ? " and " + (change.step().commits().size() - 1) + " before, joined"
                    : "";
            line("| " + change.day() + " | "
                    + Escape.code(CommitsLine.shortId(change.step().head().id())) + joined + " | "
                    + AuditWords.level(change) + " | "
                    + Escape.code(change.step().head().subject()) + " | "
                    + String.join(
                            ", ", change.contracts().stream().map(Escape::code).toList())
                    + " | " + AuditWords.approvals(change).markdown() + " |");
        }
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
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
