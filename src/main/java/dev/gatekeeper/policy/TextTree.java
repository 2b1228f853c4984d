package dev.gatekeeper.policy;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Texts with numbers, as a tree of their characters: finds those that stand anywhere in another text. */
final class TextTree {

    private static final class Node {

        private final char unit;
        private final @Nullable Node sibling;
        private @Nullable Node child;
        /** Of the texts that end here. */
        private int[] numbers = {};

        Node(char unit, @Nullable Node sibling) {
            this.unit = unit;
            this.sibling = sibling;
        }

        @Nullable Node child(char unit) {
            Node at = child;
            while (at != null && at.unit != unit) {
                at = at.sibling;
            }
            return at;
        }
    }

    private final Node root = new Node('\0', null);
    /** The root's children that are ASCII: most positions of a text begin nothing, and that is seen at once. */
    private final @Nullable Node[] first = new Node[128];

    /** Adds {@code text}, which isn't empty; several may have the same. */
    void add(String text, int number) {
        Node at = root;
        for (int i = 0; i < text.length(); i++) {
            Node next = at.child(text.charAt(i));
            if (next == null) {
                next = new Node(text.charAt(i), at.child);
                at.child = next;
                if (at == root && next.unit < first.length) {
                    first[next.unit] = next;
                }
            }
            at = next;
        }
        at.numbers = Arrays.copyOf(at.numbers, at.numbers.length + 1);
        at.numbers[at.numbers.length - 1] = number;
    }

    /** Sets in {@code found} the number of each text that stands in {@code text} at {@code from} or behind it. */
    void find(String text, int from, BitSet found) {
        for (int start = from; start < text.length(); start++) {
            char unit = text.charAt(start);
            Node at = unit < first.length ? first[unit] : root.child(unit);
            for (int i = start + 1; at != null; i++) {
                for (int number : at.numbers) {
                    found.set(number);
                }
                at = i < text.length() ? at.child(text.charAt(i)) : null;
            }
        }
    }
}
