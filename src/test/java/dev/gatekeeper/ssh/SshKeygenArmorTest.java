package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Good;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What OpenSSH and Gatekeeper say to the same signature in files that are written differently. */
@EnabledIf("dev.gatekeeper.ssh.SshKeygen#isThere")
class SshKeygenArmorTest {

    private static final String FIRST = "-----BEGIN SSH SIGNATURE-----";
    private static final String LAST = "-----END SSH SIGNATURE-----";
    private static final String LINE = Samples.line("ed25519");
    private static final String TEXT = new String(Samples.signature("ed25519"), ISO_8859_1);
    private static final String BASE64 =
            TEXT.replace(FIRST, "").replace(LAST, "").replace("\n", "");

    @TempDir
    private Path folder;

    @Test
    void bothTake() throws IOException {
        assertJudged(
                true,
                true,
                Map.of(
                        "as it is", TEXT,
                        "no last line end", TEXT.strip(),
                        "one long line", FIRST + "\n" + BASE64 + "\n" + LAST + "\n",
                        "short lines", FIRST + "\n" + BASE64.replaceAll("(.{7})", "$1\n") + "\n" + LAST + "\n",
                        "CR in one line", FIRST + "\n" + BASE64 + "\r\n" + LAST + "\n"));
    }

    @Test
    void bothRefuse() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("nothing", "");
        files.put("text before", "Here it is:\n" + TEXT);
        files.put("an empty line before", "\n" + TEXT);
        files.put("a byte order mark", "\u00ef\u00bb\u00bf" + TEXT);
        files.put("a blank after the first line", TEXT.replace(FIRST, FIRST + " "));
        files.put("no last line", TEXT.replace(LAST, ""));
        files.put("an indented last line", TEXT.replace(LAST, " " + LAST));
        files.put("all on one line", TEXT.replace("\n", " "));
        files.put("another alphabet of Base64", FIRST + "\n-_" + BASE64.substring(2) + "\n" + LAST + "\n");
        files.put("padding too much", FIRST + "\n" + BASE64 + "\n====\n" + LAST + "\n");
        files.put("padding too little", FIRST + "\n" + BASE64.replaceAll(".=*$", "") + "\n" + LAST + "\n");
        files.put("a NUL within", FIRST + "\n" + BASE64.replaceFirst("....", "$0\u0000") + "\n" + LAST + "\n");
        assertJudged(false, false, files);
    }

    /** docs/approving.md says so. */
    @Test
    void sshKeygenTakesMore() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("text after", TEXT + "Regards, Jane\n");
        files.put("an empty line after", TEXT + "\n");
        files.put("text on the last line", TEXT.strip() + " Regards\n");
        files.put("another signature after", TEXT + new String(Samples.signature("rsa2048"), ISO_8859_1));
        files.put("an empty line first", TEXT.replace(FIRST, FIRST + "\n"));
        files.put("an empty line last", TEXT.replace(LAST, "\n" + LAST));
        files.put("a blank", TEXT.replace("\n" + LAST, " \n" + LAST));
        files.put("a tab", TEXT.replace(FIRST + "\n", FIRST + "\n\t"));
        files.put("a NUL at the end", FIRST + "\n" + BASE64 + "\u0000\n" + LAST + "\n");
        assertJudged(false, true, files);
    }

    /** docs/approving.md says so. */
    @Test
    void gatekeeperTakesMore() throws IOException {
        assertJudged(
                true,
                false,
                Map.of("CRLF", TEXT.replace("\n", "\r\n"), "CRLF once", TEXT.replace(FIRST, FIRST + "\r")));
    }

    private void assertJudged(boolean gatekeeper, boolean openSsh, Map<String, String> files) throws IOException {
        SshKeygen keygen = new SshKeygen(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            byte[] bytes = file.getValue().getBytes(ISO_8859_1);
            assertThat(Samples.verify(Samples.keys(LINE), bytes) instanceof Good)
                    .as(file.getKey())
                    .isEqualTo(gatekeeper);
            assertThat(keygen.verifies(LINE, Samples.STATEMENT, bytes))
                    .as("ssh-keygen on %s", file.getKey())
                    .isEqualTo(openSsh);
        }
    }
}
