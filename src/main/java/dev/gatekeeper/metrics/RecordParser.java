package dev.gatekeeper.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one verdict record.
 *
 * <p>It takes what {@code gatekeeper-verdict/1} says and nothing that is merely alike: a key that decides about a number and is given twice
 * or of another type makes the record unreadable. Keys that it does not know mean nothing. What it takes out it puts into a {@link
 * RecordDraft}, and never holds more of a record than that.
 */
final class RecordParser {

    /** A larger record isn't read; DuckDB's own limit, so that both count the same. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_TOKENS = 1_000_000;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_NAME = 50_000;
    private static final int MAX_TEXT = 1_000_000;

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

    private static final Reading SEVERAL = new Reading.Unreadable(
            "more than one JSON value stands there; a file of one record a line ends in .ndjson");

    private final JsonParser json;
    private final RecordDraft draft = new RecordDraft();
    private boolean known;
    private boolean ours;
    private int seen;

    private RecordParser(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads the record that is all of {@code bytes} from {@code start} to {@code end}.
     *
     * @param cut whether there is more of it than {@link #MAX_BYTES}, and only its beginning is given
     */
    static Reading read(byte[] bytes, int start, int end, boolean cut) {
        try (JsonParser json = open(bytes, start, end)) {
            Reading read = next(json);
            if (read instanceof Reading.OwnReport) {
                return read;
            }
            if (json.currentToken() == JsonToken.END_OBJECT && json.nextToken() != null) {
                read = SEVERAL;
            }
            return cut ? TOO_LARGE : read;
        } catch (StreamConstraintsException e) {
            return cut ? TOO_LARGE : new Reading.Unreadable(BEYOND);
        } catch (JsonProcessingException e) {
            return cut ? TOO_LARGE : new Reading.Unreadable(brokenAt(e));
        } catch (IOException e) {
            return new Reading.Unreadable("it is no JSON in UTF-8");
        }
    }

    /** Opens bytes that hold one record or several. */
    static JsonParser open(byte[] bytes, int start, int end) throws IOException {
        return JSON.createParser(bytes, start, end - start);
    }

    /** Reads the next record, to its end where it is no report of ours and no other value than an object. */
    static Reading next(JsonParser json) throws IOException {
        return new RecordParser(json).read();
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
        return known ? draft.record() : new Reading.Unreadable("it has no format 'gatekeeper-verdict/1'");
    }

    private void top(String key) throws IOException {
        switch (key) {
            case "format" -> format(text(key, 0));
            case "verdict" -> draft.verdict(text(key, 1));
            case "change" -> draft.change(text(key, 2));
            case "repository" -> draft.repository(text(key, 3));
            case "simulation" -> draft.simulation(flag(key, 4));
            case "decidedAt" -> draft.decidedAt(text(key, 5));
            case "enforced" -> draft.enforced(flag(key, 6));
            case "incompleteContract" -> draft.incompleteContract(flag(key, 7));
            case "source" -> draft.source(text(key, 8));
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
            draft.wrong("its format is '" + RecordDraft.shown(format)
                    + "', and this version of Gatekeeper reads 'gatekeeper-verdict/1'");
            known = true;
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
                draft.escalationRequired(flag("escalation.required", 10));
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
        draft.approval(count, approver, proof);
    }

    private void findings() throws IOException {
        once("findings", 11);
        if (json.currentToken() != JsonToken.START_ARRAY) {
            draft.wrong("its findings are no list");
            json.skipChildren();
            return;
        }
        draft.findings();
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
                    draft.code(shown());
                }
                case "mendedBy" -> {
                    String who = shown();
                    mended = !mended && (who.equals("author") || who.equals("approver"));
                    draft.mendedBy(who);
                }
                case "problem" -> {
                    if (draft.lacksProblem()) {
                        draft.problem(shown());
                    } else {
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (!coded || !mended) {
            draft.wrong("one of its findings doesn't say once what it is, and who mends it");
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
                draft.level(shown());
            } else {
                json.skipChildren();
            }
        }
    }

    private void redPaths() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (draft.countRedPath() && json.currentToken() == JsonToken.START_OBJECT) {
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
        draft.redPath(path, rule, because);
    }

    private boolean isObject(String key) throws IOException {
        boolean object = json.currentToken() == JsonToken.START_OBJECT;
        if (!object) {
            draft.wrong("'" + key + "' holds something else than it should");
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
                draft.wrong("its " + key + " is neither true nor false");
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
                draft.wrong("its " + key + " is no text");
                json.skipChildren();
                yield null;
            }
        };
    }

    /** The text at hand as far as it is worth showing. */
    private String shown() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return "";
        }
        return RecordDraft.shown(json.getText());
    }

    /** Which of two values of one key counts, readers of JSON disagree about. */
    private void once(String key, int bit) {
        if ((seen & (1 << bit)) != 0) {
            draft.wrong("it says '" + key + "' twice");
        }
        seen |= 1 << bit;
    }
}
