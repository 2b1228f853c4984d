package dev.gatekeeper.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run of the built plugin as the README's recipe starts it: Maven in an empty folder of its own, outside the checkout.
 *
 * @param maven Maven's home
 * @param options where Maven finds the plugin
 * @param version the plugin's
 * @param record where the verdict record is written
 */
public record IsolatedRun(Path maven, List<String> options, String version, Path record) {

    /**
     * What the run came to.
     *
     * @param log everything that Maven printed
     */
    public record Result(boolean passed, String log) {}

    /** Judges {@code checkout} against {@code main}, with {@code environment} beside the process's own. */
    public Result verify(Path checkout, Map<String, String> environment) throws IOException, InterruptedException {
        Path gate = Files.createTempDirectory("gatekeeper-gate-");
        try {
            Files.createDirectory(gate.resolve(".mvn"));
            return verify(checkout, environment, gate);
        } finally {
            delete(gate);
        }
    }

    private Result verify(Path checkout, Map<String, String> environment, Path gate)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command(checkout)).directory(gate.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String log;
        try (InputStream output = process.getInputStream()) {
            log = new String(output.readAllBytes(), Charset.defaultCharset());
        }
        return new Result(process.waitFor() == 0, log);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private List<String> command(Path checkout) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(maven.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-B",
                "-o",
                "-Dgatekeeper.repository=" + checkout,
                "-Dgatekeeper.target=refs/heads/main",
                "-Dgatekeeper.isolated=true",
                "-Dgatekeeper.record=" + record.toAbsolutePath(),
                "dev.gatekeeper:gatekeeper-maven-plugin:" + version + ":verify"));
        return command;
    }
}
