package dev.gatekeeper.ssh;

import java.util.List;

/** What a file proves about a message to somebody who trusts some keys: all that this package can tell. */
sealed interface Proven {

    record Good(SshPublicKey key) implements Proven {}

    record OtherContent(SshPublicKey key) implements Proven {}

    record UnknownKey(String fingerprint) implements Proven {}

    record Malformed(String problem) implements Proven {}

    static Proven by(List<SshPublicKey> trusted, byte[] message, byte[] file) {
        try {
            SshSignature signature = SshSignature.read(file);
            if (!trusted.contains(signature.key())) {
                return new UnknownKey(signature.key().fingerprint());
            }
            return signature.isOver(message) ? new Good(signature.key()) : new OtherContent(signature.key());
        } catch (MalformedException e) {
            return new Malformed(e.problem());
        }
    }
}
