package dev.gatekeeper.policy;

import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes values of an expected shape out of nodes, and gathers the problems of those that have another. */
final class Shape {

    private static final Comparator<Problem> IN_FILE_ORDER = Comparator.comparing(
                    (Problem problem) -> problem.mark().map(Mark::line).orElse(0))
            .thenComparing(problem -> problem.mark().map(Mark::column).orElse(0));

    private final List<Problem> problems = new ArrayList<>();

    void problem(Mark mark, String text) {
        problems.add(Problem.at(mark, text));
    }

    /** A problem of the file as a whole. */
    void problem(String text) {
        problems.add(Problem.ofFile(text));
    }

    /** All problems: first those of the file as a whole, then in the order of their places. */
    List<Problem> problems() {
        return problems.stream().sorted(IN_FILE_ORDER).toList();
    }

    /** Reports every key of {@code mapping} that is not among {@code known}. */
    void keys(Node.Mapping mapping, String thing, List<String> known) {
        for (Node.Pair pair : mapping.pairs()) {
            if (!known.contains(pair.key().text())) {
                problem(
                        pair.key().mark(),
                        thing + " has no key '" + pair.key().text() + "'; known are " + String.join(", ", known));
            }
        }
    }

    Optional<Node> required(Node.Mapping mapping, String thing, String key) {
        Optional<Node> value = mapping.get(key);
        if (value.isEmpty()) {
            problem(mapping.mark(), thing + " lacks the key '" + key + "'");
        }
        return value;
    }

    Optional<Node.Mapping> mapping(Node node, String thing) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        return wrong(node, thing, "a mapping");
    }

    /** The items of a list; none where it is no list. */
    List<Node> items(Node node, String thing) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        wrong(node, thing, "a list");
        return List.of();
    }

    /** A text with something in it. */
    Optional<Node.Text> text(Node node, String thing) {
        if (!(node instanceof Node.Text text) || text.isNull()) {
            return wrong(node, thing, "a text");
        }
        if (text.text().isBlank()) {
            problem(text.mark(), thing + " is blank");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** One of a few words, exactly as {@code allowed} spells them. */
    Optional<Node.Text> word(Node node, String thing, List<String> allowed) {
        return text(node, thing).filter(text -> {
            boolean known = allowed.contains(text.text());
            if (!known) {
                problem(text.mark(), thing + " is '" + text.text() + "'; allowed are " + String.join(", ", allowed));
            }
            return known;
        });
    }

    /** A text that matches {@code form}, which {@code words} describe. */
    Optional<Node.Text> form(Node node, String thing, String form, String words) {
        return text(node, thing).filter(text -> {
            boolean fits = text.text().matches(form);
            if (!fits) {
                problem(text.mark(), thing + " is '" + text.text() + "'; it must be " + words);
            }
            return fits;
        });
    }

    Optional<LocalDate> date(Node node, String thing) {
        return form(node, thing, "\\d{4}-\\d{2}-\\d{2}", "a date like 2027-01-31")
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(text.text()));
                    } catch (DateTimeException e) {
                        problem(text.mark(), thing + " is '" + text.text() + "'; there is no such day");
                        return Optional.empty();
                    }
                });
    }

    private <T> Optional<T> wrong(Node node, String thing, String expected) {
        problem(node.mark(), thing + " is " + node.kind() + "; it must be " + expected);
        return Optional.empty();
    }
}
