package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.GoldenCase;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Judges every {@code golden/NAME.case} and holds what is printed against {@code golden/NAME.txt}; a new case is two files and no
 * code. {@code -Dgolden.write} writes the texts anew, to be read line by line before they are committed.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".case"))
                    .map(name -> name.substring(0, name.length() - ".case".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printsWhatItPrinted(String name) throws IOException {
        Outcome<Judgement> outcome = GoldenCase.judge(
                Files.readString(FOLDER.resolve(name + ".case")), Files.readString(FOLDER.resolve("policy.yaml")));
        String printed = Stream.of(
                        Stream.of(Results.word(outcome)),
                        Results.lines(outcome).stream().map(line -> "[" + line.severity() + "] " + line.text()),
                        Results.failure(outcome).stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
        Path expected = FOLDER.resolve(name + ".txt");
        if (System.getProperty("golden.write") != null) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
    }
}
