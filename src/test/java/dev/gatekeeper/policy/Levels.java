package dev.gatekeeper.policy;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.testing.MemorySnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Policies and changes for tests, and the levels that the ones give the others. */
record Levels(Policies policies) {

    static final Entry FILE = new Entry(0100644, "1".repeat(40));
    static final Entry OTHER = new Entry(0100644, "2".repeat(40));
    static final Entry LINK = new Entry(0120000, "3".repeat(40));
    static final Entry MODULE = new Entry(0160000, "4".repeat(40));

    static Levels of(Rule... rules) {
        return new Levels(new Policies(List.of(policy(Origin.TARGET, Level.YELLOW, rules))));
    }

    static Policy policy(Origin origin, Level unmatched, Rule... rules) {
        return policy(origin, unmatched, List.of(), rules);
    }

    static Policy policy(Origin origin, Level unmatched, List<PathPattern> unsafePathsAllowed, Rule... rules) {
        return new Policy(
                origin,
                "0".repeat(40),
                Optional.empty(),
                List.of("AI.md", "docs/RULES.md"),
                List.of(),
                List.of(rules),
                unmatched,
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                unsafePathsAllowed,
                false,
                Proof.NAMED,
                false,
                Optional.empty(),
                true);
    }

    static Rule rule(String id, Level level, String... globs) {
        return Rule.plain(
                id, level, "because", Arrays.stream(globs).map(PathPattern::new).toList(), Proof.NAMED);
    }

    static ChangedPath added(String path) {
        return changed(path, Entry.ABSENT, FILE);
    }

    static ChangedPath deleted(String path) {
        return changed(path, FILE, Entry.ABSENT);
    }

    static ChangedPath changed(String path, Entry before, Entry after) {
        return new ChangedPath(RawPath.of(path), before, after, before);
    }

    Classification classify(ChangedPath... paths) {
        Change change = new Change(
                "5".repeat(40),
                Stream.of(paths)
                        .sorted(java.util.Comparator.comparing(ChangedPath::path))
                        .toList(),
                Map.of());
        return new Classifier(policies)
                .classify(change, OwnFiles.of(change, MemorySnapshot.trees(new MemorySnapshot())));
    }

    /** The matches of {@code path}, each as {@code LEVEL rule pattern}. */
    List<String> matches(String path, ChangedPath... paths) {
        return classify(paths).paths().stream()
                .filter(classified -> classified.changed().path().equals(RawPath.of(path)))
                .flatMap(classified -> classified.matches().stream())
                .map(match -> match.rule().level() + " " + match.rule().id()
                        + match.pattern().map(pattern -> " " + pattern.glob()).orElse(""))
                .toList();
    }

    boolean touches(String path, String rule) {
        return classify(added(path)).touched().stream()
                .anyMatch(touched -> touched.rule().id().equals(rule));
    }

    /** The pattern by which an added file at {@code path} touches {@code rule}. */
    Optional<String> pattern(String path, String rule) {
        return classify(added(path)).paths().get(0).matches().stream()
                .filter(match -> match.rule().id().equals(rule))
                .flatMap(match -> match.pattern().stream())
                .map(PathPattern::glob)
                .findFirst();
    }
}
