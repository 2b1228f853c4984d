package dev.gatekeeper.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of a YAML document, with the place where it starts. */
public sealed interface Node {

    Mark mark();

    /** What the node is, for a message: {@code a mapping}, {@code a list} or {@code a text}. */
    String kind();

    /** A mapping; its keys differ. */
    record Mapping(Mark mark, List<Pair> pairs) implements Node {

        public Mapping {
            pairs = List.copyOf(pairs);
        }

        /** The value of {@code key}, if there is such a key. */
        public Optional<Node> get(String key) {
            for (Pair pair : pairs) {
                if (pair.key().text().equals(key)) {
                    return Optional.of(pair.value());
                }
            }
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key of a mapping and its value. */
    record Pair(Text key, Node value) {}

    /** A list. */
    record Sequence(Mark mark, List<Node> items) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A scalar, always read as text: {@code no}, {@code 010} and {@code 2026-01-01} are what they look like.
     *
     * @param text the text without quotes, escapes resolved
     * @param plain whether it stands without quotes and is no block
     * @param comment what is wrong with a comment on its line: it may hold a piece of what the author took for the text
     */
    record Text(Mark mark, String text, boolean plain, Optional<Problem> comment) implements Node {

        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        /** Whether an editor would show it as no value: nothing, {@code ~} or {@code null} without quotes. */
        public boolean isNull() {
            return plain && NULLS.contains(text);
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "a text";
        }
    }
}
