package dev.gatekeeper.report;

import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.MendedBy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who acts next. An agent that is told to make a build pass reads this last: where nothing is left but what a human must do, stopping is
 * the right end, and it is told so.
 */
final class NextActor {

    static final String WAITING = "WAITING FOR A HUMAN";

    private NextActor() {}

    /** What follows the number of findings: such as {@code next: the author (risk-understated), then Jane Smith (escalation-missing)}. */
    static Phrase of(Judgement judgement) {
        if (judgement.waitsForHuman()) {
            return human(
                    Phrase.of(WAITING + ": nothing is left for the author or their agent; leave it so and ask "),
                    judgement);
        }
        Phrase author = Phrase.of("next: the author").words(codes(MendedBy.AUTHOR, judgement.findings()));
        return judgement.human().isPresent() ? human(author.words(", then "), judgement) : author;
    }

    private static Phrase human(Phrase phrase, Judgement judgement) {
        return phrase.prose(judgement.human().orElseThrow()).words(codes(MendedBy.APPROVER, judgement.findings()));
    }

    private static String codes(MendedBy who, List<Finding> findings) {
        Set<String> codes = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.mendedBy() == who) {
                codes.add(finding.code().id());
            }
        }
        return " (" + String.join(", ", codes) + ")";
    }
}
