package dev.gatekeeper.report;

import dev.gatekeeper.ContinuedContent;
import dev.gatekeeper.Facts;
import dev.gatekeeper.PreparedApproval;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.text.Shell;
import java.util.ArrayList;
import java.util.List;

/** All that an approver signs: the contract as it stands, each RED path, and how to see what it alters. */
final class ApprovedContent {

    /** What a reader goes through; of a longer contract the command shows all. */
    private static final int MOST_LINES = 200;

    /** More paths than these are no command that anybody pastes. */
    private static final int MOST_NAMED = 10;

    /** As deep as an honest contract indents; spaces beyond are shown as what they are. */
    private static final int DEEPEST = 12;

    /** The paths of the statement's lines from the fifth on, which all begin at the same column. */
    private static final String PATHS_OF = "tail -n +5 %s | cut -b 99- | tr '\\012' '\\000' | xargs -0 ";

    private final PreparedApproval prepared;
    private final List<String> lines = new ArrayList<>();

    private ApprovedContent(PreparedApproval prepared) {
        this.prepared = prepared;
    }

    static List<String> of(Facts facts, PreparedApproval prepared, String statementFile) {
        ApprovedContent content = new ApprovedContent(prepared);
        content.contract(facts);
        content.paths();
        content.diff(facts, statementFile);
        content.continued();
        return content.lines;
    }

    private void contract(Facts facts) {
        String file = prepared.task().contract().file();
        lines.add("The contract that is signed, " + Escape.path(file) + ":");
        List<String> all = prepared.contract().lines().toList();
        for (String line : all.subList(0, Math.min(MOST_LINES, all.size()))) {
            int indent = 0;
            while (indent < Math.min(DEEPEST, line.length()) && line.charAt(indent) == ' ') {
                indent++;
            }
            lines.add("    | " + line.substring(0, indent) + Escape.line(line.substring(indent)));
        }
        if (all.size() > MOST_LINES) {
            String head = facts.revisions().orElseThrow().head();
            lines.add((all.size() - MOST_LINES) + " more lines, which are signed too: git show "
                    + Shell.quote(head + ":" + file));
        }
    }

    private void paths() {
        Capped<ClassifiedPath> red = Capped.of(prepared.task().classification().at(Level.RED));
        red.shown().forEach(path -> lines.add(PathLines.line(path) + size(path.changed())));
        if (!red.left().isEmpty()) {
            lines.add(red.left().size() + " more RED paths; the statement holds them all.");
        }
        if (red.shown().isEmpty()) {
            lines.add("No path is RED; what is signed is the contract alone.");
        }
    }

    /** What a link or a submodule stands for lies elsewhere, so its size would say nothing. */
    private String size(ChangedPath changed) {
        Entry entry = changed.after().isAbsent() ? changed.before() : changed.after();
        if (entry.isSymbolicLink() || entry.isSubmodule()) {
            return entry.isSubmodule() ? "  (a submodule)" : "  (a symbolic link)";
        }
        DiffStat stat = prepared.stats().get(changed.path());
        if (stat instanceof DiffStat.Lines text) {
            return "  (lines added: %d, removed: %d)".formatted(text.added(), text.removed());
        }
        return stat instanceof DiffStat.Bytes bytes
                ? "  (bytes before: %d, after: %d)".formatted(bytes.before(), bytes.after())
                : "";
    }

    /** The ids of both sides, since branches move; no renames, since each path is signed as what it is. */
    private void diff(Facts facts, String statementFile) {
        List<ChangedPath> red = prepared.task().statement().red();
        if (red.isEmpty()) {
            return;
        }
        String diff = "git --literal-pathspecs diff --no-renames "
                + facts.mergeBase().orElseThrow() + " "
                + facts.revisions().orElseThrow().head() + " --";
        lines.add("To see what is RED, and nothing else:");
        if (red.size() > MOST_NAMED) {
            lines.add("    " + Escape.line(PATHS_OF.formatted(Shell.quote(statementFile)) + diff));
            return;
        }
        StringBuilder named = new StringBuilder(diff);
        red.forEach(changed ->
                named.append(' ').append(Shell.quoteBytes(changed.path().bytes())));
        lines.add("    " + Escape.line(named.toString()));
    }

    private void continued() {
        for (ContinuedContent one : Capped.of(prepared.continued()).shown()) {
            lines.add("%s  %s of what it held goes on in %s%s"
                    .formatted(
                            Escape.path(one.from().display()),
                            one.whole() ? "all" : "half or more",
                            Escape.path(one.to().display()),
                            level(one)));
        }
    }

    private String level(ContinuedContent one) {
        for (ClassifiedPath path : prepared.task().classification().paths()) {
            if (path.changed().path().equals(one.to())) {
                return ", which is " + path.level()
                        + (path.level() == Level.RED ? "" : ": no statement holds it, so look at it too");
            }
        }
        return "";
    }
}
