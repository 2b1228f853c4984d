package dev.gatekeeper.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A deterministic automaton over the characters of ASCII that can be seen, as a table: the library's own operations take a hundred
 * times as long on what policies come to, and can't be stopped.
 */
final class Table {

    static final char FIRST = ' ';
    static final char LAST = '~';
    static final int CHARACTERS = LAST - FIRST + 1;
    static final int NOWHERE = -1;

    /** The most states that are built on the way to an answer; what people write comes to a hundredth of it. */
    static final int MOST_STATES = 100_000;

    private final int[][] next;
    private final BitSet accepting;

    /**
     * @param next for each state, counted from 0, which is the first one, the state that each character leads to; {@link #NOWHERE} for none
     * @param accepting the states in which a path may end
     */
    Table(int[][] next, BitSet accepting) {
        this.next = next;
        this.accepting = accepting;
    }

    boolean isEmpty() {
        return accepting.isEmpty();
    }

    /** Whether a path is in a set that is, or isn't, in each of two. */
    interface Join {

        boolean holds(boolean one, boolean other);
    }

    private int states() {
        return next.length;
    }

    boolean isAccepting(int state) {
        return state != NOWHERE && accepting.get(state);
    }

    int step(int state, char c) {
        return state == NOWHERE || c < FIRST || c > LAST ? NOWHERE : next[state][c - FIRST];
    }

    /** Walks through both at once. */
    Table joined(Table other, Join join) throws TooLargeException {
        Map<Long, Integer> numbers = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        BitSet ends = new BitSet();
        numbers.put(key(0, 0), 0);
        pairs.add(new int[] {0, 0});
        for (int number = 0; number < pairs.size(); number++) {
            int one = pairs.get(number)[0];
            int two = pairs.get(number)[1];
            ends.set(number, join.holds(isAccepting(one), other.isAccepting(two)));
            int[] row = new int[CHARACTERS];
            for (char c = FIRST; c <= LAST; c++) {
                int nextOne = step(one, c);
                int nextTwo = other.step(two, c);
                row[c - FIRST] = canHold(nextOne, nextTwo, join) ? number(nextOne, nextTwo, numbers, pairs) : NOWHERE;
            }
            rows.add(row);
        }
        return new Table(rows.toArray(int[][]::new), ends).minimal();
    }

    private static boolean canHold(int one, int other, Join join) {
        return (one != NOWHERE && other != NOWHERE)
                || (one != NOWHERE && join.holds(true, false))
                || (other != NOWHERE && join.holds(false, true));
    }

    private static int number(int one, int other, Map<Long, Integer> numbers, List<int[]> pairs)
            throws TooLargeException {
        Integer known = numbers.putIfAbsent(key(one, other), pairs.size());
        if (known != null) {
            return known;
        }
        if (pairs.size() == MOST_STATES) {
            throw new TooLargeException("it would take an automaton of more than " + MOST_STATES + " states");
        }
        pairs.add(new int[] {one, other});
        return pairs.size() - 1;
    }

    private static long key(int one, int other) {
        return ((long) one << Integer.SIZE) | (other & 0xffff_ffffL);
    }

    /** The same set with as few states as there can be: those from which the same ends are reached become one. */
    Table minimal() {
        BitSet live = live();
        if (!live.get(0)) {
            return new Table(new int[][] {nowhere()}, new BitSet());
        }
        int[] kinds = new int[states()];
        for (int state = 0; state < states(); state++) {
            kinds[state] = !live.get(state) ? NOWHERE : accepting.get(state) ? 1 : 0;
        }
        int before = 0;
        int[][] rows = new int[0][];
        while (rows.length == 0 || rows.length > before) {
            before = rows.length;
            rows = refine(kinds);
        }
        BitSet ends = new BitSet();
        for (int state = 0; state < states(); state++) {
            if (kinds[state] != NOWHERE) {
                ends.set(kinds[state], accepting.get(state));
            }
        }
        return new Table(rows, ends);
    }

    /** Tells states apart that lead to different kinds; the kinds are numbered anew, that of the first state is 0. Returns their rows. */
    private int[][] refine(int[] kinds) {
        Map<Row, Integer> numbers = new HashMap<>();
        int[] refined = new int[states()];
        List<int[]> members = new ArrayList<>();
        for (int state = 0; state < states(); state++) {
            if (kinds[state] == NOWHERE) {
                refined[state] = NOWHERE;
                continue;
            }
            int[] row = new int[CHARACTERS + 1];
            for (int c = 0; c < CHARACTERS; c++) {
                row[c] = next[state][c] == NOWHERE ? NOWHERE : kinds[next[state][c]];
            }
            row[CHARACTERS] = kinds[state];
            Integer known = numbers.putIfAbsent(new Row(row), members.size());
            refined[state] = known == null ? members.size() : known;
            if (known == null) {
                members.add(next[state]);
            }
        }
        System.arraycopy(refined, 0, kinds, 0, refined.length);
        int[][] rows = new int[members.size()][CHARACTERS];
        for (int kind = 0; kind < rows.length; kind++) {
            for (int c = 0; c < CHARACTERS; c++) {
                int to = members.get(kind)[c];
                rows[kind][c] = to == NOWHERE ? NOWHERE : kinds[to];
            }
        }
        return rows;
    }

    /** What a state leads to, for comparing. */
    private static final class Row {

        private final int[] kinds;

        Row(int[] kinds) {
            this.kinds = kinds;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(kinds, row.kinds);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(kinds);
        }
    }

    /** The states from which an end is reached. */
    private BitSet live() {
        BitSet live = (BitSet) accepting.clone();
        int before = -1;
        while (live.cardinality() > before) {
            before = live.cardinality();
            for (int state = states() - 1; state >= 0; state--) {
                for (int c = 0; c < CHARACTERS && !live.get(state); c++) {
                    live.set(state, next[state][c] != NOWHERE && live.get(next[state][c]));
                }
            }
        }
        return live;
    }

    static int[] nowhere() {
        int[] row = new int[CHARACTERS];
        Arrays.fill(row, NOWHERE);
        return row;
    }
}
