package dev.gatekeeper.contract;

import dev.gatekeeper.change.Answers;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the contracts that a change adds. */
public final class Contracts {

    private Contracts() {}

    /**
     * Reads the contracts of {@code answers} from head's tree, in the order of their paths; a misplaced one is unreadable.
     *
     * @param extraFields the fields that the policies in force add
     */
    public static List<ContractReading> read(Snapshot head, Answers answers, Set<String> extraFields) {
        List<ContractReading> readings = new ArrayList<>();
        answers.contracts().forEach(added -> readings.add(read(head, added, extraFields)));
        answers.misplaced()
                .forEach(added -> readings.add(unreadable(
                        added,
                        "no contract is read from this path; a contract is .gatekeeper/contracts/<id>.yaml with an <id> of"
                                + " lower-case letters, digits, '.', '_' and '-'")));
        return List.copyOf(readings);
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
