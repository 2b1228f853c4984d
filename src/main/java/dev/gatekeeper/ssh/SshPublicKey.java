package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import dev.gatekeeper.text.Words;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** An SSH public key that can approve; equal to another when their blobs are the same bytes. */
public final class SshPublicKey {

    private final String kind;
    private final byte[] blob;
    private final VerifyingKey key;

    private SshPublicKey(String kind, byte[] blob, VerifyingKey key) {
        this.kind = kind;
        this.blob = blob;
        this.key = key;
    }

    /** Reads a key as {@code id_ed25519.pub} holds it: kind, Base64 blob and, if there is one, a comment. */
    public static SshPublicKey ofLine(String line) throws MalformedException {
        String text = line.strip();
        PastedText.requireNoBlock(text);
        // YAML's own name for it, since the line end that a block keeps is nowhere to be seen.
        require(
                !line.endsWith("\n") || text.indexOf('\n') >= 0,
                "the key ends with a line break, as a text below '|' or '>' does; write it on one line, in quotes");
        require(!holdsControl(line), "the key holds a line break or a control character");
        String[] words = text.split("[ \t]+");
        require(words.length >= 2, "the key is not a kind and Base64, as a '.pub' file holds them");
        if (!VerifyingKey.KINDS.contains(words[0])) {
            PastedText.requireNothingBeforeKind(List.of(words));
            VerifyingKey.requireKind(words[0]);
        }
        SshPublicKey key = ofBlob(StrictBase64.decode("the key", words[1]));
        require(
                key.kind.equals(words[0]),
                "the key's kind is " + Words.quote(words[0]) + ", and its Base64 says '" + key.kind + "'");
        return key;
    }

    /** Other than tabs. */
    private static boolean holdsControl(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) != '\t' && Character.isISOControl(line.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Reads the blob of a key. */
    static SshPublicKey ofBlob(byte[] blob) throws MalformedException {
        WireReader reader = new WireReader("the key", blob);
        String kind = reader.text();
        VerifyingKey key = VerifyingKey.read(kind, reader);
        reader.end();
        return new SshPublicKey(kind, blob, key);
    }

    /** Reads the blob of a signature by this key. */
    SignatureVerifier readSignature(byte[] signature) throws MalformedException {
        WireReader reader = new WireReader("the signature", signature);
        SignatureVerifier check = key.readSignature(reader.text(), reader);
        reader.end();
        return check;
    }

    /** OpenSSH's name of the kind of key, such as {@code ssh-ed25519}. */
    String kind() {
        return kind;
    }

    /** The fingerprint as OpenSSH prints it: {@code SHA256:} and 43 characters of Base64. */
    public String fingerprint() {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Jca.hash("SHA-256", blob));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SshPublicKey same && Arrays.equals(blob, same.blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }

    @Override
    public String toString() {
        return kind + " " + fingerprint();
    }
}
