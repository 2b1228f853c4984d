package dev.gatekeeper.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What records add up to.
 *
 * @param all of all changes
 * @param weeks of the changes whose first record is of that week (UTC), the earliest first; none of a week without any
 * @param repositories of the changes of each repository, by name
 * @param leftOut how many records are in no metric, and why
 */
public record Metrics(
        Measure all, SortedMap<Week, Measure> weeks, List<OfRepository> repositories, Map<LeftOut, Long> leftOut) {

    /**
     * The metrics of one repository.
     *
     * @param repository its name; none of records that give none
     */
    public record OfRepository(Optional<String> repository, Measure measure) {}

    /** Adds changes up, one by one, in every group that they belong to. */
    static final class Sums {

        private final Measure.Sum all = new Measure.Sum();
        private final Map<Week, Measure.Sum> weeks = new HashMap<>();
        private final Map<Optional<String>, Measure.Sum> repositories =
                new TreeMap<>(Comparator.<Optional<String>, Boolean>comparing(Optional::isPresent)
                        .thenComparing(name -> name.orElse("")));

        void add(Optional<String> repository, ChangeFacts change) {
            all.add(change);
            weeks.computeIfAbsent(Week.of(DecidedAt.day(change.first())), week -> new Measure.Sum())
                    .add(change);
            repositories.computeIfAbsent(repository, name -> new Measure.Sum()).add(change);
        }

        Metrics metrics(Map<LeftOut, Long> leftOut) {
            SortedMap<Week, Measure> ofWeeks = new TreeMap<>();
            weeks.forEach((week, sum) -> ofWeeks.put(week, sum.measure()));
            List<OfRepository> ofRepositories = new ArrayList<>();
            repositories.forEach((name, sum) -> ofRepositories.add(new OfRepository(name, sum.measure())));
            return new Metrics(all.measure(), ofWeeks, ofRepositories, new EnumMap<>(leftOut));
        }
    }
}
