package dev.gatekeeper.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Whose a loaded class is. */
enum ClassOrigin {
    OWN,
    JGIT,
    SNAKEYAML,
    GSON,
    /** Of lambdas and method handles. */
    HIDDEN,
    /** The JDK's, Maven's, and another plugin's. */
    OTHERS;

    /** Reads what {@code -Xlog:class+load} has written. */
    static Map<ClassOrigin, Integer> count(Path log) throws IOException {
        Map<ClassOrigin, Integer> count = new EnumMap<>(ClassOrigin.class);
        for (ClassOrigin origin : values()) {
            count.put(origin, 0);
        }
        try (Stream<String> lines = Files.lines(log)) {
            lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(line.lastIndexOf(']', line.indexOf(" source: ")) + 1)
                            .strip())
                    .forEach(name -> count.merge(of(name), 1, Integer::sum));
        }
        return count;
    }

    private static ClassOrigin of(String name) {
        if (name.contains("$$Lambda") || name.contains("LambdaForm") || name.contains("/0x")) {
            return HIDDEN;
        }
        if (name.startsWith("dev.gatekeeper.")) {
            return OWN;
        }
        if (name.startsWith("org.eclipse.jgit.")) {
            return JGIT;
        }
        if (name.startsWith("org.yaml.snakeyaml.")) {
            return SNAKEYAML;
        }
        return name.startsWith("com.google.gson.") ? GSON : OTHERS;
    }

    static Stream<String> names() {
        return Stream.of(values()).map(origin -> origin.name().toLowerCase(Locale.ROOT));
    }
}
