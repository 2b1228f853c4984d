package dev.gatekeeper.yaml;

import java.util.Optional;

/**
 * Finds the comment that may have taken a piece of a text: of {@code Fixes #4711: x} YAML reads {@code Fixes}.
 *
 * <p>It looks from where the parser says that the text starts and ends, so that no quote and no block can fool it. Any comment on the
 * line where a text ends, or in the header of a block, may be such a piece. So may a line that starts with {@code #} and a digit where
 * the text could stand, above or below what was read of it: a number that an editor has wrapped there. All other lines that start with
 * {@code #} are comments to whoever reads them.
 */
record Comments(Source source) {

    private static final String TO_YAML = "what follows ' #' is a comment to YAML; put ";
    private static final String BEHIND_PLAIN = TO_YAML + "the text in quotes, or the comment on a line of its own";
    private static final String BEHIND_OTHER = TO_YAML + "the comment on a line of its own, or into the text";
    private static final String WRAPPED =
            "a line that starts with '#' is a comment to YAML; put the whole text in quotes, or a space behind the '#'";

    /** How a text is written. */
    enum Style {
        PLAIN,
        QUOTED,
        BLOCK
    }

    /**
     * Where a text stands in the source; the first three by index.
     *
     * @param before where the token before it ends
     * @param start where it starts, with its quote or the header of its block
     * @param end where it ends
     * @param parentColumn the column of its key or dash, which it can't stand at or before; 0 where it can
     */
    record Extent(Style style, int before, int start, int end, int parentColumn) {}

    /** What is wrong with the comment that may hold a piece of {@code text}, if there is one. */
    Optional<Problem> problemAt(Extent text) {
        int onItsLine = text.style() == Style.BLOCK ? endOfHeader(text.start()) : behind(text.end());
        if (source.at(onItsLine) == '#') {
            return problem(onItsLine, text.style() == Style.PLAIN ? BEHIND_PLAIN : BEHIND_OTHER);
        }
        int above = number(text.before(), text.start(), text.parentColumn());
        if (above < text.start()) {
            return problem(above, WRAPPED);
        }
        int below = number(text.end(), source.length(), text.parentColumn());
        return below < source.length() && text.style() != Style.QUOTED ? problem(below, WRAPPED) : Optional.empty();
    }

    /** Whether a comment on its line cuts off an unquoted text that ends at {@code end}. */
    Optional<Problem> problemBehindPlain(int end) {
        return problemAt(new Extent(Style.PLAIN, end, end, end, Integer.MAX_VALUE));
    }

    /** The comment in the header of the block at {@code start}, or the end of its line. */
    private int endOfHeader(int start) {
        int index = start;
        while (source.at(index) != '#' && !source.isLineEnd(index)) {
            index++;
        }
        return index;
    }

    /** The index behind a text that ends at {@code end}, and behind the brackets and commas that follow it on its line. */
    private int behind(int end) {
        int index = end;
        while (source.isBlank(index) || ",]}".indexOf(source.at(index)) >= 0) {
            index++;
        }
        return index;
    }

    /**
     * The first comment between two tokens that starts with a digit beyond {@code parentColumn}; {@code to} where there is none.
     *
     * @param from where a token ends
     * @param to where to stop at the latest; the next token stops the search as well
     */
    private int number(int from, int to, int parentColumn) {
        int index = from;
        while (index < to && (source.isBlank(index) || source.isLineEnd(index) || source.at(index) == '#')) {
            boolean comment = source.at(index) == '#';
            if (comment && isDigit(source.at(index + 1)) && source.column(index) > parentColumn) {
                return index;
            }
            index = comment ? source.lineEnd(index) : index + 1;
        }
        return to;
    }

    private static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    private Optional<Problem> problem(int index, String words) {
        return Optional.of(Problem.at(source.mark(index), words));
    }
}
