package dev.gatekeeper.maven;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the disk that a parameter names; absolute. */
record DiskFile(Path path) implements InputFile {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public FileContent read(int limit) {
        if (!Files.isRegularFile(path)) {
            return FileContent.none(
                    Files.exists(path) ? FileContent.Flaw.NOT_REGULAR : FileContent.Flaw.MISSING, limit);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? FileContent.none(FileContent.Flaw.TOO_LARGE, limit) : FileContent.of(bytes);
        } catch (IOException e) {
            return FileContent.none(FileContent.Flaw.UNREADABLE, limit);
        }
    }
}
