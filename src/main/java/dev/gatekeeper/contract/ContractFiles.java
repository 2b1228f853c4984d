package dev.gatekeeper.contract;

import dev.gatekeeper.change.AddedContract;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import java.util.ArrayList;
import java.util.List;

/** Reads the contracts that a change adds. */
public final class ContractFiles {

    private ContractFiles() {}

    /**
     * Reads the contracts of {@code ownFiles} from head's tree; a misplaced one is unreadable.
     *
     * @param extraFields what they may have beside the fields of every contract
     */
    public static Contracts read(Snapshot head, OwnFiles ownFiles, ExtraFields extraFields) {
        List<ContractReading> readings = new ArrayList<>();
        for (AddedContract added : ownFiles.contracts()) {
            readings.add(read(head, added, extraFields));
        }
        for (ChangedPath added : ownFiles.misplaced()) {
            readings.add(unreadable(
                    added,
                    "no contract is read from this path; a contract is .gatekeeper/contracts/<id>.yaml with an <id> of"
                            + " lower-case letters, digits, '.', '_' and '-'"));
        }
        return Contracts.of(readings);
    }

    private static ContractReading read(Snapshot head, AddedContract added, ExtraFields extraFields) {
        FileContent content = head.content(added.changed().after(), StrictYaml.MAX_BYTES);
        return content.bytes().isPresent()
                ? ContractReader.read(
                        added.id(),
                        added.changed().path().display(),
                        content.bytes().get(),
                        extraFields)
                : unreadable(added.changed(), "the contract " + content.problem());
    }

    private static ContractReading unreadable(ChangedPath added, String problem) {
        return new UnreadableContract(added.path().display(), List.of(Problem.ofFile(problem)));
    }
}
