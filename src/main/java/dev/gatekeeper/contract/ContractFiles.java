package dev.gatekeeper.contract;

import dev.gatekeeper.change.AddedContract;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Strictness;
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
     * @param target whose contracts are those of earlier changes
     * @param extraFields what they may have beside the fields of every contract
     */
    public static Contracts read(
            Snapshot head, Snapshot target, OwnFiles ownFiles, ExtraFields extraFields, Strictness strictness) {
        EarlierContracts earlier = EarlierContracts.of(target);
        List<ContractReading> readings = new ArrayList<>();
        for (AddedContract added : ownFiles.contracts()) {
            readings.add(read(head, added, extraFields, strictness, earlier));
        }
        for (ChangedPath added : ownFiles.misplaced()) {
            readings.add(unreadable(
                    added,
                    "no contract is read from this path; a contract is .gatekeeper/contracts/<id>.yaml with an <id> of"
                            + " lower-case letters, digits, '.', '_' and '-'"));
        }
        return Contracts.of(readings);
    }

    private static ContractReading read(
            Snapshot head,
            AddedContract added,
            ExtraFields extraFields,
            Strictness strictness,
            EarlierContracts earlier) {
        FileContent content = head.content(added.changed().after(), StrictYaml.MAX_BYTES);
        if (content.bytes().isEmpty()) {
            return unreadable(added.changed(), "the contract " + content.problem());
        }
        ContractReading reading = ContractReader.read(
                added.id(), added.changed().path().display(), content.bytes().get(), extraFields, strictness);
        return reading instanceof ContractReading.Read read
                ? new ContractReading.Read(read.contract().asCopyOf(earlier.sameAs(read.contract(), added)))
                : reading;
    }

    private static ContractReading unreadable(ChangedPath added, String problem) {
        return new UnreadableContract(added.path().display(), List.of(Problem.ofFile(problem)));
    }
}
