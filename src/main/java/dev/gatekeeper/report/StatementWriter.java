package dev.gatekeeper.report;

import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the file that an approver signs. */
public final class StatementWriter {

    private StatementWriter() {}

    /** The file's name, such as {@code rotate-tokens.statement}. */
    static String nameOf(Statement statement) {
        return statement.contractId() + ".statement";
    }

    /** Where {@link #write} puts {@code statement} in {@code folder}, which is absolute. */
    public static Path fileIn(Path folder, Statement statement) {
        return folder.resolve(nameOf(statement)).normalize();
    }

    /** The file of {@code statement} in {@code folder}, a real path. */
    static AtomicFile in(Path folder, Statement statement) throws IOException {
        return AtomicFile.of(RecordWriter.replaceable(folder.resolve(nameOf(statement))), statement.bytes());
    }

    /**
     * Writes {@code statement} into {@code folder} byte for byte, by the same care as {@link RecordWriter#write}.
     *
     * @param folder absolute
     * @throws CannotDecideException when that is not possible
     */
    public static void write(Path folder, List<Path> untrustedRoots, Statement statement) {
        try {
            Path real = new RecordFolder(untrustedRoots).open(folder.normalize());
            AtomicFile.replace(List.of(in(real, statement)));
        } catch (IOException e) {
            throw new CannotDecideException(
                    "%s: the statement to sign cannot be written: %s"
                            .formatted(fileIn(folder, statement), RecordWriter.reason(e)),
                    "Start Maven in a folder that can be written.",
                    e);
        }
    }
}
