package dev.gatekeeper.bench;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.RecordWriter;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import java.util.List;

/**
 * The engine without Maven: asks, writes and prints as the goal {@code verify} does. Arguments: repository, target, head and record; without
 * any it does nothing, which is what a JVM costs.
 */
public final class Judging {

    private Judging() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            return;
        }
        Outcome<Judgement> outcome = Gatekeeper.judge(Requests.of(Path.of(arguments[0]))
                .target(arguments[1])
                .head(arguments[2])
                .request());
        RecordWriter.write(Path.of(arguments[3]), List.of(), outcome);
        for (Line line : Results.lines(outcome)) {
            System.out.println(line.text());
        }
    }
}
