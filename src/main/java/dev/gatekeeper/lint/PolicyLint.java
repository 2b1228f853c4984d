package dev.gatekeeper.lint;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.PatternUse;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A valid policy, held against the files of a repository.
 *
 * @param counts how many of them have which level, and by which rules
 * @param remarks what its author hardly means, in the order of the file; nothing of it is wrong
 * @param moves what it moves against the policy that judges today; empty where nobody knows that one
 */
public record PolicyLint(Counts counts, List<Problem> remarks, Optional<Moves> moves) {

    /**
     * What a policy moves.
     *
     * @param files the files that get another level, the lowered ones first
     * @param lowered what it lowers, whether or not anything lies there
     */
    public record Moves(List<FileMove> files, Lowered lowered) {

        public Moves {
            files = List.copyOf(files);
        }
    }

    public PolicyLint {
        remarks = List.copyOf(remarks);
    }

    /**
     * Looks at a policy.
     *
     * @param text the file's content; none of the built-in one, whose author is not at hand
     * @param before the policy that judges today
     * @param today the day of the run (UTC)
     */
    public static PolicyLint of(
            Policy policy,
            Optional<byte[]> text,
            SortedMap<RawPath, Entry> files,
            Optional<Policy> before,
            LocalDate today) {
        List<ChangedPath> altered = PathLevels.altered(files);
        Classification levels = PathLevels.of(policy, altered);
        Counts counts = Counts.ofFiles(levels);
        return new PolicyLint(
                counts,
                text.isPresent() ? remarks(policy, PolicyPlaces.of(text.get()), altered, counts, today) : List.of(),
                before.isPresent()
                        ? Optional.of(new Moves(
                                FileMove.between(PathLevels.of(before.get(), altered), levels),
                                Lowered.of(before.get(), policy)))
                        : Optional.empty());
    }

    private static List<Problem> remarks(
            Policy policy, PolicyPlaces places, List<ChangedPath> altered, Counts counts, LocalDate today) {
        Map<String, List<Integer>> unused = PatternUse.unused(policy, altered);
        Set<String> deciding = new LinkedHashSet<>();
        counts.rules().forEach(count -> deciding.add(count.rule().id()));
        List<Problem> remarks = new ArrayList<>(PatternRemarks.of(policy, places, unused));
        remarks.addAll(Outweighed.of(policy, places, rule -> !deciding.contains(rule.id())));
        remarks.addAll(PeopleRemarks.of(policy, places, today));
        remarks.sort(Comparator.comparing(
                        (Problem remark) -> remark.mark().map(Mark::line).orElse(0))
                .thenComparing(remark -> remark.mark().map(Mark::column).orElse(0)));
        return remarks;
    }
}
