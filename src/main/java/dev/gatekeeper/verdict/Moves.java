package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.GivenApproval;
import dev.gatekeeper.approvals.NearSignature;
import dev.gatekeeper.approvals.OnceInPlace;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.NearMiss;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an author puts each file where it is read, and where it belongs. */
final class Moves {

    private static final int MOST = 10;

    private final Case judged;
    private final OnceInPlace inPlace;

    Moves(Case judged) {
        this.judged = judged;
        this.inPlace = judged.inPlace();
    }

    /** Whether nobody would have to answer for anything more, once each file is in its place. */
    boolean answerForAll() {
        return !judged.ownFiles().areInPlace() && inPlace.isAnswered();
    }

    /** What an author does so that each file lies where it is read; empty where there is nothing to move. */
    Optional<String> remedy() {
        return command("Put %s in its place and commit: ");
    }

    /** As {@link #remedy}, where nobody has to do anything else. */
    Optional<String> remedyForAll() {
        return answerForAll()
                ? command("Put %s in its place and commit, and nothing more is asked for: ")
                : Optional.empty();
    }

    /** {@code finding}, of which the author mends all by moving files, where that is so. */
    Finding or(Finding finding) {
        return remedyForAll().map(finding::byAuthor).orElse(finding);
    }

    private Optional<String> command(String words) {
        List<String> commands = new ArrayList<>();
        for (NearMiss contract : inPlace.contracts()) {
            commands.add(contract.proper().map(to -> move(contract, to)).orElse(""));
        }
        for (NearMiss spent : inPlace.spent()) {
            commands.add(spent.proper().map(to -> move(spent, to)).orElse(""));
        }
        for (NearSignature signature : inPlace.signatures()) {
            commands.add(move(signature));
        }
        for (NearMiss taken : inPlace.taken()) {
            commands.add(taken.proper().map(to -> moveAndRestore(taken, to)).orElse(""));
        }
        for (ChangedPath taken : judged.ownFiles().takenApprovals()) {
            commands.add(restore(taken));
        }
        if (!judged.ownFiles().altered().isEmpty() && !commands.isEmpty()) {
            commands.add(NextStep.restore(judged.revisions(), ContractFindings.restorable(judged)));
        }
        commands.removeIf(String::isEmpty);
        if (commands.isEmpty()) {
            return Optional.empty();
        }
        String what = commands.size() > MOST
                ? "each of the first " + MOST + " files"
                : commands.size() > 1 ? "each file" : "the file";
        return Optional.of(words.formatted(what)
                + String.join(" && ", commands.subList(0, Math.min(MOST, commands.size()))));
    }

    /** The command that puts {@code added} in its place; empty where it is in none that a remedy has. */
    Optional<String> commandFor(ChangedPath added) {
        return Stream.of(
                        inPlace.contracts().stream(),
                        inPlace.misplaced().stream(),
                        inPlace.signatures().stream().map(NearSignature::miss))
                .flatMap(misses -> misses)
                .filter(miss -> miss.changed().equals(added))
                .findFirst()
                .flatMap(miss -> miss.proper().map(to -> move(miss, to)));
    }

