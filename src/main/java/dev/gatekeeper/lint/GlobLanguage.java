package dev.gatekeeper.lint;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All the paths in ASCII that a glob matches, of entries that are files or of folders, in gitignore's meaning.
 *
 * <p>{@code /src/*.java} becomes "src/", then any characters but a slash, then ".java". {@code **} as a part stands for any folders, and a
 * glob without a slash, other than at its end, has any folders before it.
 */
final class GlobLanguage {

    /** A run of wildcards behind a star can make an automaton of twice the states with each. */
    private static final int MOST_WILDCARDS = 10;

    private static final Automaton SLASH = BasicAutomata.makeChar('/');
    private static final Automaton NAME_CHARACTER = characters(c -> true);
    static final Automaton NAME = NAME_CHARACTER.repeat(1);

    /** Any folders, each with its slash. */
    static final Automaton FOLDERS = NAME.concatenate(SLASH).repeat();

    /** Any path. */
    static final Automaton PATHS = FOLDERS.concatenate(NAME);

    /** What lies below a folder, from the slash on. */
    static final Automaton BELOW = SLASH.concatenate(PATHS);

    private static final Pattern CLASS = Pattern.compile("\\[([!^]?)((?:\\[:[a-z]+:]|[^]])+)]");
    private static final Pattern ITEM = Pattern.compile("\\[:([a-z]+):]|([A-Za-z0-9])-([A-Za-z0-9])|(.)");

    private final boolean folded;

    private GlobLanguage(boolean folded) {
        this.folded = folded;
    }

    /**
     * The paths that {@code glob} matches.
     *
     * @param glob without {@code !}, and without a slash at its end
     * @param folded whether it is held against folded paths
     * @throws TooLargeException when it has too many wildcards
     */
    static Automaton of(String glob, boolean folded) throws TooLargeException {
        String inner = glob.startsWith("/") ? glob.substring(1) : glob;
        boolean anchored = glob.indexOf('/') >= 0;
        String[] parts = inner.split("/", -1);
        checkSize(glob, parts);
        GlobLanguage language = new GlobLanguage(folded);
        List<Automaton> sequence = new ArrayList<>();
        if (!anchored) {
            sequence.add(FOLDERS);
        }
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (parts[i].equals("**")) {
                sequence.add(last ? PATHS : FOLDERS);
            } else {
                sequence.add(language.part(parts[i]));
                if (!last) {
                    sequence.add(SLASH);
                }
            }
        }
        return BasicAutomata.makeEmptyString().concatenate(Automaton.concatenate(sequence));
    }

    private static void checkSize(String glob, String[] parts) throws TooLargeException {
        int wildcards = 0;
        boolean anyFolders = false;
        for (String part : parts) {
            int star = part.indexOf('*');
            if (part.equals("**")) {
                anyFolders = true;
            } else if (star >= 0) {
                wildcards += (int) part.substring(star)
                        .chars()
                        .filter(c -> c == '?' || c == '[')
                        .count();
                wildcards += anyFolders ? 1 : 0;
            } else if (anyFolders && (part.indexOf('?') >= 0 || part.indexOf('[') >= 0)) {
                wildcards++;
            }
        }
        if (wildcards > MOST_WILDCARDS) {
            throw new TooLargeException(
                    "the pattern '" + glob + "' has more than " + MOST_WILDCARDS + " wildcards behind a '*'");
        }
    }

    private Automaton part(String part) {
        List<Automaton> sequence = new ArrayList<>();
        Matcher classes = CLASS.matcher(part);
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '*') {
                sequence.add(NAME_CHARACTER.repeat());
            } else if (c == '?') {
                sequence.add(NAME_CHARACTER);
            } else if (c == '[' && classes.find(i) && classes.start() == i) {
                sequence.add(members(classes.group(1).isEmpty(), classes.group(2)));
                i = classes.end() - 1;
            } else {
                i += c == '\\' ? 1 : 0;
                char literal = part.charAt(i);
                sequence.add(matching(known -> known == literal));
            }
        }
        return Automaton.concatenate(sequence);
    }

    private Automaton members(boolean named, String members) {
        boolean[] set = new boolean[Table.LAST + 1];
        Matcher items = ITEM.matcher(members);
        while (items.find()) {
            String kind = items.group(1);
            char first = kind != null
                    ? Table.FIRST
                    : items.group(items.group(2) != null ? 2 : 4).charAt(0);
            char last = kind != null
                    ? Table.LAST
                    : items.group(items.group(3) != null ? 3 : 4).charAt(0);
            for (char c = first; c <= last && c <= Table.LAST; c++) {
                set[c] |= kind == null || isOfKind(kind, c);
            }
        }
        return matching(c -> set[c] == named);
    }

    private static boolean isOfKind(String kind, char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        return switch (kind) {
            case "alnum" -> digit || lower || upper;
            case "alpha" -> lower || upper;
            case "digit" -> digit;
            case "lower" -> lower;
            case "upper" -> upper;
            case "blank", "space" -> c == ' ';
            case "xdigit" -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            default -> c != ' ' && !digit && !lower && !upper;
        };
    }

    /** A character of a name that is, or folded is, one of {@code set}. */
    private Automaton matching(IntPredicate set) {
        return characters(c -> set.test(
                folded ? String.valueOf((char) c).toLowerCase(Locale.ROOT).charAt(0) : c));
    }

    private static Automaton characters(IntPredicate set) {
        List<Automaton> ranges = new ArrayList<>();
        for (char c = Table.FIRST; c <= Table.LAST; c++) {
            char first = c;
            while (c <= Table.LAST && c != '/' && set.test(c)) {
                c++;
            }
            if (c > first) {
                ranges.add(BasicAutomata.makeCharRange(first, (char) (c - 1)));
            }
        }
        return Automaton.union(ranges);
    }
}
