package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dunicode.write} writes the tables anew, which a newer ICU4J with a newer Unicode asks for. */
class UnicodeTablesTest {

    private static final Path SOURCE = Path.of("src/main/java/dev/gatekeeper/text/UnicodeTables.java");

    @Test
    void areWhatTheGeneratorWrites() throws IOException {
        String generated = UnicodeTablesGenerator.source();
        if (System.getProperty("unicode.write") != null) {
            Files.writeString(SOURCE, generated);
        }
        assertThat(Files.readString(SOURCE)).isEqualTo(generated);
    }
}
