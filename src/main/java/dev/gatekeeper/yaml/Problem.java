package dev.gatekeeper.yaml;

import java.util.Optional;

/**
 * One thing that is wrong in a YAML file.
 *
 * @param mark where; empty when the file as a whole is meant
 * @param text what is the matter; the thing first, values in single quotes, no line break
 */
public record Problem(Optional<Mark> mark, String text) {

    /** A problem at a place. */
    static Problem at(Mark mark, String text) {
        return new Problem(Optional.of(mark), text);
    }

    /** A problem of the file as a whole. */
    public static Problem ofFile(String text) {
        return new Problem(Optional.empty(), text);
    }
}
