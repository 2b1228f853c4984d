package dev.gatekeeper.yaml;

import java.util.List;

/** What a syntax error of the parser means, in words for people who don't know the parser. */
final class SyntaxWords {

    static final String START = "this is not well-formed YAML: ";

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("an alias", "a text that starts with '*' must stand in quotes"),
            new Meaning("an anchor", "a text that starts with '&' must stand in quotes"),
            new Meaning("cannot start any token", "a text can't start with this character; put the text in quotes"),
            new Meaning(
                    "mapping values are not allowed",
                    "a ':' is out of place; put a text that holds ': ' in quotes, or mend the indentation"),
            new Meaning("explicit key", "a '?' before a key is not allowed; write 'key: value'"),
            new Meaning("are not allowed here", "a '-' or '?' is out of place; mend the indentation"),
            new Meaning("could not find expected ':'", "a key has no ':' behind it"),
            new Meaning("unexpected end of stream", "a quote is not closed"),
            new Meaning("escape", "an escape is unknown; put a text with a backslash in single quotes"),
            new Meaning(
                    "block end",
                    "the indentation doesn't fit the lines above, or a text in quotes goes on behind them"),
            new Meaning("expected ',' or", "a bracket is not closed, or a comma is missing"),
            new Meaning("document start", "something follows the end of the document"),
            new Meaning("document separator", "a quote is not closed before the end of the document"),
            new Meaning("node content", "a value is expected here"));

    private SyntaxWords() {}

    /** @param problem the parser's own words: what it was doing, and what it met */
    static String of(String problem) {
        return START
                + MEANINGS.stream()
                        .filter(meaning -> problem.contains(meaning.sign()))
                        .map(Meaning::words)
                        .findFirst()
                        .orElse("mend the line, or put its text in quotes");
    }

    private record Meaning(String sign, String words) {}
}
