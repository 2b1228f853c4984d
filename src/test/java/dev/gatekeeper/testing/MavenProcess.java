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
 * A Maven, to be started for a test.
 *
 * @param home Maven's home
 * @param options where it finds the plugin
 */
public record MavenProcess(Path home, List<String> options) {

    /**
     * What the run came to.
     *
     * @param log everything that Maven printed
     */
    public record Result(boolean passed, String log) {}

    /** Starts it in {@code folder}, with {@code environment} beside the process's own. */
    public Result run(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(home.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString());
        command.addAll(options);
        command.add("-B");
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String log;
        try (InputStream output = process.getInputStream()) {
            log = new String(output.readAllBytes(), Charset.defaultCharset());
        }
        return new Result(process.waitFor() == 0, log);
    }

    /** Deletes {@code folder} with all below. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
