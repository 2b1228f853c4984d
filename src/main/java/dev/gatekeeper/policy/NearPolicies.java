package dev.gatekeeper.policy;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is nearly a policy. Where a target has no policy but one of these, somebody meant it to have one: a weaker policy in its place would
 * switch off what they asked for.
 */
final class NearPolicies {

    private NearPolicies() {}

    /**
     * The entries of {@code snapshot} that are nearly one: what our folder holds under a name that begins with {@code policy}, or its
     * plural, however it is written, but for the tests of a policy and a policy itself; our folder, where it is none; and what another letter case would
     * make our folder.
     */
    static List<RawPath> in(Snapshot snapshot) {
        List<RawPath> near = new ArrayList<>();
        for (RawPath entry : snapshot.entries(Optional.empty())) {
            boolean folds = Folding.fold(entry.text()).equals(Layout.FOLDER.bytes());
            boolean isFolder =
                    entry.equals(Layout.FOLDER) && snapshot.entry(entry).isFolder();
            if (folds && !isFolder) {
                near.add(entry);
            }
        }
        for (RawPath entry : snapshot.entries(Optional.of(Layout.FOLDER))) {
            String name = entry.text().substring(Layout.FOLDER.bytes().length() + 1);
            boolean isPolicy =
                    entry.equals(Layout.POLICY) && snapshot.entry(entry).isFile();
            if (Layout.isCalledPolicy(Folding.fold(name)) && !entry.equals(Layout.POLICY_TEST) && !isPolicy) {
                near.add(entry);
            }
        }
        return near;
    }
}
