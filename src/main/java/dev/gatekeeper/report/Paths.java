package dev.gatekeeper.report;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changed paths of a verdict: how many there are of each level, and why each RED and YELLOW one is what it is. */
final class Paths {

    private Paths() {}

    /** One phrase for each RED path, then for each YELLOW one; when there are too many, the last counts the others. */
    static List<Phrase> risky(Classification classification) {
        Capped<ClassifiedPath> capped = Capped.of(Stream.of(Level.RED, Level.YELLOW)
                .flatMap(level -> classification.at(level).stream())
                .toList());
        List<Phrase> phrases = new ArrayList<>();
        for (ClassifiedPath path : capped.shown()) {
            path.deciding().ifPresent(match -> phrases.add(reason(path, match)));
        }
        if (!capped.left().isEmpty()) {
            phrases.add(Phrase.of("%d more: %s. The record holds every RED one."
                    .formatted(capped.left().size(), counts(new Classification(capped.left())))));
        }
        return List.copyOf(phrases);
    }

    /** Why {@code path}, which a rule decides, is what it is, for a log. */
    static String line(ClassifiedPath path) {
        return path.deciding().map(match -> reason(path, match).line()).orElse("");
    }

    /** Such as {@code 1 RED, 2 YELLOW, 12 GREEN}; levels without a path are left out. */
    static String counts(Classification classification) {
        if (classification.paths().isEmpty()) {
            return "no changed paths";
        }
        return Stream.of(Level.RED, Level.YELLOW, Level.GREEN)
                .map(level -> classification.at(level).size() + " " + level)
                .filter(count -> !count.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }

    private static Phrase reason(ClassifiedPath path, Match match) {
        String status = path.changed().status().name().toLowerCase(Locale.ROOT);
        Phrase phrase = Phrase.of(path.level() == Level.RED ? "RED     " : "YELLOW  ")
                .path(path.changed().path().display())
                .words("  " + status + ", rule ")
                .value(match.rule().id())
                .words(match.policy().origin() == Origin.ORGANISATION ? " of the organisation's policy" : "");
        for (Pattern pattern : match.pattern().stream().toList()) {
            phrase = phrase.words(", pattern ").value(pattern.glob());
        }
        return phrase.words(": ").value(match.rule().because());
    }
}
