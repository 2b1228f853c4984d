package dev.gatekeeper.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked of a run of the benchmark, by system properties.
 *
 * @param parts which to run
 * @param rounds how often each run is taken
 * @param folder what is generated
 * @param jar the packed plugin
 * @param base the packed plugin of another commit
 * @param maven the home of the Maven that builds
 * @param mavens versions
 * @param jdks versions
 * @param userRepository the local repository that this build uses
 * @param settings the settings of the integration tests
 */
record Settings(
        List<String> parts,
        Rounds rounds,
        Path folder,
        Path jar,
        Optional<Path> base,
        Path maven,
        List<String> mavens,
        List<String> jdks,
        Path userRepository,
        Path settings) {

    static Settings read() {
        return new Settings(
                list("part"),
                new Rounds(Integer.parseInt(value("rounds")), Integer.parseInt(value("patience"))),
                Path.of(value("folder")),
                Path.of(value("jar")),
                Optional.of(value("base")).filter(base -> !base.isEmpty()).map(Path::of),
                Path.of(value("maven")),
                list("mavens"),
                list("jdks"),
                Path.of(value("repository")),
                Path.of(value("settings")));
    }

    private static String value(String name) {
        String value = System.getProperty("bench." + name);
        if (value == null) {
            throw new IllegalArgumentException("bench." + name + " is missing: start it by mvn -Pbench verify");
        }
        return value.strip();
    }

    private static List<String> list(String name) {
        return Stream.of(value(name).split(",")).map(String::strip).toList();
    }

    Repositories repositories() throws IOException {
        return new Repositories(Files.createDirectories(folder.resolve("repositories")));
    }

    EngineProcess engine() {
        return new EngineProcess(jar, folder);
    }

    static Path testClasses() {
        try {
            return Path.of(Settings.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
