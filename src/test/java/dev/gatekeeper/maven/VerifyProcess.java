package dev.gatekeeper.maven;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A process of its own that runs the goal {@code verify} as Maven does in an empty folder, for the target {@code main}. */
final class VerifyProcess {

    private VerifyProcess() {}

    /** What starts it, with {@code options} for the virtual machine. */
    static List<String> command(Path gate, Path repository, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), VerifyProcess.class.getName()));
        command.addAll(List.of(gate.toString(), repository.toString()));
        return command;
    }

    public static void main(String[] args) throws AbstractMojoExecutionException {
        Path gate = Path.of(args[0]);
        Parameters parameters = Parameters.of(
                "verify",
                List.of(
                        given(ParameterName.REPOSITORY, args[1]),
                        given(ParameterName.TARGET, "refs/heads/main"),
                        given(ParameterName.AUTHOR, "omarh"),
                        given(ParameterName.ISOLATED, "true")),
                Set.of(),
                Set.of());
        MavenRun maven = new MavenRun(gate, Optional.of(gate), List.of(gate), false, false, List.of(), Instant.now());
        BuildCache.Key key = VerifyMojo.key(parameters, maven);
        new BuildCache()
                .take(key, () -> new VerifyRun(key.invocation(), key.file(), key.skip(), new SystemStreamLog()).run())
                .end();
    }

    private static ParameterValue given(ParameterName name, String value) {
        return new ParameterValue(name, Optional.of(value), Optional.empty(), false);
    }
}
