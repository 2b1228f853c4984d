package dev.gatekeeper.report;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.PathPattern;
import dev.gatekeeper.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The changed paths of a verdict: how many there are of each level, and why each RED and YELLOW one is what it is. */
final class PathLines {

    private PathLines() {}

    /** Of more paths of one rule and level, one line tells how many there are. */
    private static final int FEW = 3;

    /**
     * RED and YELLOW paths that one rule decides.
     *
     * @param level their level
     * @param match one of the matches that decide
     * @param paths one or more, in their order
     */
    record Group(Level level, Match match, List<ClassifiedPath> paths) {

        /** The rule's id, and whose rule it is where that isn't the target's. */
        Phrase rule() {
            return Phrase.of("")
                    .value(match.rule().id())
                    .words(match.policy().origin() == Origin.ORGANISATION ? " of the organisation's policy" : "");
        }

        /** The patterns that match its paths, each once; none where the rule has none. */
        List<String> patterns() {
            Set<String> globs = new LinkedHashSet<>();
            for (ClassifiedPath path : paths) {
                Optional<PathPattern> pattern = PathLines.match(path).pattern();
                if (pattern.isPresent()) {
                    globs.add(pattern.get().glob());
                }
            }
            return List.copyOf(globs);
        }
    }

    /** The RED paths by rule, then the YELLOW ones, in the order of each rule's first path. */
    static List<Group> groups(Classification classification) {
        List<Group> groups = new ArrayList<>(groups(classification, Level.RED));
        groups.addAll(groups(classification, Level.YELLOW));
        return groups;
    }

    private static List<Group> groups(Classification classification, Level level) {
        Map<List<Object>, List<ClassifiedPath>> byRule = new LinkedHashMap<>();
        for (ClassifiedPath path : classification.at(level)) {
            Match match = match(path);
            List<Object> rule = List.of(match.policy().origin(), match.rule().id());
            List<ClassifiedPath> paths = byRule.get(rule);
            if (paths == null) {
                paths = new ArrayList<>();
                byRule.put(rule, paths);
            }
            paths.add(path);
        }
        List<Group> groups = new ArrayList<>();
        for (List<ClassifiedPath> paths : byRule.values()) {
            groups.add(new Group(level, match(paths.get(0)), paths));
        }
        return groups;
    }

    /** A group of {@code path} alone. */
    static Group alone(ClassifiedPath path) {
        return new Group(path.level(), match(path), List.of(path));
    }

    /** A sentence for each rule that makes paths YELLOW; at most 50, and the others counted. */
    static List<Phrase> yellow(Classification classification) {
        Capped<Group> capped = Capped.of(groups(classification, Level.YELLOW));
        List<Phrase> phrases = new ArrayList<>();
        for (Group group : capped.shown()) {
            int more = group.paths().size() - 1;
            Phrase phrase =
                    Phrase.of("").path(group.paths().get(0).changed().path().display());
            phrases.add(phrase.words((more == 0 ? "" : " and " + more + " more") + ": ")
                    .prose(group.match().rule().because())
                    .words(" (rule " + group.rule().markdown() + ")"));
        }
        if (!capped.left().isEmpty()) {
            phrases.add(Phrase.of(capped.left().size() + " more rules"));
        }
        return phrases;
    }

    /** Only a rule makes a path RED or YELLOW. */
    private static Match match(ClassifiedPath path) {
        return path.deciding().orElseThrow();
    }

    /** A line of a log for each RED path, then for each YELLOW one, or one for many paths of one rule; at most 50, and the others counted. */
    static List<String> risky(Classification classification) {
        List<String> lines = new ArrayList<>();
        Capped<Group> capped = Capped.of(groups(classification));
        for (Group group : capped.shown()) {
            if (group.paths().size() > FEW) {
                lines.add(line(group));
            } else {
                for (ClassifiedPath path : group.paths()) {
                    lines.add(reason(path, match(path)));
                }
            }
        }
        if (!capped.left().isEmpty()) {
            lines.add(capped.left().size()
                    + " more rules that make paths RED or YELLOW. The record holds every RED path.");
        }
        return List.copyOf(lines);
    }

    /** Why {@code path}, which a rule decides, is what it is, for a log. */
    static String line(ClassifiedPath path) {
        return path.deciding().map(match -> reason(path, match)).orElse("");
    }

    /** Such as {@code 1 RED, 2 YELLOW, 12 GREEN}; levels without a path are left out. */
    static String counts(Classification classification) {
        if (classification.paths().isEmpty()) {
            return "no changed paths";
        }
        List<String> counts = new ArrayList<>();
        for (Level level : List.of(Level.RED, Level.YELLOW, Level.GREEN)) {
            int count = classification.at(level).size();
            if (count > 0) {
                counts.add(count + " " + level);
            }
        }
        return String.join(", ", counts);
    }

    private static String reason(ClassifiedPath path, Match match) {
        String status = path.changed().status().name().toLowerCase(Locale.ROOT);
        Group alone = new Group(path.level(), match, List.of(path));
        return margin(path.level()) + Escape.path(path.changed().path().display()) + "  " + status + why(alone);
    }

    private static String line(Group group) {
        String first = group.paths().get(0).changed().path().display();
        return margin(group.level()) + group.paths().size() + " paths, such as " + Escape.path(first) + why(group);
    }

    private static String margin(Level level) {
        return (level + "      ").substring(0, 8);
    }

    /** Such as {@code : Auth or permissions logic (rule auth, pattern **}{@code /auth/**)}. */
    private static String why(Group group) {
        List<String> patterns = group.patterns();
        String pattern = patterns.isEmpty()
                ? ""
                : (patterns.size() == 1 ? ", pattern " : ", patterns ") + Escape.line(Words.list(patterns));
        return ": " + Escape.line(group.match().rule().because()) + " (rule "
                + group.rule().line() + pattern + ")";
    }
}
