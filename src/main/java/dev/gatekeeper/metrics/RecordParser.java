package dev.gatekeeper.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.gatekeeper.text.Characters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads one verdict record.
 *
 * <p>It takes what {@code gatekeeper-verdict/1} says and nothing that is merely alike: a key that decides about a number and is missing,
 * given twice or of another type makes the record unreadable, since a guess would be a wrong number that nobody sees. Keys that it does
 * not know mean nothing. It never holds more of a record than the few texts that it takes out.
 */
final class RecordParser {

    /** A larger record isn't read; DuckDB's own limit, so that both count the same. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_TOKENS = 1_000_000;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_NAME = 50_000;
    private static final int MAX_TEXT = 1_000_000;

    /** The longest name of a repository or a change, in UTF-16 units. */
    private static final int MAX_ID = 1_000;

    private static final int MAX_SHOWN = 200;
    private static final int MAX_PEOPLE = 10;
    private static final int MAX_CODES = 50;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxNumberLength(MAX_DIGITS)
                    .maxNameLength(MAX_NAME)
                    .maxStringLength(MAX_TEXT)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private static final String BEYOND =
            "it holds more than a record may: %d levels, %d keys and values, a number of %d digits, a text of %d characters"
                    .formatted(MAX_DEPTH, MAX_TOKENS, MAX_DIGITS, MAX_TEXT);

    private static final Reading TOO_LARGE =
            new Reading.Unreadable("it is larger than %d MiB".formatted(MAX_BYTES / 1024 / 1024));

    private final JsonParser json;
    private @Nullable String wrong;
    private boolean known;
    private boolean ours;
    private int seen;

    private VerdictRecord.@Nullable Verdict verdict;
    private long at = -1;
    private @Nullable String repository;
    private @Nullable String change;
    private boolean audit;
    private @Nullable Boolean simulation;
    private @Nullable Boolean enforced;
    private @Nullable Boolean incomplete;
    private @Nullable Boolean escalated;
    private @Nullable String level;
    private String reviewers = "";
    private String red = "";
    private int redPaths;
    private List<String> codes = List.of();
    private @Nullable String problem;
    private boolean findings;
    private boolean forHuman;
    private boolean rejected;

