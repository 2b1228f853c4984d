package dev.gatekeeper;

import dev.gatekeeper.report.RecordWriter;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that judges {@code HEAD} against {@code main}, writes the record, and prints the verdict or the problem. */
final class JudgeProcess {

    private JudgeProcess() {}

    /** What starts it, with {@code options} for the virtual machine. */
    static List<String> command(Path repository, Path record, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:-UsePerfData");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), JudgeProcess.class.getName()));
        command.addAll(List.of(repository.toString(), record.toString()));
        return command;
    }

    /** Runs it and returns what it printed. */
    static List<String> run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(out);
        }
        return out.lines().filter(line -> !line.startsWith("SLF4J")).toList();
    }

    public static void main(String[] args) {
        Outcome<Judgement> outcome =
                Gatekeeper.judge(Requests.of(Path.of(args[0])).target("main").request());
        try {
            RecordWriter.write(Path.of(args[1]), List.of(), outcome);
        } catch (CannotDecideException e) {
            System.out.println(e.problem());
            return;
        }
        System.out.println(
                outcome instanceof Outcome.Undecided<Judgement> undecided
                        ? undecided.problem()
                        : Results.word(outcome));
    }
}
