package dev.gatekeeper.report;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.lint.Counts;
import dev.gatekeeper.lint.RuleCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many of some things are of each level, in words and as a table. */
final class CountLines {

    private static final List<Level> RISKIEST_FIRST = List.of(Level.RED, Level.YELLOW, Level.GREEN);

    private CountLines() {}

    /** Such as {@code 3 RED (1.0 %), 290 YELLOW (96.7 %), 7 GREEN (2.3 %)}. */
    static String levels(Counts counts) {
        List<String> levels = new ArrayList<>();
        for (Level level : RISKIEST_FIRST) {
            levels.add(counts.of(level) + " " + level + share(counts.of(level), counts.all()));
        }
        return String.join(", ", levels);
    }

    /** {@code part} of {@code all}, in brackets; nothing of nothing. */
    static String share(int part, int all) {
        return all == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / all);
    }

    static List<String> ofFiles(Counts counts) {
        Table table = new Table("level", "files", "rule", "reason");
        Capped<RuleCount> capped = Capped.of(counts.rules());
        for (RuleCount count : capped.shown()) {
            table.row(
                    count.rule().level().name(),
                    String.valueOf(count.decided()),
                    Escape.line(count.rule().id()),
                    Escape.line(count.rule().because()));
        }
        return with(capped, table);
    }

    static List<String> ofChanges(Counts counts) {
        Table table = new Table("level", "changes", "by it alone", "rule", "reason");
        Capped<RuleCount> capped = Capped.of(counts.rules());
        for (RuleCount count : capped.shown()) {
            table.row(
                    count.rule().level().name(),
                    String.valueOf(count.decided()),
                    String.valueOf(count.alone()),
                    Escape.line(count.rule().id()),
                    Escape.line(count.rule().because()));
        }
        return with(capped, table);
    }

    private static List<String> with(Capped<RuleCount> capped, Table table) {
        List<String> lines = new ArrayList<>(table.lines());
        if (!capped.left().isEmpty()) {
            lines.add(capped.left().size() + " more rules");
        }
        return lines;
    }
}
