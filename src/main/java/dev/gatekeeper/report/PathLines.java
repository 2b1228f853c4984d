package dev.gatekeeper.report;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The changed paths of a verdict: how many there are of each level, and why each RED and YELLOW one is what it is. */
final class PathLines {

    private PathLines() {}

    /** One phrase for each RED path, then for each YELLOW one; when there are too many, the last counts the others. */
    static List<Phrase> risky(Classification classification) {
        List<ClassifiedPath> risky = new ArrayList<>(classification.at(Level.RED));
        risky.addAll(classification.at(Level.YELLOW));
        Capped<ClassifiedPath> capped = Capped.of(risky);
        List<Phrase> phrases = new ArrayList<>();
        for (ClassifiedPath path : capped.shown()) {
            // Only a rule makes a path RED or YELLOW.
            phrases.add(reason(path, path.deciding().orElseThrow()));
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
        List<String> counts = new ArrayList<>();
        for (Level level : List.of(Level.RED, Level.YELLOW, Level.GREEN)) {
            int count = classification.at(level).size();
            if (count > 0) {
                counts.add(count + " " + level);
            }
        }
        return String.join(", ", counts);
    }

    private static Phrase reason(ClassifiedPath path, Match match) {
        String status = path.changed().status().name().toLowerCase(Locale.ROOT);
        Phrase phrase = Phrase.of(path.level() == Level.RED ? "RED     " : "YELLOW  ")
                .path(path.changed().path().display())
                .words("  " + status + ", rule ")
                .value(match.rule().id())
                .words(match.policy().origin() == Origin.ORGANISATION ? " of the organisation's policy" : "");
        if (match.pattern().isPresent()) {
            phrase = phrase.words(", pattern ").value(match.pattern().get().glob());
        }
        return phrase.words(": ").value(match.rule().because());
    }
}
