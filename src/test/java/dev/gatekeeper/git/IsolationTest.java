package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.GitHistory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, on a machine made hostile: nothing of it has an effect, and nothing is written. */
class IsolationTest {

    @TempDir
    Path temp;

    /** What the process runs: prints the change of the repository that it is given. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) {
            try (GitRepository repository = GitRepository.open(Path.of(args[0]))) {
                Histories.lines(repository.change(repository.resolve(Optional.of("main"), Optional.empty(), "HEAD")))
                        .forEach(System.out::println);
            }
        }
    }

    @Test
    void neitherReadsNorWritesAnythingBesideTheRepository() throws Exception {
        assumeTrue(File.separatorChar == '/', "the traps are shell scripts");
        Path repository = temp.resolve("repository");
        try (GitHistory history = GitHistory.init(repository)) {
            history.write("src/A", "a").commit("Base");
            history.branch("feature").move("src/A", "src/B").commit("Feature");
            history.fillWorkTree();
        }
        Path mark = temp.resolve("mark");
        for (String tool : List.of("git", "ssh-keygen", "sh", "bash", "uname")) {
            trap("traps/" + tool, "#!/bin/sh\n/bin/echo " + tool + " >> " + mark + "\n", true);
        }
        String hostile =
                "[core]\n\trepositoryFormatVersion = 9\n[extensions]\n\tobjectFormat = sha256\n[diff]\n\trenames = copies\n";
        for (String config : List.of(
                "home/.gitconfig",
                "home/.jgitconfig",
                "home/.config/git/config",
                "home/.config/jgit/config",
                "system")) {
            trap(config, hostile, false);
        }
        Files.createDirectories(temp.resolve("tmp"));
        Map<String, String> before = listing(temp);

        Process process = reader(repository).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out.lines().filter(line -> !line.startsWith("SLF4J")))
                .containsExactly("D 100644 000000 src/A", "A 000000 100644 src/B");
        assertThat(mark).doesNotExist();
        assertThat(listing(temp)).isEqualTo(before);
    }

    private ProcessBuilder reader(Path repository) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Duser.home=" + temp.resolve("home"),
                "-Djava.io.tmpdir=" + temp.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                repository.toString());
        builder.redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", temp.resolve("traps").toString());
        environment.put("HOME", temp.resolve("home").toString());
        environment.put("XDG_CONFIG_HOME", temp.resolve("home/.config").toString());
        environment.put("GIT_CONFIG_SYSTEM", temp.resolve("system").toString());
        environment.put("GIT_CONFIG_GLOBAL", temp.resolve("system").toString());
        environment.put("GIT_DIR", temp.resolve("nowhere").toString());
        environment.put("GIT_WORK_TREE", temp.resolve("nowhere").toString());
        environment.put("GIT_OBJECT_DIRECTORY", temp.resolve("nowhere").toString());
        environment.put(
                "GIT_ALTERNATE_OBJECT_DIRECTORIES", temp.resolve("nowhere").toString());
        environment.put("GIT_INDEX_FILE", temp.resolve("nowhere").toString());
        environment.put("GIT_CEILING_DIRECTORIES", temp.toString());
        return builder;
    }

    private void trap(String path, String content, boolean executable) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        if (executable) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Every file with its content, and when it and its folder were last written. */
    private static Map<String, String> listing(Path root) throws IOException {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String content = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? java.util.HexFormat.of().formatHex(Files.readAllBytes(file))
                        : "";
                listing.put(
                        file.toString(), Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " " + content);
            }
        }
        return listing;
    }
}
