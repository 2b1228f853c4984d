package dev.gatekeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** What an integration test expects of a build: of its log and of the verdict record. A failure shows the whole log. */
public final class ItCheck {

    private final Path record;
    private final String log;

    private ItCheck(Path record, String log) {
        this.record = record;
        this.log = log;
    }

    /** The build that ran in {@code folder}. */
    public static ItCheck of(File folder) throws IOException {
        Path root = folder.toPath();
        String log = Files.readString(root.resolve("build.log"));
        return new ItCheck(root.resolve("target/gatekeeper/verdict.json"), log);
    }

    /** The same build, with its record elsewhere. */
    public ItCheck recordAt(File other) {
        return new ItCheck(other.toPath(), log);
    }

    public ItCheck logs(String text) {
        assertThat(log).contains(text);
        return this;
    }

    public ItCheck logsNot(String text) {
        assertThat(log).doesNotContain(text);
        return this;
    }

    public ItCheck logs(int times, String text) {
        assertThat(log.split(java.util.regex.Pattern.quote(text), -1)).as(log).hasSize(times + 1);
        return this;
    }

    /** Of what Maven printed itself; the test's own scripts say something after it. */
    public ItCheck logsInItsLastLines(int count, String text) {
        List<String> lines = log.lines()
                .takeWhile(line -> !line.startsWith("Running post-build script"))
                .toList();
        assertThat(lines.subList(Math.max(0, lines.size() - count), lines.size()))
                .as(log)
                .anyMatch(line -> line.contains(text));
        return this;
    }

    public ItCheck passed() throws IOException {
        return verdict("PASSED").codes();
    }

    /** The record says BLOCKED, for exactly these reasons, and so does the log. */
    public ItCheck blocked(String... codes) throws IOException {
        return verdict("BLOCKED").codes(codes).logsNot("\tat ");
    }

    /** The record says UNDECIDED, because of a problem that holds {@code words}. */
    public ItCheck undecided(String words) throws IOException {
        JsonObject undecided = record().getAsJsonObject("undecided");
        assertThat(undecided.get("problem").getAsString()).as(log).contains(words);
        return verdict("UNDECIDED")
                .logs(words)
                .logs(" [" + undecided.get("code").getAsString() + "]")
                .logs("Gatekeeper cannot decide")
                .logsNot("\tat ");
    }

    public ItCheck verdict(String word) throws IOException {
        return field("verdict", word);
    }

    /** A text of the record, at its top or as {@code object.member}. */
    public ItCheck field(String name, String value) throws IOException {
        JsonObject holder = record();
        String[] names = name.split("\\.", -1);
        for (int depth = 0; depth < names.length - 1; depth++) {
            holder = holder.getAsJsonObject(names[depth]);
        }
        assertThat(holder.get(names[names.length - 1]).getAsString()).as(log).isEqualTo(value);
        return this;
    }

    public ItCheck codes(String... codes) throws IOException {
        List<String> found = StreamSupport.stream(
                        record().getAsJsonArray("findings").spliterator(), false)
                .map(finding -> finding.getAsJsonObject().get("code").getAsString())
                .toList();
        assertThat(found).as(log).containsExactly(codes);
        return this;
    }

    public ItCheck noRecord() {
        assertThat(record).as(log).doesNotExist();
        return this;
    }

    private JsonObject record() throws IOException {
        assertThat(record).as(log).exists();
        return JsonParser.parseString(Files.readString(record)).getAsJsonObject();
    }
}
