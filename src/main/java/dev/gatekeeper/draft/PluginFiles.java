package dev.gatekeeper.draft;

import java.util.Optional;

/**
 * The plugin that a pipeline downloads, and by what it knows that it is the right one.
 *
 * @param version its version
 * @param jarSha256 the SHA-256 of its jar, 64 hex digits; empty where it runs from no jar
 * @param pomSha256 likewise of its POM
 */
public record PluginFiles(String version, Optional<String> jarSha256, Optional<String> pomSha256) {

    private static final String JAR = "@jarSha256@";
    private static final String POM = "@pomSha256@";

    /** {@code text} with what is known in its places; a pipeline refuses to run as long as one is left. */
    String fillIn(String text) {
        return text.replace("@version@", version)
                .replace(JAR, jarSha256.orElse(JAR))
                .replace(POM, pomSha256.orElse(POM));
    }

    /** Whether {@code text} is a pipeline's that can't tell yet which plugin is the right one. */
    static boolean isLeftOpen(String text) {
        return text.contains(JAR) || text.contains(POM);
    }
}
