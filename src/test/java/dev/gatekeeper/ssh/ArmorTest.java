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
    @ValueSource(strings = {"", "\n", " ", "a", "-----BEGIN PGP SIGNATURE-----\n", "\t", "-"})
    void asksForTheFirstLine(String before) {
        String text = before.isEmpty() ? text().substring(FIRST.length() + 1) : before + text();

        assertThat(verify(text)).isEqualTo(new Malformed("the file's first line is not '" + FIRST + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "a", "\r", "\n\r", " \n", "\u0000", "\n-----BEGIN SSH SIGNATURE-----\n"})
    void asksForTheLastLine(String after) {
        assertThat(verify(text() + after)).isEqualTo(new Malformed("the file's last line is not '" + LAST + "'"));
        assertThat(verify(text().strip() + after + "x"))
                .isEqualTo(new Malformed("the file's last line is not '" + LAST + "'"));
    }

    @Test
    void refusesTwoSignaturesInOneFile() {
        assertThat(verify(text() + text()))
                .isEqualTo(new Malformed("the file is not whole Base64: characters are missing, changed or added"));
    }

    @Test
    void refusesEmptyLinesAndNothing() {
        assertThat(verify(text().replace(LAST, "\n" + LAST))).isEqualTo(new Malformed("the file holds an empty line"));
        assertThat(verify(FIRST + "\n" + LAST))
                .isEqualTo(new Malformed("the file is not whole Base64: characters are missing, changed or added"));
        assertThat(verify(FIRST + "\n\n" + LAST)).isEqualTo(new Malformed("the file holds an empty line"));
        assertThat(verify(FIRST)).isEqualTo(new Malformed("the file's last line is not '" + LAST + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\r\r", "\u0000", "-", "_", "=", "\u000b"})
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
