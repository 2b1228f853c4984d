package dev.gatekeeper.policy;

import dev.gatekeeper.text.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policy that judges where the target has none: the published example, packed into the plugin. */
public final class DefaultPolicy {

    private static final String RESOURCE = "/dev/gatekeeper/policy/default/policy.yaml";

    private DefaultPolicy() {}

    public static Policy get() {
        byte[] bytes = bytes();
        if (PolicyReader.read(bytes, Origin.BUILT_IN, Digests.blobId(bytes)) instanceof PolicyReading.Valid valid) {
            return valid.policy();
        }
        throw new IllegalStateException("the packed policy is damaged");
    }

    /** As it stands in its file. */
    public static String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
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
}
