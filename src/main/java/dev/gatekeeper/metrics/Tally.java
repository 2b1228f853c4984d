package dev.gatekeeper.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of records while they are read, in whatever order: of each that counts its {@link Events}, of each blocked change what the
 * save log tells, of the others how many there are.
 */
final class Tally {

    /** So many of what can't be read are named. */
    private static final int MOST_NAMED = 20;

    private static final Comparator<SavedChange> BY_NAME = Comparator.comparing(
                    (SavedChange saved) -> saved.repository().orElse(""))
            .thenComparing(SavedChange::change);

    private final Map<Optional<String>, Integer> numbers = new HashMap<>();
    private final List<Optional<String>> repositories = new ArrayList<>();
    private final BitSet withPipeline = new BitSet();
    private final Log counted = new Log();
    private final Log rehearsed = new Log();
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private final TreeSet<Damage> damaged = new TreeSet<>();
    private long records;

    Tally() {
        for (LeftOut why : LeftOut.values()) {
            leftOut.put(why, 0L);
        }
    }

    /** Events of changes, and what the save log tells of the blocked ones. */
    private static final class Log {

        private final Events events = new Events();
        private final Map<Integer, Blocked> blocked = new HashMap<>();
        private final Map<Integer, Approved> approved = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();

        /** Who has approved a change last. */
        private record Approved(long at, String reviewers) {}

        void add(int repository, String change, VerdictRecord record) {
            int number = events.add(repository, change, record);
            if (record.trigger() != null && record.reason() != null) {
                Blocked one = new Blocked(record.at(), once(record.trigger()), once(record.reason()));
                blocked.merge(number, one, (first, second) -> first.compareTo(second) <= 0 ? first : second);
            }
            if (record.reviewers() != null) {
                Approved one = new Approved(record.at(), once(record.reviewers()));
                approved.merge(number, one, (first, second) -> isLater(second, first) ? second : first);
            }
        }

        private static boolean isLater(Approved one, Approved other) {
            return one.at == other.at ? one.reviewers.compareTo(other.reviewers) > 0 : one.at > other.at;
        }

        /** Most texts come again and again; those that don't are not worth a table of their own. */
        private String once(String text) {
            if (texts.size() > 10_000) {
                texts.clear();
            }
            @Nullable String known = texts.putIfAbsent(text, text);
            return known == null ? text : known;
        }
    }

    /** Takes a record in; which of them an audit's are worth is known only in the end. */
    void add(VerdictRecord record) {
        records++;
        Optional<LeftOut> why = whyLeftOut(record);
        if (why.isPresent()) {
            leftOut(why.get(), 1);
        }
        if (record.simulation() && record.isBlocked()) {
            rehearsed.add(number(record), Objects.requireNonNullElse(record.change(), ""), record);
        } else if (why.isEmpty() && record.change() != null) {
            int repository = number(record);
            counted.add(repository, record.change(), record);
            if (!record.audit()) {
                withPipeline.set(repository);
            }
        }
    }

    void add(Damage one) {
        records++;
        leftOut(LeftOut.UNREADABLE, 1);
        damaged.add(one);
        if (damaged.size() > MOST_NAMED) {
            damaged.pollLast();
        }
    }

    /** How many records were read, damaged ones included. */
    long records() {
        return records;
    }

    private static Optional<LeftOut> whyLeftOut(VerdictRecord record) {
        if (record.simulation()) {
            return Optional.of(LeftOut.SIMULATIONS);
        }
        if (record.verdict() == VerdictRecord.Verdict.UNDECIDED) {
            return Optional.of(LeftOut.UNDECIDED);
        }
        if (record.verdict() == VerdictRecord.Verdict.SKIPPED) {
            return Optional.of(LeftOut.SKIPPED);
        }
        if (record.change() == null) {
            return Optional.of(LeftOut.UNNAMED);
        }
        return record.enforced() ? Optional.empty() : Optional.of(LeftOut.NOT_ENFORCED);
    }

    private void leftOut(LeftOut why, long count) {
        leftOut.merge(why, count, Long::sum);
    }

    private int number(VerdictRecord record) {
        return numbers.computeIfAbsent(Optional.ofNullable(record.repository()), name -> {
            repositories.add(name);
            return repositories.size() - 1;
        });
    }

    /** What all of them add up to. */
    RecordSummary summary() {
        Metrics.Sums sums = new Metrics.Sums();
        List<SavedChange> saved = new ArrayList<>();
        NameTable changes = counted.events.changes();
        counted.events.each((change, events) -> {
            int repository = changes.repository(change);
            long[] own = withPipeline.get(repository) ? withoutAudit(events) : events;
            leftOut(LeftOut.AUDIT, events.length - own.length);
            if (own.length > 0) {
                sums.add(repositories.get(repository), ChangeFacts.of(own));
                saved(counted, change, own).ifPresent(saved::add);
            }
        });
        List<SavedChange> rehearsals = new ArrayList<>();
        rehearsed.events.each(
                (change, events) -> saved(rehearsed, change, events).ifPresent(rehearsals::add));
        saved.sort(Tally::byDay);
        rehearsals.sort(Tally::byDay);
        return new RecordSummary(records, sums.metrics(leftOut), saved, rehearsals, List.copyOf(damaged));
    }

    private static int byDay(SavedChange one, SavedChange other) {
        int byDay = one.day().compareTo(other.day());
        return byDay == 0 ? BY_NAME.compare(one, other) : byDay;
    }

    private static long[] withoutAudit(long[] events) {
        boolean any = false;
        for (long event : events) {
            any |= Events.is(event, Events.AUDIT);
        }
        return any
                ? Arrays.stream(events)
                        .filter(event -> !Events.is(event, Events.AUDIT))
                        .toArray()
                : events;
    }

    /** @param events the earliest first */
    private Optional<SavedChange> saved(Log log, int change, long[] events) {
        @Nullable Blocked blocked = log.blocked.get(change);
        if (blocked == null) {
            return Optional.empty();
        }
        Log.@Nullable Approved approved = log.approved.get(change);
        long last = Events.time(events[events.length - 1]);
        boolean fixed = true;
        for (long event : events) {
            fixed &= Events.time(event) < last || !Events.is(event, Events.BLOCKED);
        }
        NameTable changes = log.events.changes();
        return Optional.of(new SavedChange(
                DecidedAt.day(blocked.at()),
                repositories.get(changes.repository(change)),
                changes.change(change),
                blocked.trigger(),
                blocked.reason(),
                approved == null ? "" : approved.reviewers(),
                fixed));
    }
}
