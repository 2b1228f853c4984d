package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a run is given, in memory. */
public record MemoryFile(String name, String text) implements InputFile {

    /** What lies at {@code file}, a regular file, under the name by which a run is given it. */
    public static MemoryFile of(Path file) throws IOException {
        return new MemoryFile(file.toString(), Files.readString(file));
    }

    /** One that can't be read for what is the matter with it. */
    public static InputFile flawed(String name, FileContent.Flaw flaw) {
        return new InputFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public FileContent read(int limit) {
                return FileContent.none(flaw, limit);
            }
        };
    }

    @Override
    public FileContent read(int limit) {
        byte[] bytes = text.getBytes(UTF_8);
        return bytes.length > limit ? FileContent.none(FileContent.Flaw.TOO_LARGE, limit) : FileContent.of(bytes);
    }
}
