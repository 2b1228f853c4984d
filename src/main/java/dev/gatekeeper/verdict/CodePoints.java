package dev.gatekeeper.verdict;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.NormalForm;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** Characters as a message names them where their shapes don't tell them apart: {@code U+0065 U+0301}. */
final class CodePoints {

    private static final int SHOWN = 8;

    private final Set<Integer> different = new LinkedHashSet<>();

    static String of(String text) {
        StringJoiner shown = new StringJoiner(" ");
        int[] codePoints = text.codePoints().limit(SHOWN + 1L).toArray();
        for (int i = 0; i < Math.min(SHOWN, codePoints.length); i++) {
            shown.add(String.format(Locale.ROOT, "U+%04X", codePoints[i]));
        }
        return codePoints.length > SHOWN ? shown + " …" : shown.toString();
    }

    /** The characters in which two paths that fold alike differ, where their shapes may not show it. */
    static String difference(RawPath path, RawPath twin) {
        int[] one = path.upTo(twin.depth() + 1).display().codePoints().toArray();
        int[] other = twin.display().codePoints().toArray();
        int start = Math.max(0, Arrays.mismatch(one, other));
        int same = 0;
        while (same < Math.min(one.length, other.length) - start
                && one[one.length - 1 - same] == other[other.length - 1 - same]) {
            same++;
        }
        String here = new String(one, start, one.length - same - start);
        String there = new String(other, start, other.length - same - start);
        return NormalForm.isAscii(here + there)
                ? ""
                : ": it has " + (here.isEmpty() ? "nothing" : of(here)) + " where the other has "
                        + (there.isEmpty() ? "nothing" : of(there));
    }

    void add(int codePoint) {
        different.add(codePoint);
    }

    boolean isEmpty() {
        return different.isEmpty();
    }

    /** Each once, in the order in which they were found. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        different.forEach(text::appendCodePoint);
        return of(text.toString());
    }
}
