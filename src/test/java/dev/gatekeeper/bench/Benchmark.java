package dev.gatekeeper.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the gate costs, as ratios: {@code mvn -Pbench verify}. docs/benchmarks.md tells its parts. */
public final class Benchmark {

    /** A part of it. */
    private interface Part {
        void run(Settings settings) throws IOException, InterruptedException;
    }

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("classes", StartPart::classes);
        PARTS.put("start", StartPart::start);
        PARTS.put("changes", ChangesPart::changes);
        PARTS.put("rules", ChangesPart::rules);
        PARTS.put("contracts", ChangesPart::contracts);
        PARTS.put("heap", HeapPart::heap);
        PARTS.put("merges", ChangesPart::merges);
    }

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.read();
        boolean all = settings.parts().equals(List.of("all"));
        if (!all && !PARTS.keySet().containsAll(settings.parts())) {
            throw new IllegalArgumentException(
                    "bench.part is '" + settings.parts() + "': give all, or some of " + PARTS.keySet());
        }
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (all || settings.parts().contains(part.getKey())) {
                part.getValue().run(settings);
            }
        }
    }
}