    private RecordParser(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads the record that is all of {@code bytes} from {@code start} to {@code end}.
     *
     * @param cut whether there is more of it than {@link #MAX_BYTES}, and only its beginning is given
     */
    static Reading read(byte[] bytes, int start, int end, boolean cut) {
        try (JsonParser json = JSON.createParser(bytes, start, end - start)) {
            RecordParser parser = new RecordParser(json);
            Reading read = parser.read();
            return cut && !(read instanceof Reading.OwnReport) ? TOO_LARGE : read;
        } catch (StreamConstraintsException e) {
            return cut ? TOO_LARGE : new Reading.Unreadable(BEYOND);
        } catch (JsonProcessingException e) {
            return cut ? TOO_LARGE : new Reading.Unreadable(brokenAt(e));
        } catch (IOException e) {
            return new Reading.Unreadable("it is no JSON in UTF-8");
        }
    }

    private static String brokenAt(JsonProcessingException e) {
        return e.getLocation() == null
                ? "it is no JSON"
                : "it is no JSON, from its byte %d on"
                        .formatted(Math.max(1, e.getLocation().getByteOffset() + 1));
    }

    private Reading read() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return new Reading.Unreadable("it is no JSON object");
        }
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            top(key);
            if (ours) {
                return new Reading.OwnReport();
            }
        }
        if (json.nextToken() != null) {
            return new Reading.Unreadable(
                    "more than one JSON value stands there; a file of one record a line ends in .ndjson");
        }
        return known ? record() : new Reading.Unreadable("it has no format 'gatekeeper-verdict/1'");
    }

    private void top(String key) throws IOException {
        switch (key) {
            case "format" -> format(text(key, 0));
            case "verdict" -> verdict(text(key, 1));
            case "change" -> change = name(key, text(key, 2));
            case "repository" -> repository = name(key, text(key, 3));
            case "simulation" -> simulation = flag(key, 4);
            case "decidedAt" -> decidedAt(text(key, 5));
            case "enforced" -> enforced = flag(key, 6);
            case "incompleteContract" -> incomplete = flag(key, 7);
            case "source" -> audit = "audit".equals(text(key, 8));
            case "escalation" -> escalation();
            case "findings" -> findings();
            case "level" -> level();
            case "redPaths" -> redPaths();
            default -> json.skipChildren();
        }
    }

    private void format(@Nullable String format) {
        if (format == null) {
            return;
        }
        known = format.equals("gatekeeper-verdict/1");
        ours = format.startsWith("gatekeeper-metrics/") || format.startsWith("gatekeeper-audit/");
        if (!known && format.startsWith("gatekeeper-verdict/")) {
            wrong("its format is '" + shown(format) + "', and this version of Gatekeeper reads 'gatekeeper-verdict/1'");
            known = true;
        }
    }

    private void verdict(@Nullable String word) {
        for (VerdictRecord.Verdict one : VerdictRecord.Verdict.values()) {
            if (one.name().equals(word)) {
                verdict = one;
            }
        }
        if (verdict == null) {
            wrong("its verdict is '" + shown(String.valueOf(word)) + "', which is none");
        }
    }

    private void decidedAt(@Nullable String text) {
        OptionalLong time = text == null ? OptionalLong.empty() : DecidedAt.read(text);
        if (time.isPresent()) {
            at = time.getAsLong();
        } else if (text != null) {
            wrong("its decidedAt is '" + shown(text) + "', which is no time of the years 1970 to 9999");
        }
    }

    private void escalation() throws IOException {
        once("escalation", 9);
        if (!isObject("escalation")) {
            return;
        }
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            if (key.equals("required")) {
                escalated = flag("escalation.required", 10);
            } else if (key.equals("approvals") && json.currentToken() == JsonToken.START_ARRAY) {
                for (int count = 0; json.nextToken() != JsonToken.END_ARRAY; count++) {
                    approval(count);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void approval(int count) throws IOException {
        if (!isObject("escalation.approvals")) {
            return;
        }
        String approver = "";
        String proof = "";
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            if (key.equals("approver")) {
                approver = shown();
            } else if (key.equals("proof")) {
                proof = shown();
            } else {
                json.skipChildren();
            }
        }
        if (count < MAX_PEOPLE) {
            reviewers += (count == 0 ? "" : ", ") + approver + " (" + proof + ")";
        } else if (count == MAX_PEOPLE) {
            reviewers += " and more";
        }
    }

    private void findings() throws IOException {
        once("findings", 11);
        if (json.currentToken() != JsonToken.START_ARRAY) {
            wrong("its findings are no list");
            json.skipChildren();
            return;
        }
        findings = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (isObject("findings")) {
                finding();
            }
        }
    }

    private void finding() throws IOException {
        boolean coded = false;
        boolean mended = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "code" -> {
                    coded = !coded && json.currentToken() == JsonToken.VALUE_STRING;
                    code(shown());
                }
                case "mendedBy" -> {
                    String who = shown();
                    mended = !mended && (who.equals("author") || who.equals("approver"));
                    forHuman |= who.equals("approver");
                }
                case "problem" -> problem = problem == null ? shown() : skipped(problem);
                default -> json.skipChildren();
            }
        }
        if (!coded || !mended) {
            wrong("one of its findings doesn't say once what it is, and who mends it");
        }
    }

    /** Each once. There are some twenty of them, and more only where somebody has invented them. */
    private void code(String code) {
        rejected |= code.equals("escalation-rejected");
        if (!codes.contains(code) && codes.size() < MAX_CODES) {
            codes = codes.isEmpty() ? new ArrayList<>() : codes;
            codes.add(code);
        }
    }

    private void level() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            if (key.equals("computed")) {
                level = shown();
            } else {
                json.skipChildren();
            }
        }
    }

    /** The first of them is enough to tell what a change was about. */
    private void redPaths() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            redPaths++;
            if (redPaths == 1 && json.currentToken() == JsonToken.START_OBJECT) {
                redPath();
            } else {
                json.skipChildren();
            }
        }
    }

    private void redPath() throws IOException {
        String path = "";
        String rule = "";
        String because = "";
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "path" -> path = shown();
                case "rule" -> rule = shown();
                case "because" -> because = shown();
                default -> json.skipChildren();
            }
        }
        red = path + " (" + rule + ": " + because + ")";
    }

    private Reading record() {
        if (wrong == null) {
            require("verdict", verdict);
            require("decidedAt", at < 0 ? null : at);
            require("simulation", simulation);
            require("enforced", enforced);
        }
        boolean judged = verdict == VerdictRecord.Verdict.PASSED || verdict == VerdictRecord.Verdict.BLOCKED;
        if (wrong == null && judged) {
            require("incompleteContract", incomplete);
            require("escalation.required", escalated);
            require("findings", findings ? findings : null);
        }
        VerdictRecord.@Nullable Verdict word = verdict;
        if (wrong != null || word == null) {
            return new Reading.Unreadable(String.valueOf(wrong));
        }
        boolean blocked = word == VerdictRecord.Verdict.BLOCKED;
        return new VerdictRecord(
                word,
                at,
                repository,
                change,
                audit,
                Boolean.TRUE.equals(simulation),
                Boolean.TRUE.equals(enforced),
                blocked && Boolean.TRUE.equals(incomplete),
                judged && Boolean.TRUE.equals(escalated),
                judged && (!forHuman || rejected),
                blocked ? trigger() : null,
                blocked ? reason() : null,
                judged && !reviewers.isEmpty() ? reviewers : null);
    }

    private String trigger() {
        String change = level == null || level.isEmpty() ? "change" : level + " change";
        if (redPaths == 0) {
            return change;
        }
        return change + ": " + red + (redPaths == 1 ? "" : " and " + (redPaths - 1) + " more");
    }

    private String reason() {
        String words = problem == null ? "" : problem;
        return (words + " [" + String.join(", ", codes) + "]").strip();
    }

    private void require(String key, @Nullable Object value) {
        if (value == null) {
            wrong("it doesn't say '" + key + "'");
        }
    }

    private boolean isObject(String key) throws IOException {
        boolean object = json.currentToken() == JsonToken.START_OBJECT;
        if (!object) {
            wrong("'" + key + "' holds something else than it should");
            json.skipChildren();
        }
        return object;
    }

    private @Nullable Boolean flag(String key, int bit) throws IOException {
        once(key, bit);
        return switch (json.currentToken()) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> {
                wrong("its " + key + " is neither true nor false");
                json.skipChildren();
                yield null;
            }
        };
    }

    private @Nullable String text(String key, int bit) throws IOException {
        once(key, bit);
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NULL -> null;
            default -> {
                wrong("its " + key + " is no text");
                json.skipChildren();
                yield null;
            }
        };
    }

    /** A name as a reader can tell it from others; none where it is empty. */
    private @Nullable String name(String key, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        boolean unpaired = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            unpaired |= Characters.isSurrogate(text.codePointAt(at));
        }
        if (text.length() > MAX_ID || unpaired) {
            wrong("its " + key + " is longer than " + MAX_ID + " characters, or no Unicode");
        }
        return text;
    }

    /** The text at hand as far as it is worth showing. */
    private String shown() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return "";
        }
        return shown(json.getText());
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private String skipped(String kept) throws IOException {
        json.skipChildren();
        return kept;
    }

    /** Which of two values of one key counts, readers of JSON disagree about. */
    private void once(String key, int bit) {
        if ((seen & (1 << bit)) != 0) {
            wrong("it says '" + key + "' twice");
        }
        seen |= 1 << bit;
    }

    /** The first thing that is wrong is told. */
    private void wrong(String reason) {
        if (wrong == null) {
            wrong = reason;
        }
    }
}
