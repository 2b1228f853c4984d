package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Good;
import dev.gatekeeper.ssh.Proven.Malformed;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmorTest {

    private static final String FIRST = "-----BEGIN SSH SIGNATURE-----";
    private static final String LAST = "-----END SSH SIGNATURE-----";
    private static final Signer ED25519 = Signer.ed25519();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void takesEitherLineEndAndNoneAtTheEnd(String end) {
        String text = text().replace("\n", end);

        assertThat(verify(text)).isInstanceOf(Good.class);
        assertThat(verify(text.substring(0, text.length() - end.length()))).isInstanceOf(Good.class);
    }

    @Test
    void takesLinesOfAnyLength() {
        String base64 = text().replace(FIRST, "").replace(LAST, "").replace("\n", "");

        assertThat(verify(FIRST + "\n" + base64 + "\n" + LAST + "\n")).isInstanceOf(Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "a", "-----BEGIN PGP MESSAGE-----\n", "\t", "-", "> ", "$ cat jane.sig\n"})
    void asksForNothingBeforeTheFirstLine(String before) {
        assertThat(verify(before + text())).isEqualTo(new Malformed("the file holds something before '" + FIRST + "'"));
    }

    @Test
    void asksForTheFirstLine() {
        Malformed problem = new Malformed("the file's first line is not '" + FIRST + "'");

        assertThat(verify("")).isEqualTo(problem);
        assertThat(verify("\n")).isEqualTo(problem);
        assertThat(verify(text().substring(FIRST.length() + 1))).isEqualTo(problem);
        assertThat(verify(text().replace(FIRST, FIRST + " "))).isEqualTo(problem);
        assertThat(verify(text().replace(FIRST + "\n", FIRST))).isEqualTo(problem);
        assertThat(verify("-----BEGIN PGP SIGNATURE-----\niHUEABYK\n-----END PGP SIGNATURE-----\n"))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " ", "a", "\r", "\n\r", " \n", "\u0000"})
    void asksForNothingAfterTheLastLine(String after) {
        Malformed problem = new Malformed("the file goes on after '" + LAST + "'");

        assertThat(verify(text().strip() + after + "x")).isEqualTo(problem);
        assertThat(verify(text() + after + "\n")).isEqualTo(problem);
        assertThat(verify(text() + after + "\n" + LAST)).isEqualTo(problem);
    }

    @Test
    void asksForTheLastLine() {
        Malformed problem = new Malformed("the file's last line is not '" + LAST + "'");

        assertThat(verify(FIRST)).isEqualTo(problem);
        assertThat(verify(text().replace(LAST, ""))).isEqualTo(problem);
        assertThat(verify(text().replace(LAST, " " + LAST))).isEqualTo(problem);
        assertThat(verify(text().replace("\n" + LAST, LAST))).isEqualTo(problem);
        assertThat(verify(text().replace(LAST, LAST.substring(1)))).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " ", "text\n"})
    void refusesTwoSignaturesInOneFile(String between) {
        Malformed problem = new Malformed("the file holds two signatures, and one is allowed");

        assertThat(verify(text() + between + text())).isEqualTo(problem);
        assertThat(verify(text().strip() + between + text())).isEqualTo(problem);
        assertThat(verify(text() + between + FIRST)).isEqualTo(problem);
        assertThat(verify(FIRST + "\n" + between + text())).isEqualTo(problem);
    }

    @Test
    void refusesEmptyLinesAndSaysWhich() {
        assertThat(verify(text().replace(LAST, "\n" + LAST)))
                .isEqualTo(new Malformed("the file's line " + linesOf(text()) + " is empty"));
        assertThat(verify(text().replace(FIRST, FIRST + "\n"))).isEqualTo(new Malformed("the file's line 2 is empty"));
        assertThat(verify(text().replace(FIRST, FIRST + "\r\n")))
                .isEqualTo(new Malformed("the file's line 2 is empty"));
        assertThat(verify(FIRST + "\n\n" + LAST)).isEqualTo(new Malformed("the file's line 2 is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\r\r", "\u000b", "\f", "   "})
    void refusesBlanksWithinBase64AndSaysWhere(String blank) {
        assertThat(verify(text().replace(FIRST + "\n", FIRST + "\n" + blank)))
                .isEqualTo(new Malformed("the file's line 2 holds a blank"));
        assertThat(verify(text().replace("\n" + LAST, blank + "\n" + LAST)))
                .isEqualTo(new Malformed("the file's line " + (linesOf(text()) - 1) + " holds a blank"));
    }

    @Test
    void refusesNothingBetween() {
        assertThat(verify(FIRST + "\n" + LAST))
                .isEqualTo(new Malformed("the file is not whole Base64: characters are missing, changed or added"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "-", "_", "=", "!", "\u00a0"})
    void refusesOtherCharactersWithinBase64(String character) {
        assertThat(verify(text().replace("\n" + LAST, character + "\n" + LAST)))
                .isEqualTo(new Malformed("the file is not whole Base64: characters are missing, changed or added"));
    }

    @Test
    void refusesFilesThatShellsTranslated() {
        assertThat(verify(text().getBytes(UTF_16)))
                .isEqualTo(new Malformed("the file is UTF-16, as some shells write it"));
        assertThat(verify("\u00ff\u00fe" + text()))
                .isEqualTo(new Malformed("the file is UTF-16, as some shells write it"));
        assertThat(verify("\u00ef\u00bb\u00bf" + text()))
                .isEqualTo(new Malformed("the file starts with a byte order mark, as some shells write it"));
    }

    @Test
    void refusesLargeFiles() {
        int most = 16 * 1024;
        Consumer<Integer> check = length -> assertThat(verify("x".repeat(length)))
                .isEqualTo(new Malformed(
                        length > most
                                ? "the file has " + length + " bytes, and at most 16384 are allowed"
                                : "the file's first line is not '" + FIRST + "'"));
        check.accept(most);
        check.accept(most + 1);
    }

    private static int linesOf(String text) {
        return (int) text.lines().count();
    }

    private static String text() {
        return new String(new Forge(ED25519).file(Samples.STATEMENT), ISO_8859_1);
    }

    private static Proven verify(String text) {
        return verify(text.getBytes(ISO_8859_1));
    }

    private static Proven verify(byte[] file) {
        return Samples.verify(Samples.keys(ED25519.line()), file);
    }
}
