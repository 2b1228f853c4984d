package dev.gatekeeper.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that keeps what is printed, each line with its level. */
final class RecordedLog extends SystemStreamLog {

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void debug(CharSequence line) {
        lines.add("[DEBUG] " + line);
    }

    @Override
    public void info(CharSequence line) {
        lines.add("[INFO] " + line);
    }

    @Override
    public void warn(CharSequence line) {
        lines.add("[WARNING] " + line);
    }

    @Override
    public void error(CharSequence line) {
        lines.add("[ERROR] " + line);
    }
}
