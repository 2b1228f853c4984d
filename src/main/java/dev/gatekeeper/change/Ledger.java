package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The contracts that were archived, as the target remembers them: their ids are taken for ever.
 *
 * <p>Only those of its files are read that an answer needs.
 */
public final class Ledger {

    /** The most of one of its files: room for 24,000 lines of the longest ids, and so for six million contracts in all. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Snapshot target;
    private final Map<RawPath, LedgerFile> read = new HashMap<>();

    public Ledger(Snapshot target) {
        this.target = target;
    }

    /**
     * Whether a contract of {@code id} was archived.
     *
     * @throws CannotDecideException when the file that would hold it can't be read
     */
    public boolean holds(String id) {
        return file(Layout.ledgerFile(id)).holds(id);
    }

    /** Whether {@code line} is one of its; throws as {@link #holds(String)} does. */
    boolean holds(LedgerLine line) {
        return file(Layout.ledgerFile(line.id())).lines().contains(line);
    }

    /**
     * The id of an archived contract of the digest {@code sha256}.
     *
     * @throws CannotDecideException when a file of the ledger can't be read
     */
    public Optional<String> idOf(String sha256) {
        for (Map.Entry<RawPath, Entry> found : target.listing(Layout.LEDGER).entrySet()) {
            RawPath path = found.getKey();
            if (Layout.ofLedger(path).isPresent() && mayHold(path, found.getValue(), LedgerLine.end(sha256))) {
                for (LedgerLine line : file(path).lines()) {
                    if (line.sha256().equals(sha256)) {
                        return Optional.of(line.id());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the file at {@code path} has to be read for a line that ends in {@code end}. A digest is looked for in all of the ledger,
     * which may hold a hundred thousand: so a file without it is only seen to be one of lines.
     */
    private boolean mayHold(RawPath path, Entry file, String end) {
        FileContent content = target.content(file, MAX_BYTES);
        String text = new String(content.bytes().orElseThrow(() -> unreadable(path, content.problem())), ISO_8859_1);
        return text.contains(end) || !LedgerLine.areLines(text);
    }

    /** The file at {@code path}; throws as {@link #holds(String)} does. */
    LedgerFile file(RawPath path) {
        LedgerFile file = read.get(path);
        if (file == null) {
            file = LedgerFile.of(target, path);
            read.put(path, file);
        }
        if (file.problem().isPresent()) {
            throw unreadable(path, file.problem().get());
        }
        return file;
    }

    private static CannotDecideException unreadable(RawPath path, String problem) {
        return new CannotDecideException(
                UndecidedCode.LEDGER_INVALID,
                path + " of the target, which says what ids archived contracts have had, " + problem,
                "An administrator lands a commit that puts back what it was; to see that: git log -p -- " + path);
    }
}
