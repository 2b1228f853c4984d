package dev.gatekeeper.bench;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How much heap the widest change needs in the largest repository. */
final class HeapPart {

    private static final int STEP = 2;
    private static final int ENOUGH = 1_024;
    private static final Pattern COLLECTED = Pattern.compile("Pause.* \\d+M->(\\d+)M\\(\\d+M\\)");

    private HeapPart() {}

    static void heap(Settings settings) throws IOException, InterruptedException {
        Table table = new Table("heap", "Heap, for 100,000 changed paths of a million files by 500 rules")
                .heads("behind", "smallest -Xmx that passes, MB", "most in use after a collection, with 160 MB");
        for (int behind : Repositories.BEHIND) {
            BenchChange change = settings.repositories().big(1_000_000, 500, 100_000, behind);
            table.row(behind, smallest(settings.engine(), change), collected(settings.engine(), change));
        }
        table.write(settings);
    }

    /** By bisection; each is tried twice, since a collection may come earlier or later. */
    private static int smallest(EngineProcess engine, BenchChange change) throws IOException, InterruptedException {
        int tooLittle = 0;
        int enough = ENOUGH;
        while (enough - tooLittle > STEP) {
            int half = (tooLittle + enough) / 2;
            boolean passes = true;
            for (int attempt = 0; passes && attempt < 2; attempt++) {
                passes = engine.judges(change, List.of("-Xmx" + half + "m"));
            }
            if (passes) {
                enough = half;
            } else {
                tooLittle = half;
            }
        }
        return enough;
    }

    private static String collected(EngineProcess engine, BenchChange change) throws IOException, InterruptedException {
        if (!engine.judges(change, List.of("-Xmx160m", "-Xlog:gc"))) {
            return "does not pass";
        }
        return COLLECTED
                        .matcher(engine.log())
                        .results()
                        .map(MatchResult::group)
                        .mapToInt(line -> Integer.parseInt(line.replaceAll(COLLECTED.pattern(), "$1")))
                        .max()
                        .orElse(0)
                + " MB";
    }
}
