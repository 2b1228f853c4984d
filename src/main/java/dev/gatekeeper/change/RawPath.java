package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path as git holds it: bytes, relative to the root of the repository, {@code /} on all platforms.
 *
 * <p>Paths are compared by their bytes, never by their text, because two byte sequences can print alike.
 *
 * @param bytes the raw bytes, one char (0 to 255) a byte, so that equality and order are those of the unsigned bytes
 */
public record RawPath(String bytes) implements Comparable<RawPath> {

    private static final Pattern LIKE_BYTE = Pattern.compile("x[89A-F][0-9A-F]");

    public RawPath {
        if (bytes.isEmpty() || !isBytes(bytes)) {
            throw new IllegalArgumentException("a raw path has one to many chars between 0 and 255");
        }
    }

    private static boolean isBytes(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            if (chars.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** The path that {@code text} names in UTF-8. */
    public static RawPath of(String text) {
        return ofBytes(text.getBytes(UTF_8));
    }

    /** The path that consists of {@code bytes}. */
    public static RawPath ofBytes(byte[] bytes) {
        return new RawPath(new String(bytes, ISO_8859_1));
    }

    /** The path as text; bytes that are not UTF-8 become U+FFFD, so the text is for matching and not for comparing. */
    public String text() {
        return new String(toBytes(), UTF_8);
    }

    /** Whether the bytes are well-formed UTF-8. */
    public boolean isUtf8() {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(toBytes()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * The path for people: as {@link #text()}, or with each byte beyond ASCII as {@code \xNN} where it is not UTF-8. Backslashes of the
     * path itself are doubled right before what is or looks like such a byte, so no two paths are shown alike.
     */
    public String display() {
        boolean utf8 = isUtf8();
        if (utf8 && bytes.indexOf('\\') < 0) {
            return text();
        }
        String path = utf8 ? text() : bytes;
        StringBuilder shown = new StringBuilder(path.length() + 16);
        int backslashes = 0;
        for (int i = 0; i < path.length(); i++) {
            char unit = path.charAt(i);
            boolean isByte = !utf8 && unit >= 0x80;
            if (isByte || LIKE_BYTE.matcher(path).region(i, path.length()).lookingAt()) {
                shown.append("\\".repeat(backslashes));
            }
            shown.append(isByte ? String.format(Locale.ROOT, "\\x%02X", (int) unit) : String.valueOf(unit));
            backslashes = unit == '\\' ? backslashes + 1 : 0;
        }
        return shown.toString();
    }

    /** How many slashes it has. */
    public int depth() {
        int depth = 0;
        for (int slash = bytes.indexOf('/'); slash >= 0; slash = bytes.indexOf('/', slash + 1)) {
            depth++;
        }
        return depth;
    }

    /** The first {@code parts} of what stands between the slashes, at least one and not more than there are. */
    public RawPath upTo(int parts) {
        int end = bytes.indexOf('/');
        for (int i = 1; i < parts && end >= 0; i++) {
            end = bytes.indexOf('/', end + 1);
        }
        return end < 0 ? this : new RawPath(bytes.substring(0, end));
    }

    /** What stands between the slashes, each with the folder that it is in; the first is at the root. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        while (start <= bytes.length()) {
            int slash = bytes.indexOf('/', start);
            int end = slash < 0 ? bytes.length() : slash;
            parts.add(new Part(bytes.substring(0, Math.max(0, start - 1)), bytes.substring(start, end)));
            start = end + 1;
        }
        return parts;
    }

    /**
     * One step on the way to a path.
     *
     * @param folder the path of the folder, empty at the root, a char a byte
     * @param name the name that the way goes on with, a char a byte
     */
    public record Part(String folder, String name) {}

    /** The folder that holds this path, or empty at the root. */
    public Optional<RawPath> parent() {
        int slash = bytes.lastIndexOf('/');
        return slash <= 0 ? Optional.empty() : Optional.of(new RawPath(bytes.substring(0, slash)));
    }

    /** The part after the last {@code /}, as {@link #text()} gives it. */
    String name() {
        return bytes.endsWith("/") ? "" : new RawPath(bytes.substring(bytes.lastIndexOf('/') + 1)).text();
    }

    /** Whether this path lies below {@code folder}, at any depth. */
    public boolean isBelow(RawPath folder) {
        return bytes.length() > folder.bytes.length()
                && bytes.startsWith(folder.bytes)
                && bytes.charAt(folder.bytes.length()) == '/';
    }

    /** The raw bytes. */
    public byte[] toBytes() {
        return bytes.getBytes(ISO_8859_1);
    }

    /** Orders by unsigned bytes, as git does. */
    @Override
    public int compareTo(RawPath other) {
        return bytes.compareTo(other.bytes);
    }

    /** Written out for speed, see {@link Entry#equals}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RawPath path && bytes.equals(path.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return display();
    }
}
