package dev.gatekeeper.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Ledger;
import dev.gatekeeper.change.LedgerFile;
import dev.gatekeeper.change.LedgerLine;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The ledger as it is to be in a work tree: the lines of merge base, target and head, and those of this run.
 *
 * <p>A file of it is written where it lacks a line, or isn't one at all any more: a merge of two archives leaves both sides' lines between
 * the marks of a conflict, or those of one side.
 */
final class LedgerDraft {

    private final Branches branches;
    private final WorkTreeFiles workTree;
    private final Ledger ofTarget;
    private final Map<RawPath, SortedSet<LedgerLine>> added = new TreeMap<>();
    private final Set<String> ofSomebody = new TreeSet<>();

    LedgerDraft(Branches branches, WorkTreeFiles workTree) {
        this.branches = branches;
        this.workTree = workTree;
        this.ofTarget = new Ledger(branches.target());
    }

    Ledger ofTarget() {
        return ofTarget;
    }

    /** Adds {@code line}; says whether the work tree has it not yet. */
    boolean add(LedgerLine line) {
        RawPath path = Layout.ledgerFile(line.id());
        added.computeIfAbsent(path, any -> new TreeSet<>()).add(line);
        return !workTree.ledgerFile(path).lines().contains(line);
    }

    /** The files to be written. */
    List<Draft.NewFile> files() {
        Set<RawPath> paths = new TreeSet<>(added.keySet());
        for (Snapshot snapshot :
                List.of(branches.trees().base(), branches.target(), branches.head(), workTree.files())) {
            for (RawPath path : snapshot.entries(Optional.of(Layout.LEDGER))) {
                Layout.ofLedger(path).ifPresent(paths::add);
            }
        }
        List<Draft.NewFile> files = new ArrayList<>();
        for (RawPath path : paths) {
            file(path).ifPresent(files::add);
        }
        return files;
    }

    private Optional<Draft.NewFile> file(RawPath path) {
        SortedSet<LedgerLine> needed = new TreeSet<>(added.getOrDefault(path, new TreeSet<>()));
        needed.addAll(LedgerFile.of(branches.trees().base(), path).lines());
        needed.addAll(LedgerFile.of(branches.head(), path).lines());
        LedgerFile now = workTree.ledgerFile(path);
        if (now.problem().isEmpty() && now.lines().containsAll(needed)) {
            return Optional.empty();
        }
        SortedSet<LedgerLine> lines = new TreeSet<>(needed);
        lines.addAll(LedgerFile.of(branches.target(), path).lines());
        lines.addAll(now.lines());
        if (workTree.isUncommitted(path) && !holdsOnly(path, lines)) {
            ofSomebody.add(path.display());
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return Optional.of(new Draft.NewFile(path, text.toString(), true));
    }

    /** Whether nothing would be lost by writing {@code lines}: what is not among them are the marks of a conflict. */
    private boolean holdsOnly(RawPath path, SortedSet<LedgerLine> lines) {
        Set<String> known = new TreeSet<>();
        lines.forEach(line -> known.add(line.toString()));
        return workTree.content(path, Ledger.MAX_BYTES)
                .bytes()
                .map(bytes -> new String(bytes, ISO_8859_1).lines())
                .orElse(Stream.of("?"))
                .allMatch(line -> known.contains(line) || isMark(line) || line.isBlank());
    }

    private static boolean isMark(String line) {
        return Stream.of("<<<<<<<", "|||||||", "=======", ">>>>>>>").anyMatch(line::startsWith);
    }

    /** The files among them that hold what somebody has not committed yet. */
    Set<String> ofSomebody() {
        return ofSomebody;
    }
}
