package dev.gatekeeper.metrics;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.testing.SampleRecord;
import dev.gatekeeper.text.CannotDecideException;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFolderTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String GOOD = at(0).json();

    @TempDir
    Path folder;

    private static SampleRecord at(int minutes) {
        return SampleRecord.of("acme/shop", "42", NOON.plusSeconds(minutes * 60L));
    }

    @Test
    void noRecordsAreNoChanges() {
        RecordSummary summary = read();
        assertThat(summary.records()).isZero();
        assertThat(summary.metrics().all()).isEqualTo(new Measure(0, 0, 0, 0, OptionalDouble.empty()));
        assertThat(summary.metrics().all().incompleteContractBlockRate()).isEmpty();
        assertThat(summary.metrics().weeks()).isEmpty();
    }

    @Test
    void noFolderIsNothingToReportOn() {
        assertThatThrownBy(() -> RecordFolder.read(folder.resolve("gone"), (records, bytes) -> {}))
                .isInstanceOf(CannotDecideException.class)
                .hasMessageContaining("which is no folder");
    }

    @Test
    void oneRecordIsOneChange() throws IOException {
        lines(at(0).incomplete());
        assertThat(read().metrics().all()).isEqualTo(new Measure(1, 1, 0, 0, OptionalDouble.empty()));
        assertThat(read().metrics().weeks().firstKey()).hasToString("2026-W47");
    }

    /** Sunday noon in Honolulu is Monday in UTC, and the first days of 2027 are of week 53. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:59:59Z,2026-W53",
        "2027-01-03T23:59:59Z,2026-W53",
        "2027-01-04T00:00:00Z,2027-W01",
        "2025-12-29T00:00:00Z,2026-W01",
        "2026-11-22T14:00:00-10:00,2026-W48",
        "2026-11-23T00:30:00+01:00,2026-W47",
        "9999-12-31T23:59:59Z,9999-W52",
        "1970-01-01T00:00:00Z,1970-W01"
    })
    void aWeekIsOfUtcAndIso(String time, String week) throws IOException {
        lines(at(0).with("decidedAt", time));
        assertThat(read().metrics().weeks().firstKey()).hasToString(week);
    }

    @Test
    void aChangeIsOfTheWeekOfItsFirstRecordThatCounts() throws IOException {
        lines(
                SampleRecord.of("acme/shop", "42", Instant.parse("2027-01-04T08:00:00Z"))
                        .incomplete(),
                SampleRecord.of("acme/shop", "42", Instant.parse("2027-01-03T08:00:00Z")),
                SampleRecord.of("acme/shop", "42", Instant.parse("2026-06-01T08:00:00Z"))
                        .with("enforced", false));
        assertThat(read().metrics().weeks()).hasSize(1);
        assertThat(read().metrics().weeks().firstKey()).hasToString("2026-W53");
        assertThat(read().metrics().all().blockedForIncompleteContract()).isEqualTo(1);
    }

    /** In whatever order they are read, also where the answer's clock is before the first question's. */
    @Test
    void clocksOutOfOrderCountByTime() throws IOException {
        lines(at(300).red().approved("Jane Smith"), at(-60), at(30).red().approved("Jane"), at(60).waiting());
        // Answered at 30, when it first required escalation.
        assertThat(review()).hasValue(0);
        lines(at(300).red().approved("Jane Smith"), at(-60), at(60).waiting());
        assertThat(review()).hasValue(4);
    }

    @Test
    void anotherReasonThanAnIncompleteContractIsNoneOfTheRate() throws IOException {
        lines(at(0).blocked("path-unsafe", "author", "a path"), at(1).waiting());
        assertThat(read().metrics().all().blockedForIncompleteContract()).isZero();
        assertThat(read().saved()).hasSize(1);
    }

    @Test
    void aRejectionIsAnAnswer() throws IOException {
        lines(
                at(0).waiting(),
                at(90).red().blocked("escalation-rejected", "approver", "no"),
                at(120).red().approved("Jane Smith"));
        assertThat(review()).hasValue(1.5);
    }

    @Test
    void whatIsNeverDecidedIsOpen() throws IOException {
        lines(at(0).waiting(), at(60).waiting());
        assertThat(read().metrics().all()).isEqualTo(new Measure(1, 0, 1, 1, OptionalDouble.empty()));
    }

    @Test
    void twoPipelinesJudgeOneChange() throws IOException {
        lines(at(0).incomplete(), at(0).incomplete(), at(5), at(5));
        assertThat(read().metrics().all().changes()).isEqualTo(1);
        assertThat(read().saved())
                .hasSize(1)
                .allSatisfy(saved -> assertThat(saved.fixed()).isTrue());
    }

    @Test
    void sameNumbersOfTwoRepositoriesAreTwoChanges() throws IOException {
        lines(
                at(0),
                SampleRecord.of("acme/pay", "42", NOON),
                at(0).withNull("repository"),
                SampleRecord.of("acme", "/shop42", NOON));
        assertThat(read().metrics().all().changes()).isEqualTo(4);
    }

    @Test
    void anAuditCountsOnlyWhereThePipelineHasLeftNothing() throws IOException {
        SampleRecord audited =
                SampleRecord.of("acme/shop", "a".repeat(40), NOON).red().approved("Jane");
        lines(audited.with("source", "audit"), at(0).with("simulation", true));
        assertThat(read().metrics().all()).isEqualTo(new Measure(1, 0, 1, 0, OptionalDouble.empty()));
        lines(audited, at(0));
        assertThat(read().metrics().all()).isEqualTo(new Measure(1, 0, 0, 0, OptionalDouble.empty()));
        assertThat(read().metrics().leftOut()).containsEntry(LeftOut.AUDIT, 1L);
    }

    @Test
    void rehearsalsAreLoggedApart() throws IOException {
        lines(at(0).incomplete().with("simulation", true).withNull("change"));
        RecordSummary summary = read();
        assertThat(summary.metrics().all().changes()).isZero();
        assertThat(summary.saved()).isEmpty();
        assertThat(summary.rehearsed())
                .singleElement()
                .satisfies(
                        rehearsed -> assertThat(rehearsed.reason()).isEqualTo("whyChanged is blank [field-missing]"));
    }

    @Test
    void theSaveLogTellsOfTheFirstBlockAndTheLastApproval() throws IOException {
        lines(
                at(9).red().approved("Jane Smith"),
                at(2).waiting(),
                at(1).waiting().incomplete(),
                at(8).red().approved("Joe"));
        assertThat(read().saved())
                .containsExactly(new SavedChange(
                        LocalDate.parse("2026-11-22"),
                        Optional.of("acme/shop"),
                        "42",
                        "RED change: src/main/java/shop/auth/Token.java (auth: Auth or permissions logic)",
                        "there is no escalation, and the change is RED [escalation-missing, field-missing]",
                        "Jane Smith (signed)",
                        true));
    }

    @Test
    void whatIsNoRecordIsNamedAndTheRestIsUsed() throws IOException {
        write("package.json", "{\"name\": \"left-pad\", \"findings\": 3}");
        write("list.json", "[" + GOOD + "]");
        write("several.json", GOOD + "\n" + GOOD + "\n");
        write("empty.json", "");
        write("half.json", GOOD.substring(0, 500));
        write("next.json", GOOD.replace("gatekeeper-verdict/1", "gatekeeper-verdict/2"));
        write("verdict.md", "# Gatekeeper");
        write("metrics.json", "{\"format\": \"gatekeeper-metrics/1\", \"all\": {}}");
        write("audit.json", "{\"format\": \"gatekeeper-audit/1\", \"counts\": {}");
        write("good.json", "\uFEFF" + GOOD.replace(",\"", ",\n  \"") + "\r\n\r\n");
        write("lines.ndjson", "\n" + GOOD + "\r\n\n{\"a\"\nnull\n" + GOOD);
        assertThat(damaged())
                .containsExactly(
                        "empty.json it is no JSON object",
                        "half.json it is no JSON, from its byte 501 on",
                        "lines.ndjson:4 it is no JSON, from its byte 5 on",
                        "lines.ndjson:5 it is no JSON object",
                        "list.json it is no JSON object",
                        "next.json its format is 'gatekeeper-verdict/2', and this version of Gatekeeper reads"
                                + " 'gatekeeper-verdict/1'",
                        "package.json it has no format 'gatekeeper-verdict/1'",
                        "several.json more than one JSON value stands there; a file of one record a line ends in .ndjson");
        assertThat(read().unreadable()).isEqualTo(8);
        assertThat(read().records()).isEqualTo(11);
        assertThat(read().metrics().all().changes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"simulation\":false'|'\"simulation\":\"false\"'|its simulation is neither true nor false",
                "'\"simulation\":false'|'\"simulation\":null'|it doesn't say 'simulation'",
                "'\"enforced\":true,'|''|it doesn't say 'enforced'",
                "'\"verdict\":\"PASSED\"'|'\"verdict\":\"passed\"'|its verdict is 'passed', which is none",
                "'\"verdict\":\"PASSED\"'|'\"verdict\":\"PASSED\",\"verdict\":\"BLOCKED\"'|it says 'verdict' twice",
                "'\"required\":false'|'\"required\":false,\"required\":true'|it says 'escalation.required' twice",
                "'\"change\":\"42\"'|'\"change\":42'|its change is no text",
                "'\"change\":\"42\"'|'\"change\":\"\\ud800\"'|'its change is longer than 1000 characters, or no Unicode'",
                "'\"findings\":[]'|'\"findings\":[{\"code\":\"x\"}]'|'one of its findings doesn''t say once what it is, and who mends it'",
                "'\"findings\":[]'|'\"findings\":{}'|its findings are no list",
                "'2026-11-22T12:00:00Z'|'+1000000000-12-31T23:59:59Z'|'its decidedAt is ''+1000000000-12-31T23:59:59Z'', which is no time of the years 1970 to 9999'",
                "'2026-11-22T12:00:00Z'|'2026-02-30T12:00:00Z'|'its decidedAt is ''2026-02-30T12:00:00Z'', which is no time of the years 1970 to 9999'",
                "'2026-11-22T12:00:00Z'|'2026-11-22T12:00:00'|'its decidedAt is ''2026-11-22T12:00:00'', which is no time of the years 1970 to 9999'",
            })
    void whatWouldBeAGuessIsRefused(String good, String bad, String reason) throws IOException {
        assertThat(GOOD).contains(good);
        write("lines.ndjson", GOOD.replace(good, bad) + "\n");
        assertThat(damaged()).containsExactly("lines.ndjson:1 " + reason);
    }

    @Test
    void aHostileRecordIsNoMoreThanNamed() throws IOException {
        write("deep.json", GOOD.replaceFirst("\\{", "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + ","));
        write("long.json", GOOD.replaceFirst("\\{", "{\"x\":" + "9".repeat(1_000) + ","));
        keys("keys.json", 10_000_000);
        keys("some.ndjson", 1_200_000);
        write("large.json", GOOD.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(50_000_000) + "\","));
        String large = GOOD.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(50_000_000) + "\",");
        write("large.ndjson", GOOD + "\n" + large + "\n" + GOOD + "\n" + large);
        assertThat(damaged())
                .containsExactly(
                        "deep.json it holds more than a record may: 100 levels, 1000000 keys and values, a number of 100"
                                + " digits, a text of 1000000 characters",
                        "keys.json it is larger than 16 MiB",
                        "large.json it is larger than 16 MiB",
                        "large.ndjson:2 it is larger than 16 MiB",
                        "large.ndjson:4 it is larger than 16 MiB",
                        "long.json it holds more than a record may: 100 levels, 1000000 keys and values, a number of 100"
                                + " digits, a text of 1000000 characters",
                        "some.ndjson:1 it holds more than a record may: 100 levels, 1000000 keys and values, a number of 100"
                                + " digits, a text of 1000000 characters");
        assertThat(read().metrics().all().changes()).isEqualTo(1);
    }

    private void keys(String name, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
            out.write(GOOD, 0, GOOD.length() - 1);
            for (int key = 0; key < count; key++) {
                out.write(",\"" + Integer.toString(key, 36) + "\":1");
            }
            out.write("}");
        }
    }

    /** A record of nearly that size is one still. */
    @Test
    void aLineMayBeLong() throws IOException {
        String large = GOOD.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(15_000_000) + "\",");
        write(
                "lines.ndjson",
                GOOD + "\n" + large.replace("\"42\"", "\"43\"") + "\n" + GOOD.replace("\"42\"", "\"44\""));
        assertThat(damaged()).isEmpty();
        assertThat(read().metrics().all().changes()).isEqualTo(3);
    }

    @Test
    void linesAreCutWhereverABatchEnds() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int change = 0; change < 5_000; change++) {
            lines.append(GOOD.replace("\"42\"", "\"" + change + "\"")).append('\n');
        }
        lines.append("broken\n");
        write("lines.ndjson", lines.toString());
        assertThat(read().metrics().all().changes()).isEqualTo(5_000);
        assertThat(damaged()).containsExactly("lines.ndjson:5001 it is no JSON, from its byte 1 on");
    }

    @Test
    void whatIsPackedIsUnpackedAsFarAsItGoes() throws IOException {
        byte[] packed = packed((GOOD + "\n").repeat(3_000));
        Files.write(folder.resolve("good.ndjson.gz"), packed);
        Files.write(folder.resolve("twice.json.gz"), packed(GOOD));
        assertThat(read().records()).isEqualTo(3_001);
        assertThat(damaged()).isEmpty();
        Files.write(folder.resolve("half.ndjson.gz"), Arrays.copyOf(packed, packed.length - 10));
        Files.write(folder.resolve("half.json.gz"), Arrays.copyOf(packed, 200));
        write("none.ndjson.gz", GOOD);
        assertThat(damaged())
                .containsExactly(
                        "half.json.gz it is damaged, and can't be unpacked to its end",
                        "half.ndjson.gz it is damaged, and can't be unpacked to its end",
                        "none.ndjson.gz it is damaged, and can't be unpacked to its end");
    }

    @Test
    void linksAreNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("verdict.json"), GOOD);
        Files.createSymbolicLink(folder.resolve("a.json"), elsewhere.resolve("verdict.json"));
        Files.createSymbolicLink(folder.resolve("b"), elsewhere);
        Files.createSymbolicLink(folder.resolve("c"), folder);
        Files.createSymbolicLink(folder.resolve("d.md"), elsewhere.resolve("verdict.json"));
        assertThat(damaged())
                .containsExactly(
                        "a.json it is a symbolic link, which isn't followed, or no regular file",
                        "b it is a symbolic link, which isn't followed, or no regular file",
                        "c it is a symbolic link, which isn't followed, or no regular file");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), elsewhere);
        assertThat(RecordFolder.read(link, (records, bytes) -> {}).records()).isEqualTo(2);
    }

    @Test
    void manyFilesOfOneAreRead() throws IOException {
        for (int change = 0; change < 300; change++) {
            Path deep = Files.createDirectories(folder.resolve("run-" + change + "/target/gatekeeper"));
            Files.writeString(deep.resolve("verdict.json"), GOOD.replace("\"42\"", "\"" + change + "\""));
        }
        assertThat(read().metrics().all().changes()).isEqualTo(300);
    }

    /** As PowerShell writes it. */
    @Test
    void aFileInUtf16IsRead() throws IOException {
        Files.write(folder.resolve("verdict.json"), ("\uFEFF" + GOOD).getBytes(UTF_16LE));
        assertThat(read().metrics().all().changes()).isEqualTo(1);
    }

    @Test
    void onlySomeOfManyAreNamed() throws IOException {
        write("lines.ndjson", "x\n".repeat(1_000));
        assertThat(read().unreadable()).isEqualTo(1_000);
        assertThat(damaged()).hasSize(20).startsWith("lines.ndjson:1 it is no JSON, from its byte 1 on");
    }

    @Test
    void progressIsTold() throws IOException {
        lines(at(0), at(1));
        long[] told = new long[2];
        RecordFolder.read(folder, (records, bytes) -> {
            told[0] = records;
            told[1] = bytes;
        });
        assertThat(told).containsExactly(2, Files.size(folder.resolve("lines.ndjson")));
    }

    private OptionalDouble review() {
        return read().metrics().all().medianRedReviewTimeHours();
    }

    private RecordSummary read() {
        return RecordFolder.read(folder, (records, bytes) -> {});
    }

    private List<String> damaged() {
        return read().damaged().stream()
                .map(one -> one.place() + " " + one.reason())
                .toList();
    }

    private void lines(SampleRecord... records) throws IOException {
        Files.write(
                folder.resolve("lines.ndjson"),
                Arrays.stream(records).map(SampleRecord::json).toList());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
