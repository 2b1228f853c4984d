package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Person;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitPeopleTest {

    private static final Person ADA = new Person("Ada", "ada@x");
    private static final Person JANE = new Person("Jane Smith", "jane@x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Co-authored-by: Jane Smith <jane@x>",
                "co-authored-by: Jane Smith <jane@x>",
                "Co-authored-by:Jane Smith <jane@x>",
                "CO-AUTHORED-BY:Jane Smith<jane@x>",
                "   \tCo-Authored-By :  Jane Smith  < jane@x > ",
                "text\r\nCo-authored-by: Jane Smith <jane@x>\r\nmore",
                "text\rCo-authored-by: Jane Smith <jane@x>",
                "\u00a0\u2003\u200b\ufeffCo-authored-by: Jane Smith <jane@x",
                "\u3164\ud80d\udc3fCo-authored-by\u00a0: Jane Smith <jane@x>",
                "Co-authored-by: \u00a0Jane Smith\u001c <\u3000jane@x\u00a0>",
            })
    void findsCoAuthorsInAnyShape(String message) {
        Set<Person> people = people(commit("Ada <ada@x> 1 +0000", "Subject\n\n" + message, UTF_8));
        assertThat(people).containsExactlyInAnyOrder(ADA, JANE);
    }

    /** As git unfolds trailers, and as people write what no tool reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Co-authored-by:\n Jane Smith <jane@x>",
                "Co-authored-by: Carol <carol@x>,\n\tJane Smith <jane@x>\nmore",
                "Co-authored-by: Carol <carol@x>, Jane Smith <jane@x>",
                "Co-authored-by: Carol <carol@x> and Jane Smith <jane@x>",
                "Co-authored-by: Carol & Jane Smith <jane@x>",
                "Co-authored-by: Jane Smith, Carol",
                "Co-authored-by: Jane Smith\u00a0and\u00a0Carol <carol@x>",
                "Co-authored-by: Jane\u2003Smith \u2028 and Carol <carol@x>",
                "Co-authored-by: \"Jane Smith\" <other@x>",
                "Co-authored-by: Jane Smith (jane@x)",
                "Co-authored-by: jane@x (Jane Smith)",
                "Co-authored-by: Jane Smith jane@x",
                "* Co-authored-by: Jane Smith <jane@x>",
                "> > - Co-authored-by: Jane Smith <jane@x>",
                "Co-authored-by: Carol <carol@x>\n Co-authored-by: Jane Smith <jane@x>",
            })
    void findsEverybodyWhomATrailerNames(String message) {
        Set<Person> people = people(commit("Ada <ada@x> 1 +0000", "Subject\n\n" + message, UTF_8));
        assertThat(people)
                .anyMatch(person ->
                        person.name().equals("Jane Smith") || person.email().equals("jane@x"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada <ada@x> 1 +0000, Ada, ada@x",
        "Ada <ada@x>, Ada, ada@x",
        "Ada <ada@x> <jane@x> 1 +0000, Ada, ada@x",
        "<ada@x> 1 +0000, '', ada@x",
        "Ada <> 1 +0000, Ada, ''",
        "Ada 1700000000 +0000, Ada, ''",
        "Ada 1700000000, Ada, ''",
        "ada@x 1 +0000, ada@x, ada@x",
        "Ada <ada@x, Ada, ada@x",
    })
    void takesPeopleAsTheyStandThere(String ident, String name, String email) {
        assertThat(people(commit(ident, "Subject", UTF_8))).containsExactly(new Person(name, email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " 1 +0000", " <> 1 +0000"})
    void passesOverNobody(String ident) {
        assertThat(people(commit(ident, "Subject\n\nCo-authored-by:\nCo-authored-by Jane", UTF_8)))
                .isEmpty();
    }

    @Test
    void seesEveryHeaderThatNamesSomebody() {
        byte[] commit = "tree x\nauthor Ada <ada@x> 1 +0000\nauthor Jane Smith <jane@x> 1 +0000".getBytes(UTF_8);
        assertThat(people(commit)).containsExactlyInAnyOrder(ADA, JANE);
        assertThat(people(new byte[0])).isEmpty();
    }

    @Test
    void readsHeadersOnlyAboveTheMessage() {
        assertThat(people(commit("Ada <ada@x> 1 +0000", "Subject\nauthor Jane Smith <jane@x> 1 +0000", UTF_8)))
                .containsExactly(ADA);
    }

    @Test
    void decodesUtf8AndElseLatin1() {
        assertThat(people(commit("J\u00f8rgen <j@x> 1 +0000", "S", UTF_8)))
                .containsExactly(new Person("J\u00f8rgen", "j@x"));
        assertThat(people(commit("J\u00f8rgen <j@x> 1 +0000", "S", ISO_8859_1)))
                .containsExactly(new Person("J\u00f8rgen", "j@x"));
    }

    @Test
    void decodesTheDeclaredEncoding() {
        byte[] commit = commit("\u0141ukasz <l@x> 1 +0000\nencoding iso-8859-2", "S", Charset.forName("ISO-8859-2"));
        assertThat(people(commit)).contains(new Person("\u0141ukasz", "l@x"));
    }

    /** A declared encoding in which nothing makes sense must hide nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "IBM037", "no such", "", "UTF-7"})
    void isNotBlindedByTheDeclaredEncoding(String encoding) {
        byte[] commit =
                commit("Ada <ada@x> 1 +0000\nencoding " + encoding, "S\n\nCo-authored-by: Jane Smith <jane@x>", UTF_8);
        assertThat(people(commit)).contains(ADA, JANE);
    }

    @Test
    void findsCoAuthorsInTheDeclaredEncoding() {
        ByteArrayOutputStream commit = new ByteArrayOutputStream();
        commit.writeBytes("tree x\nauthor Ada <ada@x> 1 +0000\nencoding UTF-16BE\n\n".getBytes(UTF_8));
        commit.writeBytes("S\nCo-authored-by: Jane Smith <jane@x>".getBytes(UTF_16BE));
        assertThat(people(commit.toByteArray())).contains(ADA, JANE);
    }

    @Test
    void readsHostileMessagesInLinearTime() {
        String blanks = " ".repeat(300_000) + "\n".repeat(300_000) + "co-authored-by" + " ".repeat(300_000);
        byte[] commit = commit("Ada" + " 1".repeat(300_000), blanks, UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> people(commit));
        byte[] trailers =
                commit("Ada", " co-authored-by: a\n".repeat(100_000) + " and so on,\n".repeat(100_000), UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> people(trailers));
    }

    private static Set<Person> people(byte[] commit) {
        try {
            return CommitPeople.of("", commit).stream().map(Author::person).collect(Collectors.toSet());
        } catch (CommitPeople.UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] commit(String author, String message, Charset charset) {
        return ("tree x\nauthor " + author + "\n\n" + message).getBytes(charset);
    }
}
