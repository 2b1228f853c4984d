package dev.gatekeeper.report;

/**
 * A sentence of our own words and of values that the change may control, in both forms that it is shown in.
 *
 * @param line for a log
 * @param markdown for a page, with each value in a code span
 */
record Phrase(String line, String markdown) {

    /** A sentence that starts with our own words; they hold nothing that Markdown gives a meaning. */
    static Phrase of(String words) {
        return new Phrase(words, words);
    }

    /** Goes on with our own words. */
    Phrase words(String words) {
        return new Phrase(line + words, markdown + words);
    }

    /** Goes on with a sentence or a name, which may hold values. */
    Phrase prose(String sentence) {
        return new Phrase(line + Escape.line(sentence), markdown + Escape.prose(sentence));
    }

    /** As {@link #prose}, and a command at its end is shown as one, so that it can be copied. */
    Phrase remedy(String sentence) {
        RemedyText text = RemedyText.of(sentence);
        return text.command().isEmpty()
                ? prose(sentence)
                : prose(text.words()).words(" ").value(text.command().get());
    }

    /** Goes on with what may be a link, such as the evidence of an approval. */
    Phrase evidence(String evidence) {
        return new Phrase(line + Escape.line(evidence), markdown + Escape.link(evidence));
    }

    /** Goes on with a value. */
    Phrase value(String value) {
        return new Phrase(line + Escape.line(value), markdown + Escape.code(value));
    }

    /** Goes on with a path. */
    Phrase path(String path) {
        return new Phrase(line + Escape.path(path), markdown + Escape.code(path));
    }
}
