package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.disk.AtomicFile;
import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.disk.GrowingFile;
import dev.gatekeeper.disk.GuardedFolder;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what an audit finds: {@code audit.ndjson}, a verdict record a change, while it goes on; then {@code audit.md} for people and
 * {@code audit.json}. What an earlier audit wrote stays until then, since {@code audit.json} says where the next one begins.
 */
public final class AuditWriter implements AutoCloseable {

    private static final String REMEDY = "Name a folder that can be written: -Dgatekeeper.output=FOLDER";

    private final Path folder;
    private final GrowingFile records;

    private AuditWriter(Path folder, GrowingFile records) {
        this.folder = folder;
        this.records = records;
    }

    /**
     * Begins; folders are made, and no symbolic link that a change could have made is followed.
     *
     * @param output the folder, absolute
     * @param untrustedRoots folders, beside work trees, whose content a change may control
     * @throws CannotDecideException when nothing can be written there
     */
    public static AuditWriter open(Path output, List<Path> untrustedRoots) {
        try {
            Path folder = new GuardedFolder(untrustedRoots).open(output);
            for (String name : List.of("audit.ndjson", "audit.md", "audit.json")) {
                if (Files.isDirectory(folder.resolve(name))) {
                    throw new IOException(folder.resolve(name) + ": it is a folder where a file is to be");
                }
            }
            return new AuditWriter(folder, GrowingFile.replacing(folder.resolve("audit.ndjson")));
        } catch (IOException e) {
            throw cannot(output, e);
        }
    }

    /** Writes the record of one change. */
    public void record(Outcome<Judgement> outcome) {
        try {
            records.append(JsonRecord.audited(outcome).getBytes(UTF_8));
        } catch (IOException e) {
            throw cannot(folder, e);
        }
    }

    /** Writes what all came to, and puts the records in their place. */
    public void write(Facts facts, Audit audit) {
        try {
            records.put();
            AtomicFile.write(List.of(
                    AtomicFile.of(
                            folder.resolve("audit.md"),
                            AuditPage.render(facts, audit).getBytes(UTF_8)),
                    // Last, so that it never says what a run that failed before its end did not come to.
                    AtomicFile.of(
                            folder.resolve("audit.json"),
                            AuditJson.render(facts, audit).getBytes(UTF_8))));
        } catch (IOException e) {
            throw cannot(folder, e);
        }
    }

    /** Leaves nothing behind of an audit that came to nothing. */
    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw cannot(folder, e);
        }
    }

    private static CannotDecideException cannot(Path folder, IOException e) {
        return new CannotDecideException(
                UndecidedCode.OUTPUT_UNWRITABLE,
                "%s: the audit cannot be written: %s".formatted(folder, DiskFailure.reason(e)),
                REMEDY,
                e);
    }
}
