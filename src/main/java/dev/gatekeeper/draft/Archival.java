package dev.gatekeeper.draft;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.LedgerLine;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.StrictYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code archive} does to a work tree: contracts of landed changes go into the ledger.
 *
 * @param before the day before which they have landed
 * @param ids those of the contracts that go
 * @param ledger the files of the ledger to be written
 * @param gone the contracts and approvals to be deleted
 * @param left the paths of contracts that landed before that day and stay, since not every branch holds them alike
 */
public record Archival(
        LocalDate before, List<String> ids, List<Draft.NewFile> ledger, List<Gone> gone, List<String> left) {

    /**
     * A file to be deleted.
     *
     * @param path where in the work tree
     * @param id what git calls its content
     */
    public record Gone(RawPath path, String id) {}

    public Archival {
        ids = List.copyOf(ids);
        ledger = List.copyOf(ledger);
        gone = List.copyOf(gone);
        left = List.copyOf(left);
    }

    /** Whether the work tree is already as it is to be. */
    public boolean isNothing() {
        return ledger.isEmpty() && gone.isEmpty();
    }

    /**
     * Finds out what goes.
     *
     * @param landed the paths of what the target holds that landed before {@code before}
     * @throws CannotDecideException when that would overwrite what somebody has not committed yet
     */
    public static Archival of(Branches branches, WorkTreeFiles workTree, Set<RawPath> landed, LocalDate before) {
        return new Planning(branches, workTree).plan(new TreeSet<>(landed), before);
    }

    private static final class Planning {

        private final Branches branches;
        private final WorkTreeFiles workTree;
        private final LedgerDraft ledger;
        private final List<Gone> gone = new ArrayList<>();
        private final List<String> left = new ArrayList<>();
        private final Set<String> ids = new TreeSet<>();

        Planning(Branches branches, WorkTreeFiles workTree) {
            this.branches = branches;
            this.workTree = workTree;
            this.ledger = new LedgerDraft(branches, workTree);
        }

        Archival plan(Set<RawPath> landed, LocalDate before) {
            Branches.Folder contracts = branches.folder(Layout.CONTRACTS);
            for (RawPath path : landed) {
                Optional<String> id = Layout.contractId(path);
                Optional<Entry> held = contracts.heldAlike(path);
                Optional<LedgerLine> line = id.flatMap(known -> held.flatMap(entry -> line(known, entry)));
                if (line.isPresent()) {
                    contract(path, line.get(), held.get());
                } else if (id.isPresent()) {
                    left.add(path.display());
                }
            }
            approvals();
            List<Draft.NewFile> files = ledger.files();
            refuseUncommitted();
            return new Archival(before, List.copyOf(ids), files, gone, left);
        }

        private void contract(RawPath path, LedgerLine line, Entry entry) {
            boolean added = ledger.add(line);
            boolean deleted = delete(path, entry);
            if (added || deleted) {
                ids.add(line.id());
            }
        }

        private Optional<LedgerLine> line(String id, Entry contract) {
            return branches.target()
                    .content(contract, StrictYaml.MAX_BYTES)
                    .bytes()
                    .map(bytes -> new LedgerLine(id, Digests.sha256(bytes)));
        }

        /** Those of the contracts that go, and those left of contracts that went before. */
        private void approvals() {
            for (RawPath folder : branches.head().entries(Optional.of(Layout.APPROVALS))) {
                String id = folder.bytes().substring(Layout.APPROVALS.bytes().length() + 1);
                if (Layout.isId(id) && (ids.contains(id) || ledger.ofTarget().holds(id))) {
                    Branches.Folder approvals = branches.folder(folder);
                    for (RawPath path : branches.target().entries(Optional.of(folder))) {
                        Layout.approvedId(path)
                                .flatMap(approved -> approvals.heldAlike(path))
                                .ifPresent(entry -> delete(path, entry));
                    }
                }
            }
        }

        /** Whether there is anything left to be deleted. */
        private boolean delete(RawPath path, Entry entry) {
            if (!workTree.holds(path)) {
                return false;
            }
            gone.add(new Gone(path, entry.id()));
            return true;
        }

        private void refuseUncommitted() {
            Set<String> mine = new TreeSet<>(ledger.ofSomebody());
            for (Gone file : gone) {
                if (workTree.isUncommitted(file.path())) {
                    mine.add(file.path().display());
                }
            }
            if (!mine.isEmpty()) {
                throw new CannotDecideException(
                        UndecidedCode.WORK_TREE_UNREADY,
                        "nothing is archived: " + Words.list(mine) + (mine.size() == 1 ? " has" : " have")
                                + " changes that are not committed",
                        "Commit them, or put them aside, and archive then: git stash");
            }
        }
    }
}
