package dev.gatekeeper.yaml;

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
        String text = StrictText.decode(bytes);
        Optional<Mark> directive = directive(text);
        if (directive.isPresent()) {
            throw new StrictYamlException(Problem.at(directive.get(), "a directive ('%') is not allowed"));
        }
        return new DocumentReader(text).read();
    }

    /** The parser passes over unknown ones silently, after the document too; no text of a mapping starts at the margin. */
    private static Optional<Mark> directive(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.startsWith("%")) {
                return Optional.of(new Mark(number, 1));
            }
        }
        return Optional.empty();
    }
}
