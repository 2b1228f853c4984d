package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** What a file is that was given for a signature: one, or one of the files that lie beside it where people sign. */
public enum FileKind {
    /** As far as can be told without reading it as one. */
    SIGNATURE("is a signature"),
    PRIVATE_KEY("is a private key"),
    PUBLIC_KEY("is a public key"),
    STATEMENT("is the statement, which is what gets signed");

    private static final Pattern PRIVATE =
            Pattern.compile("PRIVATE KEY( BLOCK)?-----|^PuTTY-User-Key-File-", Pattern.MULTILINE);

    private static final Pattern PUBLIC = Pattern.compile(
            "\\A(ssh-(rsa|dss|ed25519)|ecdsa-sha2-\\S+|sk-\\S+@openssh\\.com) AAAA|\\A-----BEGIN (RSA )?PUBLIC KEY-----|\\A---- BEGIN SSH2 ");

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /** What the file is, in words that follow its name. */
    public String words() {
        return words;
    }

    /** Of the file with {@code content}; some shells write UTF-16, or a byte order mark. */
    static FileKind of(byte[] content) {
        String text = new String(content, ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("\\A(\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)", "");
        if (PRIVATE.matcher(text).find()) {
            return PRIVATE_KEY;
        }
        if (PUBLIC.matcher(text).find()) {
            return PUBLIC_KEY;
        }
        return text.startsWith(Statement.FORMAT) ? STATEMENT : SIGNATURE;
    }
}
