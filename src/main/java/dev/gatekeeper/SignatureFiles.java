package dev.gatekeeper;

import dev.gatekeeper.approvals.OnceInPlace;
import dev.gatekeeper.approvals.SignatureFile;
import dev.gatekeeper.change.AddedSignature;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of a change's approvals from head's files. */
final class SignatureFiles {

    private SignatureFiles() {}

    /** Those that lie where they are read. */
    static List<SignatureFile> added(OwnFiles ownFiles, Snapshot head) {
        List<SignatureFile> files = new ArrayList<>();
        for (AddedSignature added : ownFiles.signatures()) {
            files.add(read(added.changed(), added.contractId(), head));
        }
        return files;
    }

    /** What is nearly an approval, as much of it as is looked into; no contract tells yet which one each of them is of. */
    static List<SignatureFile> near(OwnFiles ownFiles, Snapshot head) {
        List<SignatureFile> files = new ArrayList<>();
        List<ChangedPath> all = ownFiles.nearSignatures();
        for (ChangedPath near : all.subList(0, Math.min(OnceInPlace.MOST_CHECKED, all.size()))) {
            files.add(read(near, "", head));
        }
        return files;
    }

    private static SignatureFile read(ChangedPath changed, String contractId, Snapshot head) {
        return new SignatureFile(
                changed.path().display(),
                Optional.of(changed.path()),
                contractId,
                head.content(changed.after(), SignatureFile.MAX_BYTES));
    }
}
