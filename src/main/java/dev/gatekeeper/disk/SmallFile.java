package dev.gatekeeper.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of which it matters only what people have written into it. */
public final class SmallFile {

    private static final int LONGEST = 256 * 1024;

    private SmallFile() {}

    /** What the file at {@code path} begins with; nothing where there is none, or it can't be read. */
    public static String text(Path path) {
        if (!Files.isRegularFile(path)) {
            return "";
        }
        try (InputStream file = Files.newInputStream(path)) {
            return new String(file.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
