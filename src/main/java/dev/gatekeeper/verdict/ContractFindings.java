package dev.gatekeeper.verdict;

import dev.gatekeeper.change.AlteredLedger;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.NearMiss;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.contract.UnreadableContract;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the change has contracts that can be read, and left those of earlier changes alone. */
final class ContractFindings {

    private static final String FOLDER = Layout.CONTRACTS.display();
    private static final int MOST_RESTORED = 10;

    private final Case judged;
    private final Moves moves;

    ContractFindings(Case judged) {
        this.judged = judged;
        this.moves = new Moves(judged);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (judged.contracts().files().isEmpty()) {
            findings.add(missing());
        }
        for (ChangedPath changed : judged.ownFiles().alteredApprovals()) {
            findings.add(altered(changed, "the approval"));
        }
        for (ChangedPath changed : judged.ownFiles().alteredContracts()) {
            findings.add(altered(changed, "the contract"));
        }
        for (AlteredLedger ledger : judged.ownFiles().alteredLedger()) {
            findings.add(altered(ledger));
        }
        for (UnreadableContract contract : judged.contracts().unreadable()) {
            for (Problem problem : contract.problems()) {
                findings.add(unreadable(contract.file(), problem));
            }
        }
        return findings;
    }

    private Finding missing() {
        Level level = judged.levelOnceInPlace();
        Optional<String> near = moves.nearContracts();
        return Finding.inFile(
                Code.CONTRACT_MISSING,
                FOLDER,
                "this change adds no contract" + near.orElseGet(this::history),
                near.flatMap(words -> moves.remedy())
                        .orElse("Draft " + FOLDER + "/<id>.yaml, fill in " + fields(level) + ", and commit it: "
                                + NextStep.draft(judged.revisions())),
                judged.policies().origins());
    }

    /** What a contract that declares {@code level} is asked for, as a list in words. */
    private String fields(Level level) {
        List<String> keys = Demands.fields(judged.policies(), level);
        Set<String> invariants = new LinkedHashSet<>();
        judged.classification()
                .touched()
                .forEach(touched -> invariants.addAll(touched.rule().invariants()));
        keys.replaceAll(key -> switch (key) {
            case ContractKeys.RISK_LEVEL -> key + ": " + level;
            case ContractKeys.INVARIANTS ->
                key + (invariants.isEmpty() ? "" : " (answers to " + Words.list(invariants) + ")");
            default -> key;
        });
        int last = keys.size() - 1;
        return String.join(", ", keys.subList(0, last)) + " and " + keys.get(last);
    }

    /** What the diff alone asks for, where no contract could be read that would be asked for it. */
    Optional<Remark> asked() {
        if (!judged.contracts().readable().isEmpty()
                || judged.contracts().files().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Remark(
                judged.contracts().files().get(0),
                Optional.empty(),
                "once it can be read, this change asks it for " + fields(judged.levelOnceInPlace())));
    }

    private String history() {
        Set<String> landed = names(judged.ownFiles().landed().stream());
        if (!landed.isEmpty()) {
            return " that counts: " + Words.list(landed)
                    + " has landed on the target already and answers for another change";
        }
        Set<String> edited = names(
                judged.ownFiles().alteredContracts().stream().filter(changed -> changed.status() == Status.MODIFIED));
        return edited.isEmpty()
                ? "; only commits are judged"
                : ": " + Words.list(edited) + " belongs to an earlier change";
    }

    private Finding altered(ChangedPath changed, String what) {
        return Finding.inFile(
                Code.CONTRACT_ALTERED,
                changed.path().display(),
                what + " of an earlier change is history, and this change "
                        + (changed.status() == Status.DELETED ? "deletes" : "alters") + " it",
                saved().orElseGet(() -> restored(
                        judged,
                        judged.ownFiles().archived().isEmpty()
                                ? restorable(judged)
                                : List.of(changed.path().display()))),
                judged.policies().origins());
    }

    private Finding altered(AlteredLedger ledger) {
        return Finding.inFile(
                Code.CONTRACT_ALTERED,
                ledger.changed().path().display(),
                ledger.problem(),
                mend(ledger.changed()),
                judged.policies().origins());
    }

    private String mend(ChangedPath ledger) {
        String path = ledger.path().display();
        if (!judged.ownFiles().archived().isEmpty()) {
            return anew(judged);
        }
        return ledger.onTarget().isAbsent()
                ? "Take it out and commit: git rm -r -- " + Shell.quote(path)
                : restored(judged, List.of(path));
    }

    /** What an author does so that all that belongs to earlier changes is as they left it. */
    static String mendAll(Case judged) {
        OwnFiles ownFiles = judged.ownFiles();
        if (ownFiles.archived().isEmpty() && !restorable(judged).isEmpty()) {
            return restored(judged, restorable(judged));
        }
        if (!ownFiles.alteredLedger().isEmpty()) {
            return anew(judged);
        }
        // Beside what is archived, whose folders are to stay as they are, each file is put back by itself.
        return restored(
                judged,
                ownFiles.altered().stream()
                        .limit(MOST_RESTORED)
                        .map(changed -> changed.path().display())
                        .toList());
    }

    private static String restored(Case judged, List<String> paths) {
        return "Restore it and commit: " + NextStep.restore(judged.revisions(), paths);
    }

    private static String anew(Case judged) {
        return "Let archive write it anew, and commit: " + NextStep.archive(judged.revisions());
    }

    /** Where the change has no other contract, its words stand there: they get an id of their own before anything is restored. */
    private Optional<String> saved() {
        return judged.ownFiles().overwritten().isEmpty() ? Optional.empty() : moves.remedy();
    }

    /** Those of our folders in which the change has altered what belongs to earlier changes. */
    static List<String> restorable(Case judged) {
        List<String> folders = new ArrayList<>();
        if (!judged.ownFiles().alteredContracts().isEmpty()) {
            folders.add(Layout.CONTRACTS.display());
        }
        if (!judged.ownFiles().alteredApprovals().isEmpty()) {
            folders.add(Layout.APPROVALS.display());
        }
        if (judged.ownFiles().alteredLedger().stream()
                .anyMatch(ledger -> !ledger.changed().onTarget().isAbsent())) {
            folders.add(Layout.LEDGER.display());
        }
        return folders;
    }

    private Finding unreadable(String file, Problem problem) {
        return new Finding(
                Code.CONTRACT_UNREADABLE,
                file,
                problem.mark(),
                problem.text(),
                misplaced(file)
                        .orElse(
                                "Mend the file or its name, and commit; Gatekeeper's README shows one under \"The contract\"."),
                judged.policies().origins());
    }

    private Optional<String> misplaced(String file) {
        for (NearMiss miss : judged.inPlace().misplaced()) {
            if (miss.changed().path().display().equals(file)) {
                return miss.proper().map(to -> "Move it and commit: " + Moves.move(miss, to));
            }
        }
        return Optional.empty();
    }

    private static Set<String> names(Stream<ChangedPath> paths) {
        return paths.map(changed -> changed.path().display()).collect(Collectors.toCollection(TreeSet::new));
    }
}
