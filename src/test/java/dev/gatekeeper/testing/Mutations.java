package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Files of the same descent as those of a corpus: cut, spliced, repeated, and with bits put in that readers stumble over. */
public final class Mutations {

    private static final int MAX_LENGTH = 400 * 1024;
    private static final List<String> CHARSETS = List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1");

    /** One char (0 to 255) a byte. */
    private final List<String> corpus;

    private final List<String> bits;

    /** @param bits what is put in, beside random bytes */
    public Mutations(List<byte[]> corpus, List<String> bits) {
        this.corpus =
                corpus.stream().map(bytes -> new String(bytes, ISO_8859_1)).toList();
        this.bits = bits.stream().map(Mutations::latin).toList();
    }

    /** The file of {@code seed}. */
    public byte[] of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = any(random, corpus);
        for (int times = random.nextInt(4); times >= 0; times--) {
            text = mutated(random, text);
        }
        if (random.nextInt(16) == 0) {
            text = encoded(random, text);
        }
        return text.substring(0, Math.min(text.length(), MAX_LENGTH)).getBytes(ISO_8859_1);
    }

    private String mutated(SplittableRandom random, String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(random.nextInt(3) == 0 ? 200 : 4));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(random, text, from);
            case 1 -> replaced(text, from, to, String.valueOf((char) random.nextInt(256)));
            case 2 -> replaced(text, from, to, "");
            case 3 -> replaced(text, to, to, text.substring(from, to).repeat(random.nextInt(20) == 0 ? 500 : 1));
            case 4 -> replaced(text, from, random.nextBoolean() ? from : to, bit(random));
            case 5 -> spliced(random, text, from);
            case 6 -> withLineMoved(random, text);
            case 7 -> withValue(random, text);
            default -> withIndent(random, text);
        };
    }

    private static String flipped(SplittableRandom random, String text, int at) {
        return at == text.length()
                ? text
                : replaced(text, at, at + 1, String.valueOf((char) (text.charAt(at) ^ 1 << random.nextInt(8))));
    }

    /** The start of one and the end of another, at the ends of lines or within them. */
    private String spliced(SplittableRandom random, String text, int at) {
        String other = any(random, corpus);
        int then = random.nextInt(other.length() + 1);
        boolean wholeLines = random.nextBoolean();
        return text.substring(0, wholeLines ? text.lastIndexOf('\n', at) + 1 : at)
                + other.substring(wholeLines ? other.lastIndexOf('\n', then) + 1 : then);
    }

    /** A line of this or of another file stands somewhere else too, or instead. */
    private String withLineMoved(SplittableRandom random, String text) {
        List<String> lines = lines(text);
        String line = any(random, lines(random.nextBoolean() ? text : any(random, corpus)));
        int at = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.set(at, line);
        } else {
            lines.add(at, line);
        }
        return String.join("\n", lines);
    }

    private String withValue(SplittableRandom random, String text) {
        List<String> lines = lines(text);
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int value = Math.max(line.indexOf(": ") + 2, line.indexOf("- ") + 2);
        lines.set(
                at,
                line.substring(0, Math.min(value, line.length())) + bit(random) + (random.nextBoolean() ? "" : line));
        return String.join("\n", lines);
    }

    private static String withIndent(SplittableRandom random, String text) {
        List<String> lines = lines(text);
        int at = random.nextInt(lines.size());
        lines.set(at, " ".repeat(random.nextInt(9)) + lines.get(at).stripLeading());
        return String.join("\n", lines);
    }

    private static String encoded(SplittableRandom random, String text) {
        return switch (random.nextInt(4)) {
            case 0 -> latin("\ufeff") + text;
            case 1 -> text.replace("\n", "\r\n");
            case 2 -> text.replace('\n', '\r');
            default -> {
                String decoded = new String(text.getBytes(ISO_8859_1), UTF_8);
                yield new String(decoded.getBytes(Charset.forName(any(random, CHARSETS))), ISO_8859_1);
            }
        };
    }

    private String bit(SplittableRandom random) {
        return any(random, bits).repeat(random.nextInt(20) == 0 ? 500 : 1);
    }

    private static String replaced(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static <T> T any(SplittableRandom random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
