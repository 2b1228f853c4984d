package dev.gatekeeper.contract;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the author of a change says about it, as read: complete or not.
 *
 * @param id its id, from the file's name
 * @param file its path
 * @param sha256 of the file's bytes, 64 lower-case hex digits
 * @param answers the digest of what it says, but for whom it escalates to: equal where that is the same, however it is laid out
 * @param texts the text fields that are there, those that a policy adds included, by key
 * @param riskLevel the declared level as written, if there is one
 * @param invariantsChecked empty when absent
 * @param tests empty when absent
 * @param escalations empty when absent
 * @param unasked the names of texts that no policy asks for, see {@link ExtraFields}
 * @param comments what may have taken a piece of a text, where that is only noted, see {@link Strictness}
 * @param copyOf the contract of an earlier change that it is word for word, see {@link EarlierContracts}
 */
public record Contract(
        String id,
        String file,
        String sha256,
        String answers,
        Map<String, FieldValue> texts,
        Optional<FieldValue> riskLevel,
        List<InvariantCheck> invariantsChecked,
        List<TestRun> tests,
        List<Escalation> escalations,
        List<FieldValue> unasked,
        List<Problem> comments,
        Optional<String> copyOf) {

    public Contract {
        texts = Map.copyOf(texts);
        invariantsChecked = List.copyOf(invariantsChecked);
        tests = List.copyOf(tests);
        escalations = List.copyOf(escalations);
        unasked = List.copyOf(unasked);
        comments = List.copyOf(comments);
    }

    /** This contract as one that is word for word {@code earlier}. */
    Contract asCopyOf(Optional<String> earlier) {
        return new Contract(
                id,
                file,
                sha256,
                answers,
                texts,
                riskLevel,
                invariantsChecked,
                tests,
                escalations,
                unasked,
                comments,
                earlier);
    }

    /** The declared level; empty when none is declared, or what is declared is no level. */
    public Optional<Level> declared() {
        for (Level level : Level.values()) {
            if (riskLevel.isPresent() && level.name().equals(riskLevel.get().text())) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
