package dev.gatekeeper.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run of the built plugin as the README's recipe starts it: Maven in an empty folder of its own, outside the checkout.
 *
 * @param maven Maven's home
 * @param options where Maven finds the plugin
 * @param version the plugin's
 * @param record where the verdict record is written
 */
public record IsolatedRun(Path maven, List<String> options, String version, Path record) {

    /** Judges {@code checkout} against {@code main}, with {@code environment} beside the process's own. */
    public MavenProcess.Result verify(Path checkout, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path gate = Files.createTempDirectory("gatekeeper-gate-");
        try {
            Files.createDirectory(gate.resolve(".mvn"));
            return new MavenProcess(maven, options).run(gate, environment, arguments(checkout));
        } finally {
            MavenProcess.delete(gate);
        }
    }

    private List<String> arguments(Path checkout) {
        return List.of(
                "-o",
                "-Dgatekeeper.repository=" + checkout,
                "-Dgatekeeper.target=refs/heads/main",
                "-Dgatekeeper.isolated=true",
                "-Dgatekeeper.record=" + record.toAbsolutePath(),
                "dev.gatekeeper:gatekeeper-maven-plugin:" + version + ":verify");
    }
}
