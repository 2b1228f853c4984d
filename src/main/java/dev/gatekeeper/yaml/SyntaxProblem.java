package dev.gatekeeper.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What a syntax error means: its cause, which often stands before the place where the parser stumbles.
 *
 * @param source the text
 * @param before where the token before the last one ends that the parser took
 * @param end where the last one ends
 */
record SyntaxProblem(Source source, int before, int end) {

    private static final int LONG_KEY = 128;

    Problem of(MarkedYAMLException e) {
        String words = e.getContext() + " " + e.getProblem();
        if (e.getProblemMark() == null) {
            return Problem.ofFile(SyntaxWords.of(words));
        }
        int index = e.getProblemMark().getIndex();
        return cause(words, index).orElseGet(() -> Problem.at(source.mark(index), SyntaxWords.of(words)));
    }

    private Optional<Problem> cause(String words, int index) {
        // What follows a comment would have been one text with what stands before it.
        if (words.contains("<scalar>")) {
            return new Comments(source).problemBehindPlain(end).or(() -> oddSpace(index));
        }
        if (words.contains("but got ?") && index == end) {
            return at(index, "a '?' ends a text without quotes inside '[ ]' and '{ }'; put the text in quotes");
        }
        if (words.contains("unknown escape") && source.at(index) == '/') {
            return at(index, "the escape '\\/' is JSON's; write '/'");
        }
        if (words.contains("explicit key") && source.lineEnd(index) - index > LONG_KEY) {
            return at(index, "a key is longer than " + LONG_KEY + " characters; no key of these files is");
        }
        if (source.at(index) == '\t') {
            return at(index, tab(index));
        }
        return oddSpace(index);
    }

    private Optional<Problem> oddSpace(int index) {
        return new OddSpaces(source).problemBefore(before, index);
    }

    private String tab(int index) {
        int start = source.lineStart(index);
        int first = start;
        while (source.isBlank(first)) {
            first++;
        }
        if (source.isLineEnd(first)) {
            return "a tab stands alone on this line; take it out";
        }
        return first > index ? "a tab can't indent; use spaces" : "a tab stands here; write a space";
    }

    private Optional<Problem> at(int index, String words) {
        return Optional.of(Problem.at(source.mark(index), SyntaxWords.START + words));
    }
}
