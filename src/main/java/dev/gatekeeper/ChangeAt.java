package dev.gatekeeper;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.contract.ContractFiles;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.contract.ExtraFields;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Classifier;
import dev.gatekeeper.policy.Policies;

/**
 * A change between other commits than those that are judged, as the policies in force now see it.
 *
 * @param revisions the commits
 * @param change what changed between them
 * @param classification the level of each path
 * @param contracts the contracts that would count
 */
record ChangeAt(Revisions revisions, Change change, Classification classification, Contracts contracts) {

    /** Reads it; throws as {@link ChangeSource#change} does. */
    static ChangeAt read(ChangeSource source, Revisions revisions, Policies policies, Strictness strictness) {
        Change change = source.change(revisions);
        Trees trees = new Trees(
                source.snapshot(change.mergeBase()),
                source.snapshot(revisions.target()),
                source.snapshot(revisions.head()));
        OwnFiles ownFiles = OwnFiles.of(change, trees);
        return new ChangeAt(
                revisions,
                change,
                new Classifier(policies).classify(change, ownFiles),
                ContractFiles.read(
                        trees.head(),
                        trees.target(),
                        ownFiles,
                        new ExtraFields(policies.fieldNames(), policies.isBuiltInAlone()),
                        strictness));
    }
}
