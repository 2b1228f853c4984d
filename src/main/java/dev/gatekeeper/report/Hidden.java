package dev.gatekeeper.report;

/** The characters that a reader does not see, or that make a reader see something else. */
final class Hidden {

    /** What {@link Character#getType} takes for visible though nothing, or only a gap, is drawn: from and to, inclusive. */
    private static final int[][] BLANKS = {
        {0x034F, 0x034F}, // joins graphemes
        {0x115F, 0x1160}, // Hangul fillers
        {0x17B4, 0x17B5}, // Khmer vowels that are never drawn
        {0x180B, 0x180F}, // Mongolian variation selectors
        {0x2800, 0x2800}, // Braille without a dot
        {0x3164, 0x3164}, // Hangul filler
        {0xFE00, 0xFE0F}, // variation selectors
        {0xFFA0, 0xFFA0}, // half-width Hangul filler
        {0xFFFC, 0xFFFC}, // stands for an object
        {0x1D159, 0x1D159}, // musical note without a head
        {0xE0000, 0xE0FFF}, // tags and further variation selectors
    };

    private Hidden() {}

    /**
     * Whether {@code codePoint} must not reach a reader as it is: controls and line breaks, bidirectional and other format
     * characters, surrogates without a partner, private and unassigned ones, and every space but U+0020.
     */
    static boolean holds(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default -> isBlank(codePoint);
        };
    }

    private static boolean isBlank(int codePoint) {
        for (int[] range : BLANKS) {
            if (range[0] <= codePoint && codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
