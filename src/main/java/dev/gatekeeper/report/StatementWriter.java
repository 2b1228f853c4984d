package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.disk.AtomicFile;
import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.disk.GuardedFolder;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the file that an approver signs. */
public final class StatementWriter {

    private static final String ENDING = ".statement";

    /** How every statement begins; somebody else's file of such a name doesn't. */
    private static final byte[] START = "gatekeeper-approval/".getBytes(US_ASCII);

    private StatementWriter() {}

    /** The file's name, such as {@code rotate-tokens.statement}. */
    static String nameOf(Statement statement) {
        return statement.contractId() + ENDING;
    }

    /** The statements that former runs have written into {@code folder}. */
    static List<Path> leftIn(Path folder) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                if (Files.isRegularFile(file, NOFOLLOW_LINKS) && holdsStatement(file)) {
                    left.add(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return left;
    }

    private static boolean holdsStatement(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            return Arrays.equals(in.readNBytes(START.length), START);
        }
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
            Path real = new GuardedFolder(untrustedRoots).open(folder.normalize());
            AtomicFile.write(List.of(in(real, statement)));
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.OUTPUT_UNWRITABLE,
                    "%s: the statement to sign cannot be written: %s"
                            .formatted(fileIn(folder, statement), DiskFailure.reason(e)),
                    "Start Maven in a folder that can be written.",
                    e);
        }
    }
}
