package dev.gatekeeper.yaml;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Spelling;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Takes values of an expected shape out of nodes, and gathers the problems of those that have another: one wording for whatever is read
 * from YAML. The {@code thing} of a method is what a message calls the value, such as {@code the rule}.
 */
public final class Values {

    /** How far a misspelt key may be from the one that was meant. */
    private static final int NEAR = 2;

    private static final int LONGEST_SHOWN = 80;

    private final List<Problem> problems = new ArrayList<>();

    public void problem(Mark mark, String text) {
        problems.add(Problem.at(mark, text));
    }

    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** All problems, in the order in which they were found. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Says that {@code node} is not what {@code expected} describes, such as {@code a list}; returns nothing, in place of a value. */
    public <T> Optional<T> wrong(Node node, String thing, String expected) {
        problem(node.mark(), thing + " is " + node.kind() + ", not " + expected);
        return Optional.empty();
    }

    /** Reports every key of {@code mapping} that is not among {@code known}. */
    public void keys(Node.Mapping mapping, String thing, Collection<String> known) {
        for (Node.Pair pair : mapping.pairs()) {
            if (!known.contains(pair.key().text())) {
                problem(
                        pair.key().mark(),
                        "'" + pair.key().text() + "' is no key of " + thing + "; "
                                + nearest(pair.key().text(), known) + "its keys are " + String.join(", ", known));
            }
        }
    }

    private static String nearest(String key, Collection<String> known) {
        String nearest = Spelling.nearest(key, known.stream());
        int distance = Spelling.distance(key, nearest);
        return distance <= NEAR && 2 * distance <= nearest.length() ? "nearest is '" + nearest + "', and " : "";
    }

    public Optional<Node> required(Node.Mapping mapping, String thing, String key) {
        Optional<Node> value = mapping.get(key);
        if (value.isEmpty()) {
            problem(mapping.mark(), thing + " lacks the key '" + key + "'");
        }
        return value;
    }

    public Optional<Node.Mapping> mapping(Node node, String thing) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        return wrong(node, thing, "a mapping");
    }

    /** Those of {@code items} that are mappings; {@code first} is the key that a text in the place of one was meant for. */
    public List<Node.Mapping> mappings(List<Node> items, String thing, String first) {
        List<Node.Mapping> mappings = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Mapping mapping) {
                mappings.add(mapping);
            } else {
                wrong(
                        item,
                        thing,
                        "a mapping; write '" + first + ": " + shown(item, "…") + "' and its other keys below");
            }
        }
        return mappings;
    }

    /** The pairs of the mapping under {@code key}; none where there is none. */
    public List<Node.Pair> pairs(Node.Mapping parent, String key) {
        Optional<Node> node = parent.get(key);
        Optional<Node.Mapping> mapping = node.isPresent() ? mapping(node.get(), key) : Optional.empty();
        return mapping.isPresent() ? mapping.get().pairs() : List.of();
    }

    /** The items of the list under {@code key}; none where there is none. */
    public List<Node> items(Node.Mapping parent, String key) {
        Optional<Node> node = parent.get(key);
        return node.isPresent() ? items(node.get(), key) : List.of();
    }

    /** As {@link #items(Node.Mapping, String)}, of a list that is left out where it would be empty; {@code what} is one item. */
    public List<Node> filledItems(Node.Mapping parent, String key, String what) {
        Optional<Node> list = parent.get(key);
        List<Node> items = items(parent, key);
        if (items.isEmpty() && list.isPresent() && list.get() instanceof Node.Sequence empty) {
            problem(empty.mark(), key + " is empty; name one " + what + " or more, or leave the key out");
        }
        return items;
    }

    /** The items of a list; none where it is no list. */
    public List<Node> items(Node node, String thing) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        wrong(node, thing, "a list; write " + asList(node));
        return List.of();
    }

    /** How {@code node}, which is no list, becomes one. */
    private static String asList(Node node) {
        String text = shown(node, "");
        return text.isEmpty() ? "each entry on a line of its own, behind '- '" : "['" + text.replace("'", "''") + "']";
    }

    private static String shown(Node node, String otherwise) {
        return node instanceof Node.Text text
                        && isSomething(text)
                        && text.text().length() <= LONGEST_SHOWN
                ? text.text()
                : otherwise;
    }

    private static boolean isSomething(Node.Text text) {
        return !text.isNull() && !Characters.isBlank(text.text());
    }

    /** A text, which may be blank, or nothing. */
    public Optional<Node.Text> anyText(Node node, String thing) {
        return node instanceof Node.Text text ? Optional.of(text) : wrong(node, thing, "a text");
    }

    /** A text with something in it. */
    public Optional<Node.Text> text(Node node, String thing) {
        if (!(node instanceof Node.Text text) || text.isNull()) {
            return wrong(node, thing, "a text");
        }
        if (Characters.isBlank(text.text())) {
            problem(text.mark(), thing + " is blank");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Those of {@code items} that are texts with something in them. */
    public List<Node.Text> texts(List<Node> items, String thing) {
        List<Node.Text> texts = new ArrayList<>();
        for (Node item : items) {
            Optional<Node.Text> text = text(item, thing);
            if (text.isPresent()) {
                texts.add(text.get());
            }
        }
        return texts;
    }

    /** The word under {@code key}, exactly as {@code allowed} spells it, or else {@code byDefault}. */
    public String word(Node.Mapping parent, String key, List<String> allowed, String byDefault) {
        Optional<Node> node = parent.get(key);
        Optional<Node.Text> text = node.isPresent() ? text(node.get(), key) : Optional.empty();
        if (text.isEmpty()) {
            return byDefault;
        }
        String word = text.get().text();
        if (allowed.contains(word)) {
            return word;
        }
        problem(text.get().mark(), key + " is '" + word + "'; allowed are " + String.join(", ", allowed));
        return byDefault;
    }

    /** A text that matches {@code form}, which {@code words} describe. */
    public Optional<Node.Text> form(Node node, String thing, String form, String words) {
        Optional<Node.Text> text = text(node, thing);
        if (text.isEmpty() || text.get().text().matches(form)) {
            return text;
        }
        problem(text.get().mark(), thing + " is '" + text.get().text() + "'; it must be " + words);
        return Optional.empty();
    }

    public Optional<LocalDate> date(Node node, String thing) {
        Optional<Node.Text> text = form(node, thing, "\\d{4}-\\d{2}-\\d{2}", "a date like 2027-01-31");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get().text()));
        } catch (DateTimeException e) {
            problem(text.get().mark(), thing + " is '" + text.get().text() + "'; there is no such day");
            return Optional.empty();
        }
    }
}
