package dev.gatekeeper.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What a syntax error means: its cause, which often stands before the place where the parser stumbles.
 *
 * @param source the text
 * @param end where the last token ends that the parser took
 */
record SyntaxProblem(Source source, int end) {

    Problem of(MarkedYAMLException e) {
        String words = e.getContext() + " " + e.getProblem();
        if (e.getProblemMark() == null) {
            return Problem.ofFile(SyntaxWords.of(words));
        }
        int index = e.getProblemMark().getIndex();
        return cause(words).orElseGet(() -> Problem.at(source.mark(index), SyntaxWords.of(words)));
    }

    private Optional<Problem> cause(String words) {
        // What follows a comment would have been one text with what stands before it.
        if (words.contains("<scalar>")) {
            return new Comments(source).problemBehindPlain(end);
        }
        return Optional.empty();
    }
}
