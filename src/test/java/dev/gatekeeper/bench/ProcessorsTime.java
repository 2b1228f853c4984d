package dev.gatekeeper.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The processors' time, in milliseconds, that Linux tells; not a number elsewhere. A busy machine alters it less than the time on the clock. */
final class ProcessorsTime {

    private static final String STAT = "/proc/self/stat";

    /** What Linux counts it in. */
    private static final int TICK = 10;

    private ProcessorsTime() {}

    /** Of this process. */
    static double own() {
        return sum(11);
    }

    /** Of all processes that this one has started and that have ended. */
    static double ofChildren() {
        return sum(13);
    }

    /** @param user where the time in the program stands after the command; that in the kernel follows it */
    private static double sum(int user) {
        if (!new File(STAT).exists()) {
            return Double.NaN;
        }
        try (InputStream stat = new FileInputStream(STAT)) {
            String text = new String(stat.readAllBytes(), ISO_8859_1);
            // The command, which may hold blanks, ends with the last bracket.
            List<String> fields =
                    List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1));
            return (Long.parseLong(fields.get(user)) + Long.parseLong(fields.get(user + 1))) * (double) TICK;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
