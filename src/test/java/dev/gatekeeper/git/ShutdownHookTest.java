package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hook for the JVM's end takes time to start, and in a Maven that lives on holds what the plugin has loaded. */
class ShutdownHookTest extends GitFixture {

    @Test
    void noneIsRegistered() throws IOException, InterruptedException {
        history.write("A", "a").commit("Base");
        history.branch("feature").write("A", "b").commit("Feature");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hooks.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), UTF_8);
        java.waitFor();

        assertThat(printed).isEqualTo("A, and hooks: []");
    }

    /** Reads a change, and prints its path and what would run at this JVM's end. */
    static final class Hooks {

        private Hooks() {}

        public static void main(String[] args) throws ReflectiveOperationException {
            try (GitRepository repository = GitRepository.open(Path.of(args[0]))) {
                System.out.print(repository
                        .change(repository.resolve(Optional.of("main"), Optional.empty(), "refs/heads/feature"))
                        .paths()
                        .get(0)
                        .path());
            }
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            System.out.print(", and hooks: " + ((Map<?, ?>) hooks.get(null)).keySet());
        }
    }
}
