package dev.gatekeeper.pipelines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs of {@code pipelines/gatekeeper.sh} as a recipe starts it, with a Maven that only writes down how it was called, and a
 * git that does so too before it does what it is told. {@code https://forge.example/acme/shop.git} is the shop beside it.
 */
final class ScriptRun {

    private static final Path SCRIPT = Path.of("pipelines/gatekeeper.sh").toAbsolutePath();
    private static final String PLUGIN = "dev/gatekeeper/gatekeeper-maven-plugin/1.0.0/gatekeeper-maven-plugin-1.0.0";

    private final Path folder;
    private final Map<String, String> given = new TreeMap<>();

    /** What a run came to. */
    record Result(int exit, String log) {}

    /** In the empty {@code folder}, for a change of the repository {@code shop} beside it. */
    ScriptRun(Path folder, Path shop) {
        this.folder = folder;
        try {
            program("mvn", """
                    for argument; do
                        case $argument in
                        -Dgatekeeper.record=*) record=${argument#*=} ;;
                        -Dgatekeeper.repository=*) repository=${argument#*=} ;;
                        -Dgatekeeper.head=*) head=${argument#*=} ;;
                        -Dgatekeeper.target=*) printf '%s\\n' "$argument" >>"$here/targets"; target=${argument#*=} ;;
                        esac
                        printf '%s\\n' "$argument"
                    done >"$here/mvn.arguments"
                    env >"$here/mvn.environment"
                    { git -C "$repository" rev-parse "$target"; git -C "$repository" cat-file -t "$head"; } >"$here/seen"
                    [ ! -f "$here/record" ] || cp "$here/record" "$record"
                    [ ! -f "$here/page" ] || cp "$here/page" "${record%.json}.md"
                    exit "$(cat "$here/exit")"
                    """);
            program("git", """
                    env >>"$here/git.environment"
                    printf '%s\\n' "$*" >>"$here/git.arguments"
                    case "$*" in *" +refs/"*) ;; *":refs/gatekeeper/head") [ ! -f "$here/no-single-commits" ] || exit 128 ;; esac
                    PATH=${PATH#*:} exec git -c "url.$here/../shop.insteadOf=https://forge.example/acme/shop.git" "$@"
                    """);
            mavenEnds(0, "{\"verdict\": \"PASSED\"}");
            plugin(".jar", "the jar");
            plugin(".pom", "the POM");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        give("GATEKEEPER_URL", shop.toUri().toString());
        give("GATEKEEPER_WORK", folder.resolve("work").toString());
        give("GATEKEEPER_TARGET", "main");
        give("GATEKEEPER_PROTECTED", "main release/*");
        give("GATEKEEPER_VERSION", "1.0.0");
        give("GATEKEEPER_MAVEN_REPOSITORY", folder.resolve("maven").toUri().toString());
        give("GATEKEEPER_JAR_SHA256", sha256("the jar"));
        give("GATEKEEPER_POM_SHA256", sha256("the POM"));
        give("GATEKEEPER_AUTHOR", "ada");
    }

    void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\nhere='" + folder + "'\n" + script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made a program");
        }
    }

    private void plugin(String ending, String content) throws IOException {
        Path file = folder.resolve("maven").resolve(PLUGIN + ending);
        Files.createDirectories(file.resolve(".."));
        Files.writeString(file, content);
    }

    static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ScriptRun give(String name, String value) {
        given.put(name, value);
        return this;
    }

    ScriptRun mavenEnds(int exit, String record) {
        write("exit", Integer.toString(exit));
        write("record", record);
        return write("page", "# The page\n");
    }

    ScriptRun write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptRun delete(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result fetch() {
        return run("fetch");
    }

    Result verify() {
        return run("verify");
    }

    Result run(String step) {
        return run(folder, List.of("sh", SCRIPT.toString(), step));
    }

    /** Runs {@code command} where these programs come before the machine's own, and with what is given in the environment. */
    Result run(Path in, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.putAll(given);
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String log = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Result(process.waitFor(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
