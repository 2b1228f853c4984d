package dev.gatekeeper.text;

import static java.util.Comparator.comparingInt;

import java.util.Locale;
import java.util.stream.Stream;

/** How near one word is to another. */
public final class Spelling {

    private Spelling() {}

    /** The word of {@code known} that takes the fewest edits to get from {@code word}; the first of several. */
    public static String nearest(String word, Stream<String> known) {
        return known.min(comparingInt(candidate -> distance(word, candidate))).orElse(word);
    }

    /** The number of letters to insert, take out or replace, letter case aside. */
    public static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
