package dev.gatekeeper.approvals;

import dev.gatekeeper.change.AddedContract;
import dev.gatekeeper.change.AddedSignature;
import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Proof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who answers for the RED of a change.
 *
 * <p>This is all of it: {@link ApprovalRequirement#of} says what is asked for, {@link GivenApproval#collect} what was given,
 * {@link ApprovalRequirement#judge} holds the one against the other, and everything that anybody wants to know is read from the
 * {@link RequirementResult}s. Nothing is decided anywhere else.
 */
public final class Approvals {

    private final ApprovalCase judged;
    private final Identities identities;
    private final ListedApprovers listed;
    private final List<ApprovalRequirement> requirements;
    private final List<RawPath> redChangedByTarget;
    private final List<SignedApproval> signatures;
    private final Reviews reviews;
    private final List<GivenApproval> given;
    private final List<RequirementResult> results;

    private Approvals(
            ApprovalCase judged,
            Identities identities,
            List<ApprovalRequirement> requirements,
            List<RawPath> redChangedByTarget,
            List<SignedApproval> signatures,
            Reviews reviews) {
        this.judged = judged;
        this.identities = identities;
        this.listed = new ListedApprovers(identities, judged.today());
        this.requirements = requirements;
        this.redChangedByTarget = redChangedByTarget;
        this.signatures = List.copyOf(signatures);
        this.reviews = reviews;
        this.given = List.copyOf(GivenApproval.collect(
                judged.contracts(), signatures, reviews.all(), identities, !redChangedByTarget.isEmpty()));
        List<RequirementResult> outcomes = new ArrayList<>();
        for (ApprovalRequirement requirement : requirements) {
            outcomes.add(requirement.judge(given));
        }
        this.results = List.copyOf(outcomes);
    }

    /**
     * Judges the approvals of a change.
     *
     * @param classification the paths to be answered for, with their levels
     * @param signatures what signatures prove
     * @param reviews what reviews prove
     */
    public static Approvals judge(
            ApprovalCase judged, Classification classification, List<SignedApproval> signatures, Reviews reviews) {
        Contracts contracts = judged.contracts();
        Level level = contracts.declared().orElse(Level.GREEN).orHigher(classification.level());
        FourEyes fourEyes = new FourEyes(judged.policies().selfApproval(), judged.openers());
        List<RawPath> changedByTarget = new ArrayList<>();
        for (ClassifiedPath path : classification.at(Level.RED)) {
            ChangedPath changed = path.changed();
            if (changed.isChangedByTarget()) {
                changedByTarget.add(changed.path());
            }
        }
        return new Approvals(
                judged,
                new Identities(judged.policies(), judged.mailmap()),
                ApprovalRequirement.of(judged, classification, level, fourEyes),
                List.copyOf(changedByTarget),
                signatures,
                reviews);
    }

    /**
     * What the approvals of a change are going to be judged by: who touched what is RED, its contracts and their approvals; where only the
     * contract says RED, or may be left to say so once other files lie where they are read, who did any work.
     */
    public static CommitScope scope(
            Change change, OwnFiles ownFiles, Classification classification, Contracts contracts) {
        boolean declared = contracts.declared().equals(Optional.of(Level.RED));
        List<ClassifiedPath> red = classification.at(Level.RED);
        if (declared && (red.isEmpty() || !ownFiles.areInPlace())) {
            return CommitScope.whole(change);
        }
        Set<RawPath> paths = new HashSet<>();
        for (ClassifiedPath path : red) {
            paths.add(path.changed().path());
        }
        for (AddedContract contract : ownFiles.contracts()) {
            paths.add(contract.changed().path());
        }
        for (AddedSignature signature : ownFiles.signatures()) {
            paths.add(signature.changed().path());
        }
        return new CommitScope(paths, false);
    }

    /** As if the change held {@code signature} too. */
    public Approvals with(SignedApproval signature) {
        List<SignedApproval> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Approvals(judged, identities, requirements, redChangedByTarget, more, reviews);
    }

    /** As if everybody had reviewed {@code head} whom a policy gives a login. */
    public Approvals asIfReviewed(String head) {
        return new Approvals(
                judged,
                identities,
                requirements,
                redChangedByTarget,
                signatures,
                Reviews.ofEverybody(judged.policies(), head));
    }

    /** What came of each requirement, in the order of the change's paths; none when the change is not RED. */
    public List<RequirementResult> results() {
        return results;
    }

    /** Those that lack somebody. */
    public List<RequirementResult> open() {
        List<RequirementResult> open = new ArrayList<>();
        for (RequirementResult result : results) {
            if (!result.satisfied()) {
                open.add(result);
            }
        }
        return open;
    }

    /** Every approval that was given, those that the contracts name first. */
    public List<GivenApproval> given() {
        return given;
    }

    public List<SignedApproval> signatures() {
        return signatures;
    }

    public Reviews reviews() {
        return reviews;
    }

    /** What {@code signature}, one of {@link #signatures}, gives; empty where it is by no listed key, or by one that may not approve today. */
    public Optional<GivenApproval> givenBy(SignedApproval signature) {
        return given.stream()
                .filter(approval -> approval.signature().equals(Optional.of(signature)))
                .findFirst();
    }

    /** What {@code review}, one of {@link #reviews}, gives; empty where it is nobody's or of nothing that can be read. */
    public Optional<GivenApproval> givenBy(ReviewedApproval review) {
        return given.stream()
                .filter(approval -> approval.review().equals(Optional.of(review)))
                .findFirst();
    }

    /** The RED paths that the target has changed since the merge base: nobody has approved what a merge makes of them. */
    public List<RawPath> redChangedByTarget() {
        return redChangedByTarget;
    }

    /** Whether some requirement asks for a review. */
    public boolean askForReview() {
        for (ApprovalRequirement requirement : requirements) {
            if (requirement.asksForReview()) {
                return true;
            }
        }
        return false;
    }

    /** Whether some requirement asks for a signature. */
    public boolean askForSignature() {
        for (ApprovalRequirement requirement : requirements) {
            if (requirement.asksForSignature()) {
                return true;
            }
        }
        return false;
    }

    /** The policies that require something. */
    public Set<Origin> askedBy() {
        Set<Origin> origins = EnumSet.noneOf(Origin.class);
        for (ApprovalRequirement requirement : requirements) {
            origins.add(requirement.policy().origin());
        }
        return origins;
    }

    /** The policies of which something lacks somebody; where nothing does, those that require something. */
    public Set<Origin> missedBy() {
        Set<Origin> origins = EnumSet.noneOf(Origin.class);
        for (RequirementResult result : open()) {
            origins.add(result.requirement().policy().origin());
        }
        return origins.isEmpty() ? askedBy() : origins;
    }

    /** The contracts, by id, that somebody signed or reviewed who counts for the rule of {@code touched}; none where a name is enough for it. */
    public Set<String> provenFor(Classification.Touched touched) {
        Set<String> ids = new TreeSet<>();
        for (RequirementResult result : results) {
            ApprovalRequirement requirement = result.requirement();
            boolean same = requirement.policy().origin() == touched.policy().origin()
                    && requirement.rule().id().equals(touched.rule().id());
            if (same && requirement.asksForProof()) {
                for (GivenApproval approval : given) {
                    if (result.counts(approval)) {
                        judged.contracts().readable().stream()
                                .map(Contract::id)
                                .filter(approval::covers)
                                .forEach(ids::add);
                    }
                }
            }
        }
        return ids;
    }

    /** Whether {@code text} names somebody who could approve, rather than holding the place of a name. */
    public boolean namesSomebody(String text) {
        return identities.namesSomebody(text);
    }

    /** The approvals that count for something, each human once and by the strongest proof. */
    public List<Approval> counted() {
        List<Identity> people = new ArrayList<>();
        List<Approval> approvals = new ArrayList<>();
        for (Proof proof : List.of(Proof.SIGNED, Proof.REVIEWED, Proof.NAMED)) {
            for (GivenApproval approval : given) {
                Identity approver = approval.approver();
                if (approval.proof() == proof
                        && results.stream().anyMatch(result -> result.counts(approval))
                        && people.stream().noneMatch(approver::isSameAs)) {
                    people.add(approver);
                    approvals.add(new Approval(
                            approver.shown(),
                            proof,
                            approval.evidence(),
                            typedBy(approval),
                            approval.review().map(ReviewedApproval::review),
                            isSelf(approver)));
                }
            }
        }
        return approvals;
    }

    /** Whether an approval of somebody whom one of {@code people} names counts for something. */
    public boolean countSomebodyOf(Collection<Person> people) {
        return given.stream()
                .filter(approval -> results.stream().anyMatch(result -> result.counts(approval)))
                .anyMatch(approval -> people.stream().anyMatch(approval.approver()::is));
    }

    /** A name proves nothing, but whoever typed it can be asked. */
    private Optional<Author> typedBy(GivenApproval approval) {
        if (approval.proof() != Proof.NAMED) {
            return Optional.empty();
        }
        RawPath contract = Layout.contract(approval.contractId().orElseThrow());
        return judged.commits().stream()
                .filter(commit -> commit.made().contains(contract))
                .flatMap(commit -> commit.authors().stream())
                .filter(author -> author.role() == Author.Role.AUTHOR)
                .findFirst();
    }

    /** Why the target's {@code .mailmap} tells nothing though it is there, in words that follow its name. */
    public Optional<String> mailmapProblem() {
        return identities.mailmapProblem();
    }

    /**
     * The logins by which CI names who opened the change, each with each approver whose it may be: nobody whom a policy lists has it, and
     * of the approver the policies tell no login.
     */
    public List<UnknownLogin> unknownLogins() {
        Set<UnknownLogin> unknown = new LinkedHashSet<>();
        for (RequirementResult result : results) {
            for (String login : result.requirement().fourEyes().unknownTo(identities)) {
                for (GivenApproval approval : given) {
                    if (approval.approver().logins().isEmpty() && result.counts(approval)) {
                        unknown.add(new UnknownLogin(login, approval.approver().shown()));
                    }
                }
            }
        }
        return List.copyOf(unknown);
    }

    private boolean isSelf(Identity approver) {
        for (ApprovalRequirement requirement : requirements) {
            FourEyes fourEyes = requirement.fourEyes();
            if (fourEyes.selfApproval()
                    && (fourEyes.opened(approver)
                            || requirement.parts().stream().anyMatch(part -> part.isBy(approver)))) {
                return true;
            }
        }
        return false;
    }

    /** Everybody whom the policy lists for what {@code result} is of; nobody where any human may answer. */
    public List<ListedApprover> listedFor(RequirementResult result) {
        return listed.of(result);
    }

    /** Whether {@code somebody} has a key by which they could sign today, as far as the run can know. */
    public boolean canSign(Identity somebody) {
        return listed.canSign(somebody, requirements);
    }

    /** Whether a review of theirs would be known for one, or they could sign today in place of it, as far as the run can know. */
    public boolean canReview(Identity somebody) {
        return !somebody.logins().isEmpty() || canSign(somebody);
    }
}
