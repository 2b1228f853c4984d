package dev.gatekeeper.metrics;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads records that stand one a line, with one parser for as many as follow each other undamaged: to open a parser takes as long as to read
 * a record.
 *
 * <p>To that parser a line break is a blank like others. So what it reads counts only where it begins and ends within the line; any other
 * line is read by itself, which tells what is wrong with it, and the next one opens a parser anew.
 */
final class RecordLines implements AutoCloseable {

    private final byte[] bytes;
    private final int end;
    private @Nullable JsonParser json;
    /** Where the parser at hand began. */
    private int opened;

    /** The lines are those of {@code bytes} before {@code end}. */
    RecordLines(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Reads the line from {@code start} to {@code lineEnd}, which isn't blank; lines are read in their order, each but blank ones. */
    Reading read(int start, int lineEnd) {
        Reading read = inPassing(start, lineEnd);
        if (read != null) {
            return read;
        }
        close();
        return RecordParser.read(bytes, start, lineEnd, false);
    }

    private @Nullable Reading inPassing(int start, int lineEnd) {
        try {
            JsonParser parser = json;
            if (parser == null) {
                parser = RecordParser.open(bytes, start, end);
                json = parser;
                opened = start;
            }
            Reading read = RecordParser.next(parser);
            // Less than nothing where the parser took the bytes for another encoding than UTF-8.
            long behind = opened + parser.currentLocation().getByteOffset();
            return read instanceof VerdictRecord
                            && start < behind
                            && behind <= lineEnd
                            && isBlank(bytes, (int) behind, lineEnd)
                    ? read
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        if (json != null) {
            try {
                json.close();
            } catch (IOException e) {
                // Nothing stands behind an array of bytes that closing it could fail for.
                throw new IllegalStateException(e);
            }
            json = null;
        }
    }

    /** Whether nothing stands from {@code start} to {@code end} that JSON wouldn't pass over. */
    static boolean isBlank(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
