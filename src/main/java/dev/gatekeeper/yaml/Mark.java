package dev.gatekeeper.yaml;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 */
public record Mark(int line, int column) {

    public Mark {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1");
        }
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
