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

    /** What stands in a pipeline as long as nobody knows the digest of the jar. */
    static final String UNKNOWN_JAR = "@jarSha256@";

    /** {@code text} with what is known in its places; a pipeline refuses to run as long as one is left. */
    String fillIn(String text) {
        return text.replace("@version@", version)
                .replace(UNKNOWN_JAR, jarSha256.orElse(UNKNOWN_JAR))
                .replace("@pomSha256@", pomSha256.orElse("@pomSha256@"));
    }
}
