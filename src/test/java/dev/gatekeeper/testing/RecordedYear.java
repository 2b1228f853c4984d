package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The verdict records of a year of changes, in no order, and what they must add up to, which is known since each change is made to be
 * counted so.
 */
public final class RecordedYear {

    /** What the changes of a group add up to. */
    public static final class Truth {

        public int changes;
        public int blocked;
        public int escalated;
        public int open;
        public final List<Double> hours = new ArrayList<>();

        /** The middle one, or what lies between the two middle ones; none where there are none. */
        public OptionalDouble median() {
            List<Double> sorted = hours.stream().sorted().toList();
            int size = sorted.size();
            return size == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
        }
    }

    /** From a last week of one year to the first ones of the year after the next; 2026 has 53. */
    private static final Instant START = Instant.parse("2025-12-25T00:00:00Z");

    private static final int DAYS = 380;
    private static final List<String> WITH_PIPELINE = List.of("acme/shop", "acme/pay", "acme/app");
    private static final String AUDITED_ONLY = "acme/old";

    private final Random random;
    private final List<String> records = new ArrayList<>();
    private final Truth all = new Truth();
    private final Map<String, Truth> weeks = new TreeMap<>();
    private final Map<String, Truth> repositories = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int named;

    private RecordedYear(long seed) {
        this.random = new Random(seed);
    }

    public static RecordedYear of(long seed, int changes) {
        RecordedYear year = new RecordedYear(seed);
        for (int count = 0; count < changes; count++) {
            year.change();
        }
        Collections.shuffle(year.records, year.random);
        return year;
    }

    public List<String> records() {
        return Collections.unmodifiableList(records);
    }

    public Truth all() {
        return all;
    }

    /** By ISO week (UTC), only those with changes. */
    public Map<String, Truth> weeks() {
        return weeks;
    }

    public Map<String, Truth> repositories() {
        return repositories;
    }

    /** By the keys of {@code metrics.json}. */
    public Map<String, Integer> leftOut() {
        return leftOut;
    }

