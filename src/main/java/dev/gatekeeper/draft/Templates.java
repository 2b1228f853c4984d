package dev.gatekeeper.draft;

import dev.gatekeeper.policy.DefaultPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that a repository begins with, packed into the plugin. */
final class Templates {

    private static final String VERSION = "version: 1\n\n";

    private Templates() {}

    /** The file {@code name} of this folder's resources. */
    static String text(String name) {
        try (InputStream resource = Templates.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the packed file " + name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy that judges as the built-in one does, with every other key beside its meaning. */
    static String policy() {
        String builtIn = DefaultPolicy.text();
        return text("policy-head.yaml") + builtIn.substring(builtIn.indexOf(VERSION) + VERSION.length());
    }
}
