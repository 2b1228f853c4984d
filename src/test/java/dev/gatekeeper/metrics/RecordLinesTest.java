package dev.gatekeeper.metrics;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A line means the same whatever stands before and behind it. */
class RecordLinesTest {

    private static final String RECORD = """
            {"format":"gatekeeper-verdict/1","verdict":"PASSED","change":"%s","repository":"acme/shop","simulation":false,\
            "decidedAt":"2026-08-28T08:19:02Z","enforced":true,"escalation":{"required":false,"approvals":[]},\
            "incompleteContract":false,"findings":[]}""";

    private static final List<byte[]> LINES = List.of(
            line(RECORD.formatted("1")),
            line(RECORD.formatted("2")),
            line("  " + RECORD.formatted("3") + " \t\r"),
            line("\uFEFF" + RECORD.formatted("4")),
            line(RECORD.formatted("ü, €, 😀")),
            line(RECORD.formatted("5") + RECORD.formatted("6")),
            line(RECORD.formatted("7") + " 8"),
            line(RECORD.formatted("9").substring(1)),
            line(RECORD.formatted("10").substring(0, 90)),
            line(RECORD.formatted("11") + "}"),
            line(RECORD.formatted("12") + ","),
            line("[" + RECORD.formatted("13") + "]"),
            line("{"),
            line("}"),
            line("\"change\":\"14\"}"),
            line("[["),
            line("true"),
            line("\""),
            line(RECORD.formatted("\u0001")),
            line("{\"format\":\"gatekeeper-metrics/1\",\"all\":{\"changes\":1}}"),
            line("{\"format\":\"gatekeeper-verdict/2\"}"),
            line("{}"),
            line("//"),
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {'{', (byte) 0xc3, '}'},
            line(RECORD.formatted("15"), UTF_16BE),
            line(RECORD.formatted("16"), UTF_16LE));

    @Test
    void aLineMeansWhatItMeansAlone() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<byte[]> lines = new ArrayList<>();
            for (int count = 1 + random.nextInt(8); count > 0; count--) {
                // Half of them good, so that there is something for the damaged ones to spoil.
                lines.add(LINES.get(random.nextBoolean() ? random.nextInt(2) : random.nextInt(LINES.size())));
            }
            assertThat(together(lines)).as("seed %d", seed).isEqualTo(alone(lines));
        }
    }

    private static List<Reading> together(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(line -> {
            all.writeBytes(line);
            all.write('\n');
        });
        byte[] bytes = all.toByteArray();
        List<Reading> read = new ArrayList<>();
        try (RecordLines records = new RecordLines(bytes, bytes.length)) {
            int start = 0;
            for (byte[] line : lines) {
                read.add(records.read(start, start + line.length));
                start += line.length + 1;
            }
        }
        return read;
    }

    private static List<Reading> alone(List<byte[]> lines) {
        return lines.stream()
                .map(line -> RecordParser.read(line, 0, line.length, false))
                .toList();
    }

    private static byte[] line(String text) {
        return line(text, UTF_8);
    }

    private static byte[] line(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
