package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** The text around a signature: a first line, Base64, a last line, and nothing else. */
final class Armor {

    private static final int LIMIT = 16 * 1024;
    private static final String FIRST = "-----BEGIN SSH SIGNATURE-----";
    private static final String LAST = "-----END SSH SIGNATURE-----";

    /** What C's {@code isspace} takes for white space, but for the line feed. */
    private static final String BLANKS = " \t\u000B\f\r";

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
        require(text.indexOf(FIRST) <= 0, "the file holds something before '" + FIRST + "'");
        require(text.indexOf(FIRST, 1) < 0, "the file holds two signatures, and one is allowed");
        List<String> lines = List.of(text.split("\r?\n", -1));
        require(lines.get(0).equals(FIRST), "the file's first line is not '" + FIRST + "'");
        StringBuilder base64 = new StringBuilder();
        int at = 1;
        while (at < lines.size() && !lines.get(at).startsWith(LAST)) {
            base64.append(lines.get(at));
            at++;
        }
        require(at < lines.size(), "the file's last line is not '" + LAST + "'");
        requireEnd(lines.subList(at, lines.size()));
        requireDense(lines.subList(1, at));
        return StrictBase64.decode("the file", base64.toString());
    }

    /** Checks that {@code lines} are the last one and, after its end, nothing: ssh-keygen takes any text there. */
    private static void requireEnd(List<String> lines) throws MalformedException {
        boolean ends = lines.equals(List.of(LAST)) || lines.equals(List.of(LAST, ""));
        require(ends, "the file goes on after '" + LAST + "'");
    }

    /** Checks that {@code lines}, which start with the file's second, hold no blanks: ssh-keygen passes over them. */
    private static void requireDense(List<String> lines) throws MalformedException {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            require(!line.isEmpty(), "the file's line " + (i + 2) + " is empty");
            require(line.chars().noneMatch(Armor::isBlank), "the file's line " + (i + 2) + " holds a blank");
        }
    }

    private static boolean isBlank(int unit) {
        return BLANKS.indexOf(unit) >= 0;
    }
}
