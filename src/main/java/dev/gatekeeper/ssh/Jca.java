package dev.gatekeeper.ssh;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.KeySpec;

/** The JDK's cryptography, asked only what every complete Java answers. */
final class Jca {

    private Jca() {}

    /** The hash of {@code bytes}; {@code algorithm} is the JDK's name. */
    static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw incomplete(algorithm, e);
        }
    }

    /** The public key that {@code spec} describes, which is checked already. */
    static PublicKey publicKey(String algorithm, KeySpec spec) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw incomplete(algorithm, e);
        }
    }

    /** Whether {@code signature} is one of {@code signed} by {@code key}. */
    static boolean verifies(String algorithm, PublicKey key, byte[] signature, byte[] signed) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw incomplete(algorithm, e);
        }
    }

    static CannotDecideException incomplete(String algorithm, GeneralSecurityException cause) {
        return new CannotDecideException(
                UndecidedCode.JAVA_INCOMPLETE,
                "this Java can't check signatures: it doesn't have '" + algorithm + "'",
                "Run Maven with a complete JDK 17 or newer.",
                cause);
    }
}
