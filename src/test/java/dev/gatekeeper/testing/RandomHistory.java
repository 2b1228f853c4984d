package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Histories in which anything may happen: renames, chmod, links, submodules, files that become folders, odd names, merges that cross,
 * dates that lie. The same seed gives the same history. Git itself writes them, a whole batch at once, since that is fastest.
 */
public final class RandomHistory {

    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "c",
            "a-b",
            "a.b",
            "a0",
            "src",
            "lib",
            "auth",
            "A",
            "\u00e9",
            "e\u0301",
            "x y",
            "\u202e",
            "\u017frc",
            "\u65e5\u672c",
            "-",
            "\"q\"",
            "\\",
            "\t",
            "\n",
            "a'b",
            "~1");
    private static final List<String> MODES = List.of("100644", "100644", "100644", "100755", "120000", "160000");

    private static final int FAMILIES = 3;
    private static final int VARIANTS = 3;

    private final SplittableRandom random;
    private final int batch;
    private final StringBuilder stream;
    private final List<TreeMap<String, String>> trees = new ArrayList<>();

    private RandomHistory(long seed, int batch, StringBuilder stream) {
        this.random = new SplittableRandom(seed);
        this.batch = batch;
        this.stream = stream;
    }

    /** Writes {@code count} histories of {@code commits} commits each into {@code git}'s repository; for each the ids, oldest first. */
    public static List<List<String>> write(NativeGit git, Path marks, long seed, int count, int commits)
            throws IOException {
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < count; i++) {
            RandomHistory history = new RandomHistory(seed * count + i, i * commits, stream);
            for (int number = 0; number < commits; number++) {
                history.commit(number);
            }
        }
        NativeGit.Result result =
                git.run(stream.toString(), "fast-import", "--quiet", "--force", "--export-marks=" + marks);
        if (result.exit() != 0) {
            throw new IllegalStateException(result.error());
        }
        TreeMap<Integer, String> ids = new TreeMap<>();
        for (String line : Files.readAllLines(marks)) {
            ids.put(Integer.parseInt(line.substring(1, line.indexOf(' '))), line.substring(line.indexOf(' ') + 1));
        }
        List<List<String>> histories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            histories.add(List.copyOf(
                    ids.subMap(i * commits + 1, i * commits + commits + 1).values()));
        }
        return histories;
    }

    private void commit(int number) {
        TreeMap<String, String> files = new TreeMap<>();
        List<Integer> parents = new ArrayList<>();
        // A second root now and then.
        if (number > 0 && random.nextInt(25) > 0) {
            parents.add(Math.max(0, number - 1 - random.nextInt(4)));
            files.putAll(trees.get(parents.get(0)));
            for (int others = random.nextInt(10) < 7 ? 0 : random.nextInt(1, 3); others > 0; others--) {
                int other = random.nextInt(number);
                if (!parents.contains(other)) {
                    parents.add(other);
                    mix(files, trees.get(other));
                }
            }
        }
        for (int changes = number == 0 ? 12 : random.nextInt(6); changes > 0; changes--) {
            change(files);
        }
        trees.add(files);
        long lie = random.nextInt(4) == 0 ? random.nextInt(-5000, 5000) : 0;
        append(number, parents, 1_700_000_000L + number * 60L + lie, files);
    }

    private void mix(Map<String, String> files, Map<String, String> others) {
        others.forEach((path, value) -> {
            if (random.nextBoolean()) {
                put(files, path, value);
            }
        });
    }

    private void change(Map<String, String> files) {
        int kind = random.nextInt(10);
        List<String> known = new ArrayList<>(files.keySet());
        if (known.isEmpty() || kind < 4) {
            put(files, path(), value());
            return;
        }
        String path = known.get(random.nextInt(known.size()));
        if (kind < 6) {
            put(files, path, value());
            return;
        }
        String old = String.valueOf(files.remove(path));
        if (kind >= 8) {
            put(files, path(), old);
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder(name());
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            path.append('/').append(name());
        }
        return path.toString();
    }

    private String name() {
        // A byte that is no UTF-8 now and then.
        return random.nextInt(40) == 0
                ? "\u00ff"
                : new String(NAMES.get(random.nextInt(NAMES.size())).getBytes(UTF_8), ISO_8859_1);
    }

    private String value() {
        return MODES.get(random.nextInt(MODES.size())) + " " + random.nextInt(FAMILIES * VARIANTS);
    }

    /** A text of one of some families, whose members differ in a line each, so that git takes one for another that was moved. */
    private static String text(int content) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 3 * VARIANTS; line++) {
            text.append(content / VARIANTS)
                    .append(line == 3 * (content % VARIANTS) ? "!" : "-")
                    .append(line)
                    .append('\n');
        }
        return text.toString();
    }

    /** Puts a file in place of all that can't be there with it. */
    private static void put(Map<String, String> files, String path, String value) {
        files.keySet().removeIf(known -> known.startsWith(path + "/") || path.startsWith(known + "/"));
        files.put(path, value);
    }

    private void append(int number, List<Integer> parents, long time, Map<String, String> files) {
        stream.append("commit refs/heads/h")
                .append(batch + number)
                .append("\nmark :")
                .append(batch + number + 1);
        stream.append("\ncommitter Ada <ada@acme.example> ").append(time).append(" +0000\ndata 1\nc\n");
        for (int i = 0; i < parents.size(); i++) {
            stream.append(i == 0 ? "from :" : "merge :")
                    .append(batch + parents.get(i) + 1)
                    .append('\n');
        }
        stream.append("deleteall\n");
        files.forEach((path, value) -> {
            String mode = value.substring(0, value.indexOf(' '));
            int content = Integer.parseInt(value.substring(value.indexOf(' ') + 1));
            String quoted =
                    " \"" + path.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"\n";
            if (mode.equals("160000")) {
                stream.append("M 160000 ").append((content + "f").repeat(20)).append(quoted);
            } else {
                String text = mode.equals("120000") ? "" + content : text(content);
                stream.append("M ")
                        .append(mode)
                        .append(" inline")
                        .append(quoted)
                        .append("data ")
                        .append(text.length())
                        .append('\n')
                        .append(text)
                        .append('\n');
            }
        });
    }
}
