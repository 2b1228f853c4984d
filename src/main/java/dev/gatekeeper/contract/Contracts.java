package dev.gatekeeper.contract;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the contracts that a change adds. */
public final class Contracts {

    private Contracts() {}

    /**
     * Reads the contracts of {@code ownFiles} from head's tree, in the order of their paths; a misplaced one is unreadable.
     *
     * @param extraFields the fields that the policies in force add
     */
    public static List<ContractReading> read(Snapshot head, OwnFiles ownFiles, Set<String> extraFields) {
        List<ContractReading> readings = new ArrayList<>();
        for (ChangedPath added : ownFiles.contracts()) {
            readings.add(read(head, added, extraFields));
        }
        for (ChangedPath added : ownFiles.misplaced()) {
            readings.add(unreadable(
                    added,
                    "no contract is read from this path; a contract is .gatekeeper/contracts/<id>.yaml with an <id> of"
                            + " lower-case letters, digits, '.', '_' and '-'"));
        }
        return List.copyOf(readings);
    }

    /**
     * The contract with {@code id}, or the only one.
     *
     * @throws CannotDecideException when there is none, when several leave the choice open, or when it could not be read
     */
    public static Contract choose(List<ContractReading> readings, Optional<String> id) {
        List<Contract> readable = ContractReading.readable(readings);
        List<Contract> fitting = readable.stream()
                .filter(contract -> id.isEmpty() || id.get().equals(contract.id()))
                .toList();
        if (fitting.size() == 1 && (id.isPresent() || readings.size() == 1)) {
            return fitting.get(0);
        }
        if (readable.isEmpty()) {
            throw noneReadable(readings);
        }
        String ids = readable.stream().map(Contract::id).sorted().collect(Collectors.joining(", "));
        throw new CannotDecideException(
                id.map(wanted -> "gatekeeper.contract is '" + wanted
                                + "', and this change has no contract of that id that can be read; it has " + ids)
                        .orElse("this change has several contracts: " + ids),
                "Name the one to approve: -Dgatekeeper.contract="
                        + readable.get(0).id());
    }

    private static CannotDecideException noneReadable(List<ContractReading> readings) {
        for (ContractReading reading : readings) {
            if (reading instanceof ContractReading.Unreadable unreadable) {
                Problem first = unreadable.problems().get(0);
                return new CannotDecideException(
                        unreadable.file() + first.mark().map(mark -> ":" + mark).orElse("") + "  can't be approved: "
                                + first.text(),
                        "The author mends it and pushes; then sign.");
            }
        }
        return new CannotDecideException(
                "there is nothing to approve: this change adds no contract that counts",
                "The author adds .gatekeeper/contracts/<id>.yaml and pushes; then sign.");
    }

    private static ContractReading read(Snapshot head, ChangedPath added, Set<String> extraFields) {
        if (!added.after().isFile()) {
            return unreadable(added, "the contract is not a regular file");
        }
        Optional<byte[]> bytes = head.read(added.after(), StrictYaml.MAX_BYTES);
        if (bytes.isEmpty()) {
            return unreadable(added, "the contract is larger than " + StrictYaml.MAX_BYTES / 1024 + " KiB");
        }
        String id = Layout.contractId(added.path()).orElseThrow();
        return ContractReader.read(id, added.path().display(), bytes.get(), extraFields);
    }

    private static ContractReading unreadable(ChangedPath added, String problem) {
        return new ContractReading.Unreadable(added.path().display(), List.of(Problem.ofFile(problem)));
    }
}
