package dev.gatekeeper.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packed engine in a JVM of its own, without Maven.
 *
 * @param jar the plugin as it is published
 * @param folder where its record and its log go
 */
record EngineProcess(Path jar, Path folder) {

    private static final Pattern NO_MEMORY = Pattern.compile("OutOfMemoryError|memory|maximum heap");

    /** The time of a JVM that does nothing. */
    double nothing() throws IOException, InterruptedException {
        return Rounds.milliseconds(() -> {
            if (start(List.of(), List.of()).waitFor() != 0) {
                throw new IllegalStateException(log());
            }
        });
    }

    /** The time in which {@code change} is judged. */
    double judge(BenchChange change) throws IOException, InterruptedException {
        double time = Rounds.milliseconds(() -> passes(change, List.of()));
        change.check("PASSED", record(), log());
        return time;
    }

    /** Whether {@code change} is judged with these options of the JVM; only a lack of memory may be the reason that it is not. */
    boolean judges(BenchChange change, List<String> options) throws IOException, InterruptedException {
        Files.deleteIfExists(record());
        boolean ended = passes(change, options);
        if (!ended || !Files.exists(record()) || NO_MEMORY.matcher(log()).find()) {
            if (!NO_MEMORY.matcher(log()).find()) {
                throw new IllegalStateException(log());
            }
            return false;
        }
        change.check("PASSED", record(), log());
        return true;
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("engine.log"));
    }

    private boolean passes(BenchChange change, List<String> options) throws IOException, InterruptedException {
        List<String> arguments =
                List.of(change.repository().toString(), change.target(), change.head(), record().toString());
        return start(options, arguments).waitFor() == 0;
    }

    private Path record() {
        return folder.resolve("verdict.json");
    }

    /** The published jar, what starts it, and what Maven lends it. */
    private String classPath() {
        return Stream.concat(
                        Stream.of(jar.toString(), Settings.testClasses().toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.contains(File.separator + "slf4j-")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process start(List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Judging.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("engine.log").toFile())
                .start();
    }
}
