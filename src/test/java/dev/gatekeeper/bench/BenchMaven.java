package dev.gatekeeper.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.testing.MavenProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A Maven on a JDK, whose local repositories are thrown away.
 *
 * @param javaHome the JDK's home
 */
record BenchMaven(String version, String jdk, MavenProcess process, Path javaHome) {

    private static final String PLUGIN = "META-INF/maven/plugin.xml";
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    static List<BenchMaven> all(Settings settings) throws IOException, InterruptedException {
        Path xml = settings.folder().resolve("settings.xml");
        String from = settings.userRepository().toUri().toString();
        Files.writeString(
                xml, Files.readString(settings.settings(), UTF_8).replace("@localRepositoryUrl@", from), UTF_8);
        List<BenchMaven> all = new ArrayList<>();
        for (String version : settings.mavens()) {
            Path home = unpacked(settings, version);
            for (String jdk : settings.jdks()) {
                MavenProcess process = new MavenProcess(home, List.of("-q", "-s", xml.toString()));
                all.add(new BenchMaven(version, jdk, process, jdk(jdk)));
            }
        }
        return all;
    }

    /** The Maven of that version, fetched by the one that builds. */
    private static Path unpacked(Settings settings, String version) throws IOException, InterruptedException {
        Path mavens = Files.createDirectories(settings.folder().resolve("mavens"));
        Path home = mavens.resolve("apache-maven-" + version);
        if (!Files.exists(home.resolve("bin/mvn"))) {
            MavenProcess.Result result = new MavenProcess(settings.maven(), List.of("-q", "-ntp"))
                    .run(
                            mavens,
                            Map.of("MAVEN_OPTS", "", "MAVEN_ARGS", ""),
                            List.of(
                                    "-Dmaven.repo.local=" + settings.userRepository(),
                                    "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
                                    "-DoutputDirectory=" + mavens,
                                    "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:unpack"));
            if (!result.passed()) {
                throw new IllegalStateException(result.log());
            }
        }
        return home;
    }

    String name() {
        return "Maven " + version + ", JDK " + jdk;
    }

    /** Runs it as a fresh shell would, without anybody's options. */
    MavenProcess.Result run(Path folder, String javaOptions, List<String> arguments)
            throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("JAVA_HOME", javaHome.toString(), "MAVEN_OPTS", javaOptions, "MAVEN_ARGS", "");
        return process.run(folder, environment, arguments);
    }

    /** Where JAVA_17_HOME, say, names it, or else where Linux has it. */
    private static Path jdk(String version) throws IOException {
        Optional<Path> named =
                Optional.ofNullable(System.getenv("JAVA_" + version + "_HOME")).map(Path::of);
        Path installed = Path.of("/usr/lib/jvm");
        List<Path> candidates = new ArrayList<>(named.stream().toList());
        if (Files.isDirectory(installed)) {
            try (Stream<Path> homes = Files.list(installed)) {
                candidates.addAll(homes.sorted().toList());
            }
        }
        for (Path home : candidates) {
            Path release = home.resolve("release");
            if (Files.exists(release)
                    && Files.exists(home.resolve("bin/java"))
                    && Files.readString(release, UTF_8).contains("JAVA_VERSION=\"" + version + ".")) {
                return home;
            }
        }
        throw new IllegalStateException("There is no JDK " + version + ": name it by JAVA_" + version + "_HOME.");
    }

    /** Puts {@code jar}, which needs nothing beside itself, into the local repository at {@code folder}; gives its version. */
    static String install(Path jar, Path folder) throws IOException {
        String version = version(jar);
        Path place = Files.createDirectories(
                folder.resolve("dev/gatekeeper/gatekeeper-maven-plugin").resolve(version));
        String name = "gatekeeper-maven-plugin-" + version;
        Files.write(place.resolve(name + ".jar"), Files.readAllBytes(jar));
        Files.writeString(place.resolve(name + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>dev.gatekeeper</groupId>
                  <artifactId>gatekeeper-maven-plugin</artifactId>
                  <version>%s</version>
                  <packaging>maven-plugin</packaging>
                </project>
                """.formatted(version));
        return version;
    }

    private static String version(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile());
                InputStream descriptor = opened.getInputStream(opened.getEntry(PLUGIN))) {
            Matcher version = VERSION.matcher(new String(descriptor.readAllBytes(), UTF_8));
            if (!version.find()) {
                throw new IllegalStateException(jar + " has no version in " + PLUGIN);
            }
            return version.group(1);
        }
    }

    /** The jar of {@link GoalClock}, for {@code -Dmaven.ext.class.path}. */
    static Path clock(Path folder) throws IOException {
        Path jar = folder.resolve("goal-clock.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Class<?> packed : List.of(GoalClock.class, ProcessorsTime.class)) {
                String file = packed.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new ZipEntry(file));
                entries.write(Files.readAllBytes(Settings.testClasses().resolve(file)));
            }
            entries.putNextEntry(new ZipEntry("META-INF/sisu/javax.inject.Named"));
            entries.write(GoalClock.class.getName().getBytes(UTF_8));
        }
        return jar;
    }
}
