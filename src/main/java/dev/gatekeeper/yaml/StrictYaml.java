package dev.gatekeeper.yaml;

import dev.gatekeeper.text.FilteredFile;
import java.util.List;
import java.util.Optional;

/**
 * The YAML that Gatekeeper reads: what every reader of the file, and every parser, takes for the same.
 *
 * <p>One document of mappings, lists and texts in UTF-8; no alias, anchor, tag, directive, merge key or duplicate key, no character
 * that hides or turns text, and nothing deep or large enough to stall a reader.
 */
public final class StrictYaml {

    /** The most bytes of a file. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final List<String> CONFLICT_MARKERS = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

    private StrictYaml() {}

    /**
     * Reads a document.
     *
     * @param bytes a file's content; one leading byte order mark is skipped, lines may end in CRLF
     * @return the document's root
     * @throws StrictYamlException at the first thing that strict YAML doesn't allow
     */
    public static Node read(byte[] bytes) throws StrictYamlException {
        if (bytes.length > MAX_BYTES) {
            throw new StrictYamlException(
                    Problem.ofFile("the file has " + bytes.length + " bytes; at most " + MAX_BYTES + " are allowed"));
        }
        Optional<String> filtered = FilteredFile.kind(bytes);
        if (filtered.isPresent()) {
            throw new StrictYamlException(
                    Problem.ofFile(
                            "git holds " + filtered.get()
                                    + " here, not the text; take .gatekeeper/ out of the filter in .gitattributes, and add the file again"));
        }
        String text = StrictText.decode(bytes);
        Optional<Problem> margin = problemAtMargin(text);
        if (margin.isPresent()) {
            throw new StrictYamlException(margin.get());
        }
        return new DocumentReader(text).read();
    }

    /** What no text of a mapping starts with at the margin. Unknown directives the parser passes over silently, after the document too. */
    private static Optional<Problem> problemAtMargin(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Optional<String> problem = problemOfLine(line);
            if (problem.isPresent()) {
                return Optional.of(Problem.at(new Mark(number, 1), problem.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problemOfLine(String line) {
        if (line.startsWith("%")) {
            return Optional.of("a directive ('%') is not allowed");
        }
        if (isConflictMarker(line)) {
            return Optional.of("a merge conflict was committed here; resolve it, and take its marks out");
        }
        if (line.startsWith("```") || line.startsWith("~~~")) {
            return Optional.of("a fence of Markdown stands here; take it out, and the one that ends it");
        }
        return Optional.empty();
    }

    /** Seven of one sign, alone or before a space, as git writes them. */
    private static boolean isConflictMarker(String line) {
        for (String marker : CONFLICT_MARKERS) {
            if (line.startsWith(marker)
                    && (line.length() == marker.length() || isSpace(line.charAt(marker.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\r';
    }
}
