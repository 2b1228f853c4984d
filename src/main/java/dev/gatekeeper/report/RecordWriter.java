package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.disk.AtomicFile;
import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.disk.GuardedFolder;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Writes the verdict record, and beside it the same for people, and each statement that still has to be signed. */
public final class RecordWriter {

    private static final String REMEDY = "Name a file that can be written: -Dgatekeeper.record=FILE";

    private RecordWriter() {}

    /**
     * Writes {@code record} and, beside it, the page whose name ends in {@code .md} instead of {@code .json}, and an
     * {@code <id>.statement} for each contract that still has to be signed. Where nothing was judged, statements of former runs are
     * taken away, since nobody should sign them. Folders are made, files are replaced atomically, and no symbolic link that the change
     * could have made is followed.
     *
     * @param record where; a relative path counts from the working directory
     * @param untrustedRoots folders, beside work trees, whose content the change may control: a git folder, the folder Maven was
     *     started for
     * @throws CannotDecideException when that is not possible
     */
    public static void write(Path record, List<Path> untrustedRoots, Outcome<Judgement> outcome) {
        Path path = record.toAbsolutePath().normalize();
        try {
            Path folder = new GuardedFolder(untrustedRoots).open(folderOf(path));
            Path json = replaceable(folder.resolve(nameOf(path)));
            Path markdown = replaceable(folder.resolve(pageBeside(nameOf(path))));
            List<AtomicFile> files = new ArrayList<>();
            for (Statement statement : statements(outcome)) {
                files.add(StatementWriter.in(folder, statement));
            }
            files.add(AtomicFile.of(markdown, page(outcome).getBytes(UTF_8)));
            // Last, so that it never says what a run that failed before its end did not come to.
            files.add(AtomicFile.of(json, JsonRecord.render(outcome).getBytes(UTF_8)));
            replace(files, outcome instanceof Outcome.Skipped ? StatementWriter.leftIn(folder) : List.of(), json);
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.OUTPUT_UNWRITABLE,
                    "%s: the verdict record cannot be written: %s".formatted(path, DiskFailure.reason(e)),
                    REMEDY,
                    e);
        }
    }

    private static String page(Outcome<Judgement> outcome) {
        return outcome instanceof Outcome.Skipped<Judgement> skipped
                ? SkippedReport.page(skipped)
                : MarkdownSummary.render(outcome);
    }

    /**
     * Replaces {@code files} and takes {@code old} ones away, or else takes away the old {@code json}, which is not what this run came
     * to.
     */
    private static void replace(List<AtomicFile> files, List<Path> old, Path json) throws IOException {
        try {
            AtomicFile.write(files);
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            try {
                Files.deleteIfExists(json);
            } catch (IOException stays) {
                e.addSuppressed(stays);
            }
            throw e;
        }
    }

    private static List<Statement> statements(Outcome<Judgement> outcome) {
        return outcome instanceof Outcome.Reached<Judgement> decided
                ? decided.result().statements()
                : List.of();
    }

    private static Path folderOf(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw notAFile(path);
        }
        return folder;
    }

    private static String nameOf(Path path) throws IOException {
        Path name = path.getFileName();
        if (name == null) {
            throw notAFile(path);
        }
        return name.toString();
    }

    private static String pageBeside(String name) {
        return (name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name) + ".md";
    }

    /** Accepts {@code file} when nothing is there, a regular file, or a symbolic link, which is then replaced itself. */
    static Path replaceable(Path file) throws IOException {
        if (GuardedFolder.isNamedGit(file)) {
            throw new FileSystemException(file.toString(), null, "it is git's own file");
        }
        if (Files.exists(file, NOFOLLOW_LINKS)) {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (!found.isRegularFile() && !found.isSymbolicLink()) {
                throw notAFile(file);
            }
        }
        return file;
    }

    private static FileSystemException notAFile(Path path) {
        return new FileSystemException(path.toString(), null, "it is not a regular file");
    }
}