    private void change() {
        String repository = WITH_PIPELINE.get(random.nextInt(WITH_PIPELINE.size()));
        String change = String.valueOf(++named);
        Instant at = START.plusSeconds(random.nextInt(DAYS * 86_400));
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> {
                passed(repository, change, at);
                count(repository, at);
            }
            case 4, 5 -> {
                records.add(SampleRecord.of(repository, change, at).incomplete().json());
                passed(repository, change, later(at));
                count(repository, at).forEach(truth -> truth.blocked++);
            }
            case 6 -> {
                records.add(SampleRecord.of(repository, change, at)
                        .blocked("path-unsafe", "author", "an unsafe path")
                        .json());
                count(repository, at);
            }
            case 7, 8 -> answered(repository, change, at, 0);
            case 9 -> answered(repository, change, at, 1 + random.nextInt(200_000));
            case 10 -> rejected(repository, change, at);
            case 11 -> {
                records.add(SampleRecord.of(repository, change, at)
                        .waiting()
                        .incomplete()
                        .json());
                records.add(
                        SampleRecord.of(repository, change, later(at)).waiting().json());
                count(repository, at).forEach(truth -> {
                    truth.blocked++;
                    truth.escalated++;
                    truth.open++;
                });
            }
            case 12 -> {
                // The escalation comes with a later push, after a record in which there was nothing to answer.
                passed(repository, change, at);
                Instant asked = later(at);
                records.add(SampleRecord.of(repository, change, asked).waiting().json());
                records.add(SampleRecord.of(repository, change, asked.plusSeconds(5_400))
                        .red()
                        .approved("Jane Smith")
                        .json());
                count(repository, at).forEach(truth -> {
                    truth.escalated++;
                    truth.hours.add(1.5);
                });
            }
            case 13 -> {
                // Two pipelines judge it, in the same second.
                records.add(SampleRecord.of(repository, change, at).incomplete().json());
                records.add(SampleRecord.of(repository, change, at).incomplete().json());
                count(repository, at).forEach(truth -> truth.blocked++);
            }
            case 14 -> audited(repository, at);
            default -> leftOut(repository, change, at);
        }
    }

    private void answered(String repository, String change, Instant at, int seconds) {
        if (seconds > 0) {
            records.add(SampleRecord.of(repository, change, at).waiting().json());
        }
        for (int more = 0; more < 3; more++) {
            records.add(SampleRecord.of(repository, change, at.plusSeconds(seconds + more * 60L))
                    .red()
                    .approved("Jane Smith")
                    .json());
        }
        count(repository, at).forEach(truth -> {
            truth.escalated++;
            truth.hours.add(seconds / 3_600.0);
        });
    }

    private void rejected(String repository, String change, Instant at) {
        records.add(SampleRecord.of(repository, change, at).waiting().json());
        records.add(SampleRecord.of(repository, change, at.plusSeconds(7_200))
                .red()
                .blocked("escalation-rejected", "approver", "Jane Smith decided against it")
                .json());
        count(repository, at).forEach(truth -> {
            truth.escalated++;
            truth.hours.add(2.0);
        });
    }

    /** Where the pipeline leaves records, an audit's are left out; where it doesn't, they are all there is. */
    private void audited(String repository, Instant at) {
        boolean only = random.nextBoolean();
        records.add(SampleRecord.of(only ? AUDITED_ONLY : repository, "%040x".formatted(named), at)
                .red()
                .approved("Jane Smith")
                .with("source", "audit")
                .json());
        if (only) {
            count(AUDITED_ONLY, at).forEach(truth -> truth.escalated++);
        } else {
            leftOut.merge("audit", 1, Integer::sum);
        }
    }

    private void leftOut(String repository, String change, Instant at) {
        SampleRecord record = SampleRecord.of(repository, change, at).incomplete();
        String why = List.of("simulations", "undecided", "skipped", "unnamed", "not_enforced")
                .get(random.nextInt(5));
        records.add(
                switch (why) {
                    case "simulations" -> record.with("simulation", true).json();
                    case "undecided" -> record.without("UNDECIDED").json();
                    case "skipped" -> record.without("SKIPPED").json();
                    case "unnamed" -> record.withNull("change").json();
                    default -> record.with("enforced", false).json();
                });
        leftOut.merge(why, 1, Integer::sum);
    }

    private void passed(String repository, String change, Instant at) {
        records.add(SampleRecord.of(repository, change, at).json());
    }

    private Instant later(Instant at) {
        return at.plus(Duration.ofSeconds(1 + random.nextInt(500_000)));
    }

    private List<Truth> count(String repository, Instant at) {
        String day = DateTimeFormatter.ISO_WEEK_DATE.format(at.atOffset(ZoneOffset.UTC));
        List<Truth> truths = List.of(
                all,
                weeks.computeIfAbsent(day.substring(0, 8), week -> new Truth()),
                repositories.computeIfAbsent(repository, name -> new Truth()));
        truths.forEach(truth -> truth.changes++);
        return truths;
    }

    /** Writes them below {@code folder}: some as a file each, some a line each, packed or not. */
    public void write(Path folder) throws IOException {
        Path deep = Files.createDirectories(folder.resolve("2026/pull/requests"));
        int quarter = records.size() / 4;
        for (int at = 0; at < quarter; at++) {
            Files.writeString(deep.resolve("verdict-" + at + ".json"), records.get(at) + "\n");
        }
        Files.write(folder.resolve("records.ndjson"), records.subList(quarter, 2 * quarter));
        writePacked(folder.resolve("2026/records.ndjson.gz"), records.subList(2 * quarter, records.size() - 1));
        writePacked(folder.resolve("2026/last.json.gz"), records.subList(records.size() - 1, records.size()));
    }

    private static void writePacked(Path file, List<String> lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        }
    }
}
