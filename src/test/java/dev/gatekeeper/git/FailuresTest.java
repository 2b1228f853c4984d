package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which of several exceptions is told, where one wraps another. */
class FailuresTest {

    @Test
    void tellsTheInnerOneWhereTheOuterAddsNothing() {
        assertThat(told(new IOException(inner()))).contains("can't be read: the pack is cut off.");
        assertThat(told(new UncheckedIOException("wrapped", inner())))
                .contains("the pack is cut off")
                .doesNotContain("wrapped");
        assertThat(told(new IllegalStateException(inner()))).contains("can't be read: the pack is cut off.");
    }

    @Test
    void tellsTheOuterOneWhereItSaysMore() {
        assertThat(told(new IOException("object 1234 is damaged", inner())))
                .contains("can't be read: object 1234 is damaged.")
                .doesNotContain("cut off");
        assertThat(told(new IllegalStateException("a tree's entry is odd", new IllegalArgumentException("odd"))))
                .contains("can't be read: a tree's entry is odd.");
    }

    private static IOException inner() {
        return new IOException("the pack is cut off");
    }

    private static String told(Exception thrown) {
        return Refusals.of(() -> Failures.guard(Path.of("/r"), () -> {
            if (thrown instanceof IOException failure) {
                throw failure;
            }
            throw (RuntimeException) thrown;
        }));
    }
}
