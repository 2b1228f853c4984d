package dev.gatekeeper.approvals;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.NearMiss;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.ProperPlaces;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a change would stand if each of its files lay where it is read: what remedies go by, so that nobody is asked to own up to a risk, or
 * to sign again, for the sake of a file in the wrong place. No verdict goes by it.
 *
 * @param classification the level of each changed path but of those that would be moved or put back
 * @param approvals who answers for what is RED then; those who have signed it in a wrong place, too
 * @param contracts what is nearly a contract
 * @param misplaced the contracts that lie where none is read
 * @param taken the contracts at whose path the target has another one, each with a path of its own
 * @param spent the contracts whose id the target's ledger holds, where no other counts
 * @param signatures what is nearly an approval
 */
public record OnceInPlace(
        Classification classification,
        Approvals approvals,
        List<NearMiss> contracts,
        List<NearMiss> misplaced,
        List<NearMiss> taken,
        List<NearMiss> spent,
        List<NearSignature> signatures) {

    /** How many files that are nearly approvals are looked into; each may be of any contract. */
    public static final int MOST_CHECKED = 200;

    public OnceInPlace {
        contracts = List.copyOf(contracts);
        misplaced = List.copyOf(misplaced);
        taken = List.copyOf(taken);
        spent = List.copyOf(spent);
        signatures = List.copyOf(signatures);
    }

    /** A change of which each file lies where it is read. */
    public static OnceInPlace already(Classification classification, Approvals approvals) {
        return new OnceInPlace(classification, approvals, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Those of {@code classification} that would be left. */
    public static Classification left(Classification classification, OwnFiles ownFiles) {
        Set<ChangedPath> gone = new HashSet<>(ownFiles.altered());
        gone.addAll(ownFiles.astray());
        List<ClassifiedPath> left = new ArrayList<>();
        for (ClassifiedPath path : classification.paths()) {
            if (!gone.contains(path.changed())) {
                left.add(path);
            }
        }
        return new Classification(left);
    }

    /**
     * Finds out how the change would stand. What was reviewed so far would be other content then, so no review counts.
     *
     * @param left the paths that would be left, see {@link #left}
     * @param statements what would be signed then, one for each contract that could be read; or none
     * @param signed the approvals that lie where they are read
     * @param near what is nearly an approval, in the order of {@code ownFiles}, the first {@link #MOST_CHECKED} of them
     */
    public static OnceInPlace of(
            ApprovalCase judged,
            OwnFiles ownFiles,
            ProperPlaces places,
            Classification left,
            Signatures verifier,
            List<Statement> statements,
            List<SignatureFile> signed,
            List<SignatureFile> near) {
        List<NearMiss> nearContracts = moved(ownFiles.nearContracts(), places);
        List<NearMiss> misplaced = moved(ownFiles.misplaced(), places);
        List<ChangedPath> ofOthersPlaces = new ArrayList<>(ownFiles.taken());
        ofOthersPlaces.addAll(ownFiles.overwritten());
        List<NearMiss> taken = moved(ofOthersPlaces, places);
        List<NearMiss> spent = moved(ownFiles.spentAlone(), places);
        List<Optional<SignedApproval>> good = good(near, verifier, statements);
        List<SignedApproval> signatures = new ArrayList<>(verifier.verify(signed, statements));
        for (Optional<SignedApproval> one : good) {
            one.ifPresent(signatures::add);
        }
        Approvals approvals = Approvals.judge(judged, left, signatures, Reviews.NONE);
        List<NearSignature> nearSignatures = new ArrayList<>();
        for (int i = 0; i < ownFiles.nearSignatures().size(); i++) {
            ChangedPath changed = ownFiles.nearSignatures().get(i);
            Optional<SignedApproval> proven = i < good.size() ? good.get(i) : Optional.empty();
            Optional<String> id =
                    proven.map(SignedApproval::contractId).or(() -> contractId(changed.path(), judged.contracts()));
            Optional<RawPath> proper = id.flatMap(found -> places.ofApproval(changed.path(), found));
            nearSignatures.add(new NearSignature(new NearMiss(changed, proper), proven.flatMap(approvals::givenBy)));
        }
        return new OnceInPlace(left, approvals, nearContracts, misplaced, taken, spent, nearSignatures);
    }

    /** For each of {@code near}, what it proves about the first of {@code statements} that it is a good signature of. */
    private static List<Optional<SignedApproval>> good(
            List<SignatureFile> near, Signatures verifier, List<Statement> statements) {
        List<Optional<SignedApproval>> all = new ArrayList<>();
        int mayCheck = MOST_CHECKED;
        for (SignatureFile file : near) {
            Optional<SignedApproval> good = Optional.empty();
            for (Statement statement : statements) {
                if (good.isEmpty() && mayCheck-- > 0) {
                    good = Optional.of(verifier.verify(file, statement))
                            .filter(one -> !one.signers().isEmpty());
                }
            }
            all.add(good);
        }
        return all;
    }

    private static List<NearMiss> moved(List<ChangedPath> contracts, ProperPlaces places) {
        List<NearMiss> moved = new ArrayList<>();
        for (ChangedPath contract : contracts) {
            moved.add(new NearMiss(contract, places.ofContract(contract.path())));
        }
        return moved;
    }

    /** The contract that an approval of unknown content is of: one that a folder of it is called after, or else the first. */
    private static Optional<String> contractId(RawPath approval, Contracts contracts) {
        List<String> folders = ProperPlaces.contractIds(approval);
        List<Contract> readable = contracts.readable();
        for (Contract contract : readable) {
            if (folders.contains(contract.id())) {
                return Optional.of(contract.id());
            }
        }
        return readable.isEmpty()
                ? folders.stream().findFirst()
                : Optional.of(readable.get(0).id());
    }

    /** Whether nobody would have to answer for anything more. */
    public boolean isAnswered() {
        return approvals.open().isEmpty();
    }

    /** The good signature by {@code approver} of the contract with {@code id} that lies in a wrong place. */
    public Optional<NearSignature> signatureBy(Identity approver, String id) {
        for (NearSignature signature : signatures) {
            Optional<GivenApproval> given = signature.good();
            if (given.isPresent()
                    && given.get().covers(id)
                    && given.get().approver().isSameAs(approver)) {
                return Optional.of(signature);
            }
        }
        return Optional.empty();
    }
}
