package dev.gatekeeper.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The normal forms of text for which no JDK is asked, see {@link NormalForm}: the algorithm of the Unicode Standard, section 3.11, which
 * decomposes each character, puts the marks on one base in order (D109), and composes what goes together (D117).
 *
 * <p>Our tables answer for later characters, see {@link Unicode#isLater}. The JDK is asked for single known ones and for pairs of them.
 */
final class OwnNormalForm {

    private static final Map<Integer, String> CANONICAL = byFirst(UnicodeTables.LATER_CANONICAL);
    private static final Map<Integer, String> COMPATIBLE = byFirst(UnicodeTables.LATER_COMPATIBLE);
    private static final Map<String, Integer> COMPOSITES = byRest(UnicodeTables.LATER_COMPOSITES);

    private OwnNormalForm() {}

    static String of(String text, Normalizer.Form form) {
        boolean compatible = form == Normalizer.Form.NFKD || form == Normalizer.Form.NFKC;
        int[] codePoints = decompose(text, compatible);
        putInOrder(codePoints);
        boolean composed = form == Normalizer.Form.NFC || form == Normalizer.Form.NFKC;
        int length = composed ? compose(codePoints) : codePoints.length;
        return new String(codePoints, 0, length);
    }

    private static int[] decompose(String text, boolean compatible) {
        StringBuilder decomposed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            String same = Character.toString(codePoint);
            decomposed.append(
                    Unicode.isLater(codePoint)
                            ? (compatible ? COMPATIBLE : CANONICAL).getOrDefault(codePoint, same)
                            : Normalizer.normalize(same, compatible ? Normalizer.Form.NFKD : Normalizer.Form.NFD));
        }
        return decomposed.codePoints().toArray();
    }

    /** Sorts each run of marks by their combining classes; those of one class stay in their order. */
    private static void putInOrder(int[] codePoints) {
        long[] marks = new long[codePoints.length];
        int start = 0;
        for (int i = 0; i <= codePoints.length; i++) {
            long combiningClass = i < codePoints.length ? Unicode.combiningClass(codePoints[i]) : 0;
            if (combiningClass > 0) {
                // Sorted as numbers, since a hostile name is one run of marks: by class, then by place.
                marks[i] = combiningClass << 53 | (long) i << 21 | codePoints[i];
                continue;
            }
            Arrays.sort(marks, start, i);
            for (int at = start; at < i; at++) {
                codePoints[at] = (int) marks[at] & 0x1FFFFF;
            }
            start = i + 1;
        }
    }

    /** Composes in place, and returns how many code points are left. */
    private static int compose(int[] codePoints) {
        int length = 0;
        int base = -1;
        int classBefore = 0;
        for (int codePoint : codePoints) {
            int combiningClass = Unicode.combiningClass(codePoint);
            boolean reachesBase = base >= 0 && (base == length - 1 || classBefore < combiningClass);
            Optional<Integer> composite = reachesBase ? composite(codePoints[base], codePoint) : Optional.empty();
            if (composite.isPresent()) {
                codePoints[base] = composite.get();
                continue;
            }
            if (combiningClass == 0) {
                base = length;
            }
            classBefore = combiningClass;
            codePoints[length] = codePoint;
            length++;
        }
        return length;
    }

    private static Optional<Integer> composite(int first, int second) {
        String pair = new StringBuilder()
                .appendCodePoint(first)
                .appendCodePoint(second)
                .toString();
        if (Unicode.isLater(first) || Unicode.isLater(second)) {
            return Optional.ofNullable(COMPOSITES.get(pair));
        }
        String composed = Normalizer.normalize(pair, Normalizer.Form.NFC);
        return composed.codePointCount(0, composed.length()) == 1
                ? Optional.of(composed.codePointAt(0))
                : Optional.empty();
    }

    private static Map<Integer, String> byFirst(String lines) {
        Map<Integer, String> values = new HashMap<>();
        for (String line : lines.lines().toList()) {
            values.put(line.codePointAt(0), line.substring(line.offsetByCodePoints(0, 1)));
        }
        return Map.copyOf(values);
    }

    private static Map<String, Integer> byRest(String lines) {
        Map<String, Integer> values = new HashMap<>();
        byFirst(lines).forEach((composite, pair) -> values.put(pair, composite));
        return Map.copyOf(values);
    }
}
