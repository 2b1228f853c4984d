package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailmapTest {

    private static final List<String> NAMES =
            List.of("Jane Smith", "jane smith", "JS", "Omar", "\u00d6mer", "o", "a b c", "#", "Jane\tS");
    private static final List<String> EMAILS =
            List.of("jane@new", "JANE@new", "jane@old", "bugs@localhost", "o@x", "", " o@x ", "x y", "<o", "\u00f6@x");
    private static final List<String> BETWEEN = List.of("", " ", "  ", "\t", " \t ");
    private static final List<String> ENDS =
            List.of("", "", "", "\r", " ", " # why", " <more@x>", " x <more@x> y", ">");

    /** The four forms of a line, in the order of git's manual. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Jane Smith <jane@old>                 | J <Jane@Old>       | Jane Smith <Jane@Old>
            <jane@new> <jane@old>                 | J <jane@old>       | J <jane@new>
            Jane Smith <jane@new> <jane@old>      | J <jane@old>       | Jane Smith <jane@new>
            Jane Smith <jane@new> J <bugs@local>  | j <bugs@local>     | Jane Smith <jane@new>
            Jane Smith <jane@new> J <bugs@local>  | Joe <bugs@local>   | Joe <bugs@local>
            # Jane Smith <jane@old>               | J <jane@old>       | J <jane@old>
            Jane Smith <jane@old                  | J <jane@old>       | J <jane@old>
            """)
    void saysWhomCommitsMean(String line, String person, String proper) {
        assertThat(mailmap("\n" + line + "\n").proper(person(person))).hasToString(proper);
    }

    @Test
    void takesTheNamesOfOneLineAndTheEmailOfAnother() {
        Mailmap mailmap = mailmap("Jane Smith <jane@old>\r\n<jane@new> <JANE@OLD>\r\nJ. <jane@old>");

        assertThat(mailmap.proper(person("x <jane@old>"))).hasToString("J. <jane@new>");
    }

    /** What git does only when it is asked again. */
    @Test
    void knowsSomebodyByWayOfOtherLines() {
        Mailmap mailmap = mailmap("<b@x> <a@x>\n<c@x> <b@x>\nCy <a@x> <c@x>\n");

        assertThat(mailmap.known(person("A <a@x>")))
                .extracting(known -> known.person().toString())
                .containsExactly("A <a@x>", "A <b@x>", "A <c@x>", "Cy <a@x>", "Cy <b@x>", "Cy <c@x>");
    }

    /** Two circles of 1,000 lines, in one of which each turn in the other is another name: a million steps. */
    @Test
    void followsNobodyForEver() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            lines.append("<%d@x> <%d@x>\n".formatted((i + 1) % 1000, i));
            lines.append("N%d <1@x> N%d <0@x>\n".formatted((i + 1) % 1000, i));
        }

        assertThat(mailmap(lines.toString()).known(person("N0 <0@x>"))).hasSize(50);
    }

    /** Names are compared as those of a policy are: the same letters in another form are the same name. */
    @Test
    void comparesAsPoliciesDo() {
        assertThat(mailmap("Omer <o@new> \u00d6mer  B <o@old>").proper(person("o\u0308mer B <o@old>")))
                .hasToString("Omer <o@new>");
    }

    @Test
    void readsLinesInLatin1AndBehindAByteOrderMark() {
        String bytes = new String("\uFEFFJane <jane@old>\n".getBytes(UTF_8), ISO_8859_1) + "\u00d6mer <o@old>\n";
        Mailmap mailmap = Mailmap.of(FileContent.of(bytes.getBytes(ISO_8859_1)));

        assertThat(mailmap.proper(person("x <jane@old>"))).hasToString("Jane <jane@old>");
        assertThat(mailmap.proper(person("x <o@old>"))).hasToString("\u00d6mer <o@old>");
    }

    @Test
    void saysNothingWhereItCantBeTaken() {
        assertThat(Mailmap.of(FileContent.none(FileContent.Flaw.MISSING, 9)).problem())
                .isEmpty();
        assertThat(Mailmap.of(FileContent.none(FileContent.Flaw.NOT_REGULAR, 9)).problem())
                .contains("is not a regular file");
        assertThat(Mailmap.of(FileContent.none(FileContent.Flaw.TOO_LARGE, Mailmap.MAX_BYTES))
                        .problem())
                .contains("is larger than 1024 KiB");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void saysWhatGitSays(long seed, @TempDir Path folder) throws IOException {
        assumeTrue(NativeGit.isThere());
        NativeGit git = new NativeGit(folder);
        git.git("init", "-q");
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder asked = new StringBuilder();
        List<Person> people = new ArrayList<>();
        for (String name : NAMES) {
            for (String email : EMAILS) {
                // Git cuts off the blanks at the ends of an email that it is asked about, and takes '<o' for another
                // name.
                if (!email.startsWith(" ") && !email.startsWith("<")) {
                    people.add(new Person(name, email));
                    asked.append(name).append(" <").append(email).append(">\n");
                }
            }
        }
        int mapped = 0;
        for (int i = 0; i < 60; i++) {
            byte[] file = lines(random).getBytes(UTF_8);
            Files.write(folder.resolve(".mailmap"), file);
            NativeGit.Result said =
                    git.run(new String(asked.toString().getBytes(UTF_8), ISO_8859_1), "check-mailmap", "--stdin");
            List<String> shown =
                    new String(said.out().getBytes(ISO_8859_1), UTF_8).lines().toList();
            Mailmap mailmap = Mailmap.of(FileContent.of(file));
            List<String> own = new ArrayList<>();
            for (Person person : people) {
                Person proper = mailmap.proper(person);
                mapped += proper.equals(person) ? 0 : 1;
                own.add(proper.name() + " <" + proper.email() + ">");
            }
            assertThat(own).as(new String(file, UTF_8)).isEqualTo(shown);
        }
        assertThat(mapped).isPositive();
    }

    private static String lines(SplittableRandom random) {
        StringBuilder lines = new StringBuilder();
        for (int line = random.nextInt(12); line > 0; line--) {
            for (int ident = random.nextInt(1, 3); ident > 0; ident--) {
                lines.append(one(random, BETWEEN));
                lines.append(random.nextInt(3) == 0 ? "" : one(random, NAMES)).append(one(random, BETWEEN));
                lines.append(random.nextInt(20) == 0 ? "" : "<").append(one(random, EMAILS));
                lines.append(random.nextInt(20) == 0 ? "" : ">").append(one(random, BETWEEN));
            }
            lines.append(one(random, ENDS)).append('\n');
        }
        return lines.toString();
    }

    private static String one(SplittableRandom random, List<String> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static Mailmap mailmap(String text) {
        return Mailmap.of(FileContent.of(text.getBytes(UTF_8)));
    }

    private static Person person(String text) {
        int open = text.indexOf('<');
        return new Person(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
    }
}
