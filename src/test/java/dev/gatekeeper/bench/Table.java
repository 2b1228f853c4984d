package dev.gatekeeper.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one part came to, as a page: printed, and written beside what is generated. */
final class Table {

    private final String name;
    private final List<String> lines = new ArrayList<>();
    private final double loadBefore = load();

    Table(String name, String title) {
        this.name = name;
        lines.add("# " + title);
    }

    Table heads(String... heads) {
        lines.add("");
        row((Object[]) heads);
        lines.add("|" + " --- |".repeat(heads.length));
        return this;
    }

    /** A list among {@code cells} is as many cells. */
    Table row(Object... cells) {
        List<String> shown = new ArrayList<>();
        for (Object cell : cells) {
            for (Object each : cell instanceof List<?> several ? several : List.of(cell)) {
                shown.add(each instanceof Integer number ? String.format(Locale.ROOT, "%,d", number) : each.toString());
            }
        }
        lines.add("| " + String.join(" | ", shown) + " |");
        return this;
    }

    Table say(String text) {
        lines.add("");
        lines.add(text);
        return this;
    }

    /** Tells the machine and its load, too: no figure can be read without them. */
    void write(Settings settings) throws IOException {
        say(String.format(
                Locale.ROOT,
                "%d rounds; medians, in brackets what holds them with 95 %%; JDK %s, %d processors, load %.1f before and %.1f after.",
                settings.rounds().count(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                load()));
        String page = String.join("\n", lines) + "\n";
        System.out.println("\n" + page);
        Files.writeString(Files.createDirectories(settings.folder()).resolve(name + ".md"), page);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
