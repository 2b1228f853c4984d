package dev.gatekeeper.yaml;

import dev.gatekeeper.text.Characters;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the space of another kind, such as U+00A0, that stands where YAML knows U+0020 alone: it shows no difference to a reader, and to
 * YAML it is a letter. Of {@code - safe:\u00a0text} the parser makes one text, where its author saw a key and a value.
 *
 * <p>Within a text, where such a space parts no key and no value, it is what its author wants there: {@code Oui\u00a0!}.
 */
record OddSpaces(Source source) {

    /**
     * What is wrong with the text without quotes from {@code start} to {@code end}, if such a space keeps it from being what it looks like.
     *
     * @param key whether it is a key
     * @param free whether it could have been a mapping or a list: it doesn't stand behind its key on one line
     */
    Optional<Problem> problemOfPlain(int start, int end, boolean key, boolean free) {
        if (isOddSpace(start) && !isBlank(start, end)) {
            return problem(start);
        }
        if (key && isOddSpace(end - 1)) {
            return problem(end - 1);
        }
        return free ? inStructure(start, end, false) : Optional.empty();
    }

    /** As {@link #problemOfPlain}, where the parser stumbles at {@code index}, having taken what follows {@code from}. */
    Optional<Problem> problemBefore(int from, int index) {
        return inStructure(from, index + 1, true).or(() -> isOddSpace(index) ? problem(index) : Optional.empty());
    }

    /** The first such space behind the {@code :} of a key, behind the {@code -} of an item, or, where {@code indent} says so, before one. */
    private Optional<Problem> inStructure(int start, int end, boolean indent) {
        boolean first = true;
        for (int i = source.lineStart(start); i < end; i++) {
            boolean mark = source.at(i) == ':' || (first && source.at(i) == '-');
            if (i >= start && mark && isUnseen(i + 1)) {
                return problem(i + 1);
            }
            if (i >= start && indent && first && isOddSpace(i)) {
                return problem(i);
            }
            first = source.isLineEnd(i) || (first && (isSpace(i) || source.at(i) == '-'));
        }
        return Optional.empty();
    }

    private boolean isBlank(int start, int end) {
        int index = start;
        while (index < end && isSpace(index)) {
            index++;
        }
        return index == end;
    }

    private boolean isSpace(int index) {
        return source.isBlank(index) || isOddSpace(index);
    }

    private boolean isOddSpace(int index) {
        return source.at(index) >= 0x80 && Characters.isWhiteSpace(source.at(index));
    }

    private boolean isUnseen(int index) {
        return isOddSpace(index) || (source.at(index) >= 0x80 && Characters.isInvisible(source.at(index)));
    }

    private Optional<Problem> problem(int index) {
        int found = source.at(index);
        String name = String.format(Locale.ROOT, "U+%04X", found) + " "
                + Character.getName(found).toLowerCase(Locale.ROOT);
        return Optional.of(Problem.at(
                source.mark(index),
                "a " + name
                        + " stands here, where YAML knows a plain space only; write one, or put the text in quotes"));
    }
}
