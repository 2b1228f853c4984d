package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's own git, in a clean environment: what a history is held against. Tests that need it skip where it is missing. */
public final class NativeGit {

    private final Path folder;

    public NativeGit(Path folder) {
        this.folder = folder;
    }

    /** What a command came to. */
    public record Result(int exit, String out, String error) {}

    public static boolean isThere() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "git")));
    }

    /** Runs {@code git args}; the output has one char (0 to 255) a byte. */
    public Result run(String input, String... args) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(args));
        return run(input, command);
    }

    private Result run(String input, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
        environment.putAll(Map.of(
                "HOME", folder.resolve("no-home").toString(),
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "Ada Author",
                "GIT_AUTHOR_EMAIL", "ada@acme.example",
                "GIT_COMMITTER_NAME", "Ada Author",
                "GIT_COMMITTER_EMAIL", "ada@acme.example",
                "LC_ALL", "C"));
        try {
            Path error = Files.createTempFile("native-git", ".err");
            Process process = builder.redirectError(error.toFile()).start();
            try (var to = process.getOutputStream()) {
                to.write(input.getBytes(ISO_8859_1));
            }
            String out = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
            int exit = process.waitFor();
            String said = Files.readString(error, ISO_8859_1);
            Files.delete(error);
            return new Result(exit, out, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The output of {@code git args}, which must succeed. */
    public String git(String... args) {
        Result result = run("", args);
        if (result.exit() != 0) {
            throw new IllegalStateException("git " + String.join(" ", args) + ": " + result.error());
        }
        return result.out().strip();
    }

    Result paste(String input, String command) {
        return run(input, List.of("sh", "-c", command));
    }

    /** The output of {@code command}, as it is pasted into a shell; it must succeed. */
    public String paste(String command) {
        Result result = paste("", command);
        if (result.exit() != 0) {
            throw new IllegalStateException(command + ": " + result.out() + result.error());
        }
        return result.out().strip();
    }
}