    /** What is read as nothing and none of {@code findings} names. */
    List<Remark> remarks(List<Finding> findings) {
        List<Remark> remarks = new ArrayList<>();
        if (!judged.contracts().files().isEmpty()) {
            for (NearMiss contract : inPlace.contracts()) {
                remarks.add(remark(
                        contract.changed(),
                        "is nearly a contract, and is read as none; contracts lie at .gatekeeper/contracts/<id>.yaml",
                        contract.proper().map(to -> move(contract, to)),
                        findings));
            }
            for (NearMiss taken : inPlace.taken()) {
                remarks.add(remark(
                        taken.changed(),
                        "answers for nothing, since the target has another contract here; one of this change has an id of its own",
                        taken.proper().map(to -> moveAndRestore(taken, to)),
                        findings));
            }
        }
        for (NearSignature signature : inPlace.signatures()) {
            remarks.add(remark(
                    signature.miss().changed(),
                    signature.good().map(Moves::whose).orElse("is nearly an approval")
                            + ", and is read as none; approvals lie at .gatekeeper/approvals/<id of the contract>/<name>.sig",
                    Optional.of(move(signature)).filter(command -> !command.isEmpty()),
                    findings));
        }
        if (!judged.contracts().files().isEmpty()) {
            for (ChangedPath spent : judged.ownFiles().spent()) {
                remarks.add(remark(
                        spent,
                        "answers for nothing: the id is taken, since the target's ledger holds it",
                        Optional.empty(),
                        findings));
            }
        }
        for (ChangedPath taken : judged.ownFiles().takenApprovals()) {
            remarks.add(remark(
                    taken,
                    "approves nothing, since the target has another approval here, which belongs to an earlier change",
                    Optional.empty(),
                    findings));
        }
        return remarks;
    }

    /** A command that a finding's remedy has already is not said again. */
    private static Remark remark(ChangedPath changed, String text, Optional<String> command, List<Finding> findings) {
        return new Remark(
                changed.path().display(),
                Optional.empty(),
                text
                        + command.filter(given -> findings.stream()
                                        .noneMatch(finding -> finding.remedy().contains(given)))
                                .map(given -> "; move it and commit: " + given)
                                .orElse(""));
    }

    private static String whose(GivenApproval good) {
        return "is a good signature of the contract '" + good.contractId().orElseThrow() + "' by "
                + good.approver().shown();
    }

    /** The command that puts {@code signature} in its place; blank where nothing tells which contract it is of. */
    static String move(NearSignature signature) {
        return signature.miss().proper().map(to -> move(signature.miss(), to)).orElse("");
    }

    static String move(NearMiss miss, RawPath to) {
        RawPath from = miss.changed().path();
        return (from.parent().equals(to.parent())
                        ? ""
                        : "mkdir -p " + quoted(to.parent().orElseThrow()) + " && ") + "git mv " + quoted(from) + " "
                + quoted(to);
    }

    /** What is altered is put back with all that is. */
    private String moveAndRestore(NearMiss taken, RawPath to) {
        return judged.ownFiles().altered().contains(taken.changed())
                ? move(taken, to)
                : move(taken, to) + " && " + restore(taken.changed());
    }

    private String restore(ChangedPath changed) {
        return NextStep.restore(judged.revisions(), List.of(changed.path().display()));
    }

    private static String quoted(RawPath path) {
        return Shell.quoteBytes((path.bytes().startsWith("-") ? "./" : "") + path.bytes());
    }

    /** Words for the contracts that the change nearly has, to go on after {@code this change adds no contract}; empty where it has none. */
    Optional<String> nearContracts() {
        List<String> near = new ArrayList<>();
        for (NearMiss contract : inPlace.contracts()) {
            near.add(contract.changed().path().display());
        }
        List<String> taken = new ArrayList<>();
        for (NearMiss contract : inPlace.taken()) {
            taken.add(contract.changed().path().display());
        }
        if (!near.isEmpty()) {
            return Optional.of(" that counts: " + Words.list(near)
                    + (near.size() == 1 ? " is nearly one, and is" : " are nearly some, and are")
                    + " not read from there");
        }
        if (taken.isEmpty()) {
            return spent();
        }
        String whose = judged.ownFiles().overwritten().isEmpty()
                ? "the target has another file at " + Words.list(taken)
                : Words.list(taken) + (taken.size() == 1 ? " belongs" : " belong") + " to an earlier change";
        return Optional.of(" that counts: " + whose + ", and this change's own needs another id");
    }

    private Optional<String> spent() {
        List<String> spent = new ArrayList<>();
        for (NearMiss contract : inPlace.spent()) {
            spent.add(contract.changed().path().display());
        }
        return spent.isEmpty()
                ? Optional.empty()
                : Optional.of(" that counts: the id is taken, since the target's ledger holds that of "
                        + Words.list(spent) + ", and this change's own needs another");
    }
}
