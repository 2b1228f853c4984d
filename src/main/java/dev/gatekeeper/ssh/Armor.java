package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** The text around a signature: a first line, Base64, a last line, and nothing else. */
final class Armor {

    private static final int LIMIT = 16 * 1024;
    private static final String FIRST = "-----BEGIN SSH SIGNATURE-----";
    private static final String LAST = "-----END SSH SIGNATURE-----";

    private Armor() {}

    /** The bytes within {@code file}, whose lines end in LF or CRLF, the last one in either or nothing. */
    static byte[] open(byte[] file) throws MalformedException {
        require(file.length <= LIMIT, "the file has " + file.length + " bytes, and at most " + LIMIT + " are allowed");
        String text = new String(file, ISO_8859_1);
        require(
                !text.startsWith("\u00ff\u00fe") && !text.startsWith("\u00fe\u00ff"),
                "the file is UTF-16, as some shells write it");
        require(
                !text.startsWith("\u00ef\u00bb\u00bf"),
                "the file starts with a byte order mark, as some shells write it");
        List<String> lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        require(!lines.isEmpty() && lines.get(0).equals(FIRST), "the file's first line is not '" + FIRST + "'");
        require(lines.get(lines.size() - 1).equals(LAST), "the file's last line is not '" + LAST + "'");
        List<String> base64 = lines.subList(1, lines.size() - 1);
        require(base64.stream().noneMatch(String::isEmpty), "the file holds an empty line");
        return StrictBase64.decode("the file", String.join("", base64));
    }
}
