package dev.gatekeeper.maven;

import dev.gatekeeper.draft.PluginFiles;
import dev.gatekeeper.text.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** This plugin as it lies in a local repository: a jar, with its POM beside it; nothing where it runs from no jar. */
record PluginJar(Optional<Path> jar) {

    /** By what a pipeline that downloads it knows it, of version {@code version}. */
    PluginFiles files(String version) {
        return new PluginFiles(
                version, jar.flatMap(PluginJar::sha256), jar.map(PluginJar::pom).flatMap(PluginJar::sha256));
    }

    private static Path pom(Path jar) {
        return jar.resolveSibling(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", ".pom"));
    }

    private static Optional<String> sha256(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Digests.sha256(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
