package dev.gatekeeper.yaml;

/** A text by code points, which is how the parser's marks count: from 0. */
final class Source {

    private final int[] codePoints;

    Source(String text) {
        codePoints = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int index = 0; index < codePoints.length; index++) {
            codePoints[index] = text.codePointAt(at);
            at += Character.charCount(codePoints[index]);
        }
    }

    int length() {
        return codePoints.length;
    }

    /** The code point at {@code index}; behind the last one, an end of line. */
    int at(int index) {
        return index < codePoints.length ? codePoints[index] : '\n';
    }

    boolean isBlank(int index) {
        return at(index) == ' ' || at(index) == '\t';
    }

    boolean isLineEnd(int index) {
        return at(index) == '\n' || at(index) == '\r';
    }

    /** Where the line of {@code index} starts. */
    int lineStart(int index) {
        int start = index;
        while (start > 0 && at(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /** Where the line of {@code index} ends: its CR, its LF, or the end of the text. */
    int lineEnd(int index) {
        int end = index;
        while (!isLineEnd(end)) {
            end++;
        }
        return end;
    }

    /** Counted from 1. */
    int column(int index) {
        return index - lineStart(index) + 1;
    }

    Mark mark(int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            line += at(i) == '\n' ? 1 : 0;
        }
        return new Mark(line, column(index));
    }
}
