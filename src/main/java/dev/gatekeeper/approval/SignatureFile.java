package dev.gatekeeper.approval;

import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A signature on the disk of an approver, before it is committed. */
public final class SignatureFile {

    private static final String REMEDY = "Name the file that ssh-keygen wrote: -Dgatekeeper.check=FILE";

    private SignatureFile() {}

    /**
     * Reads {@code file}.
     *
     * @return its bytes, or empty when it is too large for a signature
     * @throws CannotDecideException when it is no file or can't be read
     */
    public static Optional<byte[]> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CannotDecideException(file + " is not a file, and gatekeeper.check names it", REMEDY);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Signatures.MAX_BYTES + 1);
            return bytes.length > Signatures.MAX_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw new CannotDecideException(file + " can't be read, and gatekeeper.check names it", REMEDY, e);
        }
    }
}
