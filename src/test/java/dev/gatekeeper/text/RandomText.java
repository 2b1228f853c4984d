package dev.gatekeeper.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Short texts of characters on which normal forms and letter case turn: marks, letters of two cases, joiners, and what (de)composes. */
final class RandomText {

    private static final List<List<Integer>> GROUPS = groups();

    private final SplittableRandom random;

    RandomText(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Up to eight characters. */
    String next() {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(8); length > 0; length--) {
            List<Integer> group = GROUPS.get(random.nextInt(GROUPS.size()));
            text.appendCodePoint(group.get(random.nextInt(group.size())));
        }
        return text.toString();
    }

    /** Each is as likely as any other, however many it holds, so that the rare ones meet. */
    private static List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int group = 0; group < 11; group++) {
            groups.add(new ArrayList<>());
        }
        Normalizer2 compatible = Normalizer2.getNFKDInstance();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            boolean later = Unicode.isLater(codePoint);
            int offset = later ? 5 : 0;
            if (UCharacter.hasBinaryProperty(codePoint, UProperty.JOIN_CONTROL)
                    || UCharacter.hasBinaryProperty(codePoint, UProperty.VARIATION_SELECTOR)) {
                groups.get(10).add(codePoint);
            } else if (UCharacter.getCombiningClass(codePoint) != 0) {
                groups.get(offset).add(codePoint);
            } else if (compatible.getDecomposition(codePoint) != null) {
                groups.get(offset + 1).add(codePoint);
            } else if (Normalizer2.getNFCInstance().isNormalized(Character.toString(codePoint))
                    && !Normalizer2.getNFCInstance().hasBoundaryBefore(codePoint)) {
                groups.get(offset + 2).add(codePoint);
            } else if (UCharacter.toLowerCase(codePoint) != codePoint
                    || UCharacter.toUpperCase(codePoint) != codePoint) {
                groups.get(offset + 3).add(codePoint);
            } else {
                groups.get(offset + 4).add(codePoint);
            }
        }
        groups.removeIf(List::isEmpty);
        return groups;
    }
}
