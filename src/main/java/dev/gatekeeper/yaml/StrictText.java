package dev.gatekeeper.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.text.Characters;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.Locale;
import java.util.Optional;

/** Text in which an editor and a parser see the same lines and characters. */
final class StrictText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private StrictText() {}

    /** Decodes UTF-8 without its byte order mark, and refuses what {@link #isForbidden} names. */
    static String decode(byte[] bytes) throws StrictYamlException {
        CharsetDecoder decoder = UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        boolean wellFormed =
                !decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError();
        String text = decoded.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        Optional<Problem> found = firstForbidden(text);
        if (found.isPresent()) {
            throw new StrictYamlException(found.get());
        }
        if (!wellFormed) {
            throw new StrictYamlException(Problem.at(end(text), "the bytes from here on are not UTF-8"));
        }
        return text;
    }

    /** Refuses a value whose escapes stand for what the text itself may not hold. */
    static void checkDecoded(Mark mark, String value) throws StrictYamlException {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int codePoint = value.codePointAt(i);
            if (codePoint == '\r' || isForbidden(codePoint)) {
                throw new StrictYamlException(Problem.at(
                        mark,
                        "an escape stands for the character " + name(codePoint) + ", which is not allowed"
                                + (codePoint == '\r' ? "; take the '\\' and its 'r' out" : "")));
            }
        }
    }

    private static Optional<Problem> firstForbidden(String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            boolean loneReturn = codePoint == '\r' && !text.startsWith("\n", i + 1);
            if (loneReturn || isForbidden(codePoint)) {
                return Optional.of(
                        Problem.at(new Mark(line, column), "the character " + name(codePoint) + " is not allowed"));
            }
            column = codePoint == '\n' ? 1 : column + 1;
            line = codePoint == '\n' ? line + 1 : line;
        }
        return Optional.empty();
    }

    /** Controls but tab and the ends of lines, other ends of lines, what turns the direction of text, and what is no character. */
    private static boolean isForbidden(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return false;
        }
        return Characters.isControl(codePoint)
                || Characters.isSurrogate(codePoint)
                || codePoint == BYTE_ORDER_MARK
                || isBidirectionalControl(codePoint)
                || Characters.isNoncharacter(codePoint);
    }

    private static boolean isBidirectionalControl(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static Mark end(String text) {
        String lastLine = text.substring(text.lastIndexOf('\n') + 1);
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Mark(line, lastLine.codePointCount(0, lastLine.length()) + 1);
    }

    private static String name(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
