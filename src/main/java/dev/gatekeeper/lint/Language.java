package dev.gatekeeper.lint;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A set of paths in ASCII, whether or not anything lies there. */
final class Language {

    static final Language NONE = new Language(new Table(new int[][] {Table.nowhere()}, new BitSet()));

    /** Every path. */
    static final Language ALL = of(GlobLanguage.PATHS);

    /** The characters, those first that people would rather write. */
    private static final String LIKED =
            "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_-.+@,~#=%!&()[]{}^$;:'`\"*?<>|\\ /";

    private final Table table;

    private Language(Table table) {
        this.table = table;
    }

    /** What {@code automaton} accepts, which is small. */
    static Language of(Automaton automaton) {
        Automaton deterministic = automaton.clone();
        deterministic.determinize();
        Map<State, Integer> numbers = new HashMap<>();
        List<State> states = new ArrayList<>(List.of(deterministic.getInitialState()));
        numbers.put(deterministic.getInitialState(), 0);
        List<int[]> rows = new ArrayList<>();
        BitSet accepting = new BitSet();
        for (int number = 0; number < states.size(); number++) {
            State state = states.get(number);
            accepting.set(number, state.isAccept());
            int[] row = Table.nowhere();
            for (char c = Table.FIRST; c <= Table.LAST; c++) {
                State next = state.step(c);
                if (next != null) {
                    Integer known = numbers.putIfAbsent(next, states.size());
                    row[c - Table.FIRST] = known == null ? states.size() : known;
                    if (known == null) {
                        states.add(next);
                    }
                }
            }
            rows.add(row);
        }
        return new Language(new Table(rows.toArray(int[][]::new), accepting).minimal());
    }

    /** The union of {@code parts}, joined in pairs, so that what is large is joined seldom. */
    static Language union(Collection<Language> parts) throws TooLargeException {
        Deque<Language> open = new ArrayDeque<>(parts);
        while (open.size() > 1) {
            open.add(open.remove().or(open.remove()));
        }
        return open.isEmpty() ? NONE : open.remove();
    }

    Language or(Language other) throws TooLargeException {
        return new Language(table.joined(other.table, (one, two) -> one || two));
    }

    Language and(Language other) throws TooLargeException {
        return new Language(table.joined(other.table, (one, two) -> one && two));
    }

    Language minus(Language other) throws TooLargeException {
        return new Language(table.joined(other.table, (one, two) -> one && !two));
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    boolean holds(String path) {
        int state = 0;
        for (int i = 0; i < path.length() && state != Table.NOWHERE; i++) {
            state = table.step(state, path.charAt(i));
        }
        return table.isAccepting(state);
    }

    /** The shortest path of it, of those the one that people would rather write. */
    Optional<String> shortest() {
        Map<Integer, String> reached = new HashMap<>(Map.of(0, ""));
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int state = open.remove();
            String way = reached.getOrDefault(state, "");
            if (table.isAccepting(state)) {
                return Optional.of(way);
            }
            for (int i = 0; i < LIKED.length(); i++) {
                char c = LIKED.charAt(i);
                int next = table.step(state, c);
                if (next != Table.NOWHERE && reached.putIfAbsent(next, way + c) == null) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }
}
