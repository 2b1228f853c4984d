package dev.gatekeeper.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Ledger;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Case;
import dev.gatekeeper.verdict.Demands;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The drafting of a contract for a change as its work tree holds it. */
public final class Drafting {

    private final Case judged;
    private final Trees trees;

    private Drafting(Case judged, Trees trees) {
        this.judged = judged;
        this.trees = trees;
    }

    /**
     * Drafts a contract.
     *
     * @param judged the change, what isn't committed included
     * @param trees its trees
     * @param uncommitted the paths of which the work tree holds something else than its commit
     * @param id the id that is asked for
     * @param branch the full name of the branch that is checked out; empty where none is
     * @throws CannotDecideException when there is no id for it, or what is given can't stand in it
     */
    public static Draft of(
            Case judged,
            Trees trees,
            Set<RawPath> uncommitted,
            Optional<String> id,
            Optional<String> branch,
            GivenFields given) {
        return new Drafting(judged, trees)
                .draft(
                        uncommitted,
                        ContractId.of(id, branch, TakenIds.of(trees)),
                        DraftFields.of(given, judged.policies().fieldNames()));
    }

    private Draft draft(Set<RawPath> uncommitted, String id, DraftFields given) {
        Classification classification = judged.inPlace().classification();
        refuseLower(classification, given.riskLevel());
        Demands demands = Demands.onceInPlace(judged, given.riskLevel().orElse(Level.GREEN));
        ContractDraft.Drafted drafted = ContractDraft.of(
                judged.policies(),
                classification,
                demands,
                given,
                trees.head().entry(Layout.schema("contract")).isFile());
        refuseUnreadable(drafted.text());
        List<Draft.NewFile> restored = new ArrayList<>();
        List<RawPath> left = new ArrayList<>();
        for (ChangedPath altered : judged.ownFiles().altered()) {
            Optional<Draft.NewFile> earlier = asItWas(altered, uncommitted);
            if (earlier.isPresent()) {
                restored.add(earlier.get());
            } else {
                left.add(altered.path());
            }
        }
        return new Draft(
                new Draft.NewFile(Layout.contract(id), new String(drafted.text().getBytes(UTF_8), ISO_8859_1), false),
                demands,
                drafted.empty(),
                restored,
                left,
                judged.contracts().files());
    }

    private static void refuseLower(Classification classification, Optional<Level> declared) {
        Level computed = classification.level();
        if (declared.isPresent() && !declared.get().isAtLeast(computed)) {
            ClassifiedPath riskiest = classification.at(computed).get(0);
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_CONFLICT,
                    "gatekeeper.riskLevel is " + declared.get() + ", but the change is " + computed + ": "
                            + riskiest.changed().path(),
                    "Leave it out: the draft declares " + computed + ".");
        }
    }

    private static void refuseUnreadable(String text) {
        try {
            StrictYaml.read(text.getBytes(UTF_8));
        } catch (StrictYamlException e) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_INVALID,
                    "what is given makes a contract that can't be read: "
                            + e.problem().text(),
                    "Give less of it.",
                    e);
        }
    }

    /**
     * What a commit holds can be had back; what isn't committed, or may be the change's own contract under a wrong name, can't. Nor is a
     * ledger put back into which the change archives something.
     */
    private Optional<Draft.NewFile> asItWas(ChangedPath altered, Set<RawPath> uncommitted) {
        boolean gone = altered.after().isAbsent();
        boolean work = !gone
                && (uncommitted.contains(altered.path())
                        || judged.ownFiles().overwritten().contains(altered));
        boolean ofArchive = altered.path().isBelow(Layout.LEDGER)
                && !judged.ownFiles().archived().isEmpty();
        Entry earlier = trees.target().entry(altered.path());
        if (work
                || ofArchive
                || earlier.mode() != 0100644
                || !(gone || altered.after().isFile())) {
            return Optional.empty();
        }
        return trees.target()
                .content(earlier, Ledger.MAX_BYTES)
                .bytes()
                .map(bytes -> new Draft.NewFile(altered.path(), new String(bytes, ISO_8859_1), !gone));
    }
}
