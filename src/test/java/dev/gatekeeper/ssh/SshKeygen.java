package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** OpenSSH's own tool, run in a folder and a home of its own. */
public record SshKeygen(Path folder) {

    public static boolean isThere() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ssh-keygen")));
    }

    /** Makes a key and gives its public line. */
    public String generate(String name, String... kind) throws IOException {
        List<String> command = new ArrayList<>(List.of("-q", "-N", "", "-C", name, "-f", name, "-t"));
        command.addAll(List.of(kind));
        run(new byte[0], command);
        return Files.readString(folder.resolve(name + ".pub")).strip();
    }

    /** Whether it makes keys of this kind. */
    boolean isAbleToMake(String kind) throws IOException {
        return run(new byte[0], List.of("-q", "-N", "", "-f", "trial", "-t", kind)) == 0;
    }

    /** Makes a certificate of a key that is there, by an authority that is, and gives its line. */
    String certify(String name, String authority) throws IOException {
        run(new byte[0], List.of("-q", "-s", authority, "-I", "id", "-n", "jane", name + ".pub"));
        return Files.readString(folder.resolve(name + "-cert.pub")).strip();
    }

    /** A public key that is there, in another form: RFC4716, PKCS8 or PEM. */
    String exported(String name, String form) throws IOException {
        return new String(output(new byte[0], List.of("-e", "-m", form, "-f", name + ".pub")), UTF_8);
    }

    /** The line of a public key in another form. */
    String imported(String text, String form) throws IOException {
        Path file = Files.writeString(folder.resolve("form"), text);
        return new String(output(new byte[0], List.of("-i", "-m", form, "-f", file.toString())), UTF_8).strip();
    }

    public byte[] sign(String name, String hash, byte[] message) throws IOException {
        return output(message, List.of("-Y", "sign", "-n", "gatekeeper", "-O", "hashalg=" + hash, "-f", name));
    }

    public String fingerprint(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), line + "\n");
        return new String(output(new byte[0], List.of("-l", "-f", file.toString())), UTF_8).split(" ", -1)[1];
    }

    /** Whether it reads the line as a public key. */
    public boolean takes(String line) throws IOException {
        Files.writeString(folder.resolve("key"), line + "\n");
        return run(new byte[0], List.of("-l", "-f", "key")) == 0;
    }

    public boolean verifies(String line, byte[] message, byte[] file) throws IOException {
        // A line of allowed_signers starts with whose the key is.
        Files.writeString(folder.resolve("allowed"), "jane " + line + "\n");
        Files.write(folder.resolve("sig"), file);
        List<String> command = List.of("-Y", "verify", "-n", "gatekeeper", "-I", "jane", "-f", "allowed", "-s", "sig");
        return run(message, command) == 0;
    }

    private byte[] output(byte[] input, List<String> arguments) throws IOException {
        int code = run(input, arguments);
        if (code != 0) {
            throw new IOException("ssh-keygen ends with " + code + ": " + arguments);
        }
        return Files.readAllBytes(folder.resolve("stdout"));
    }

    private int run(byte[] input, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ssh-keygen"));
        command.addAll(arguments);
        Path stdin = Files.write(folder.resolve("stdin"), input);
        Path stdout = folder.resolve("stdout");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(stdin.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.remove("SSH_AUTH_SOCK");
        environment.put("HOME", folder.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("ssh-keygen doesn't end: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return process.exitValue();
    }
}
