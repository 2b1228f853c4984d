package dev.gatekeeper.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The policy that judges where the target has none: the published example, packed into the plugin. */
public final class DefaultPolicy {

    private static final String RESOURCE = "/dev/gatekeeper/policy/default/policy.yaml";

    private DefaultPolicy() {}

    public static Policy get() {
        byte[] bytes = bytes();
        if (PolicyReader.read(bytes, Origin.BUILT_IN, blob(bytes)) instanceof PolicyReading.Valid valid) {
            return valid.policy();
        }
        throw new IllegalStateException("the packed policy is damaged");
    }

    private static byte[] bytes() {
        try (InputStream resource = DefaultPolicy.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the packed policy is missing");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id that git gives the file's content. */
    private static String blob(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
