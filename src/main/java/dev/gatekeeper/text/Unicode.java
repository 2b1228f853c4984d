package dev.gatekeeper.text;

/**
 * What Unicode says of each character, in one version of it on every JDK.
 *
 * <p>Java's own classes follow the Unicode that their JDK was made for: 13 in JDK 17, 16 in JDK 25. By those, a branch whose names or
 * texts hold a character that was added in between would get another verdict from another JDK. {@link UnicodeTables} says which version
 * is ours; it changes with Gatekeeper, and with nothing else.
 *
 * <p>Nobody asks about ASCII, so that the tables are loaded only for text that needs them.
 */
final class Unicode {

    static final char LETTER = 'L';
    static final char DIGIT = 'D';
    static final char OTHER_NUMBER = 'N';
    static final char MARK = 'M';
    static final char SPACING_MARK = 'S';
    static final char INVISIBLE = 'I';
    static final char PRIVATE = 'P';
    static final char UNASSIGNED = 'U';

    /** Symbols, punctuation and spaces. */
    static final char OTHER = 'O';

    private static final int KIND_WIDTH = 3;
    private static final int MAPPING_WIDTH = 5;
    private static final int COMBINING_WIDTH = 4;
    private static final int RUN_WIDTH = 3;

    private Unicode() {}

    /** Which of the kinds above {@code codePoint} is of. */
    static char kind(int codePoint) {
        char kind = kindInTable(codePoint);
        return kind < 'a' ? kind : (char) (kind - 'a' + 'A');
    }

    /** Whether {@code codePoint} is unassigned, or has been assigned since Unicode 13, so that not every JDK from 17 on knows it. */
    static boolean isLater(int codePoint) {
        return kindInTable(codePoint) >= 'a';
    }

    /** The kind, in lower case where the character is a later one. */
    private static char kindInTable(int codePoint) {
        return UnicodeTables.KINDS.charAt(find(UnicodeTables.KINDS, KIND_WIDTH, codePoint) + 2);
    }

    /** The lower case of {@code codePoint}; of U+0130, which has two characters for it, the first. */
    static int lower(int codePoint) {
        return mapped(UnicodeTables.LOWER, codePoint);
    }

    /** The lower case of the upper case of {@code codePoint}, which is no sharp s and has no compatibility decomposition. */
    static int folded(int codePoint) {
        return mapped(UnicodeTables.FOLDED, codePoint);
    }

    private static int mapped(String table, int codePoint) {
        int run = find(table, MAPPING_WIDTH, codePoint);
        if (run < 0) {
            return codePoint;
        }
        int offset = codePoint - start(table, run);
        int step = table.charAt(run + 3);
        boolean holds = offset % step == 0 && offset / step < table.charAt(run + 2);
        return holds ? (codePoint & ~0xFFFF) + table.charAt(run + 4) + offset : codePoint;
    }

    /** Unicode's Canonical_Combining_Class. */
    static int combiningClass(int codePoint) {
        String table = UnicodeTables.COMBINING;
        int run = find(table, COMBINING_WIDTH, codePoint);
        boolean holds = run >= 0 && codePoint - start(table, run) < table.charAt(run + 2);
        return holds ? table.charAt(run + 3) : 0;
    }

    /** Whether {@code codePoint} is a letter or digit of a script in which joiners mean something, such as Arabic and Devanagari. */
    static boolean isOfJoiningScript(int codePoint) {
        return isInRun(UnicodeTables.JOINING, codePoint);
    }

    /** Whether {@code codePoint} is a picture that an emoji may begin with: neither a digit, nor a skin tone, nor half of a flag. */
    static boolean isEmoji(int codePoint) {
        return isInRun(UnicodeTables.EMOJI, codePoint);
    }

    private static boolean isInRun(String table, int codePoint) {
        int run = find(table, RUN_WIDTH, codePoint);
        return run >= 0 && codePoint - start(table, run) < table.charAt(run + 2);
    }

    /** The last of the entries of {@code table} that starts at or before {@code codePoint}; negative where none does. */
    private static int find(String table, int width, int codePoint) {
        int low = 0;
        int high = table.length() / width - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (start(table, middle * width) <= codePoint) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high * width;
    }

    private static int start(String table, int entry) {
        return table.charAt(entry) << 16 | table.charAt(entry + 1);
    }
}
