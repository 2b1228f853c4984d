package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.contract.Substance;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.WebAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one RED rule, or a declared RED, asks for: so many different people of its groups, by such a proof, none of them an author of
 * what they answer for.
 *
 * <p>It is asked for each {@link Part} by itself. Where Ann wrote {@code auth/A} and Bob wrote {@code auth/B}, Bob may answer for Ann's
 * part and Ann for Bob's, and neither for both.
 *
 * @param policy the policy that holds the rule
 * @param rule the rule
 * @param parts the RED paths that touch it, grouped by who wrote them; one or more
 * @param fourEyes who is an author of all of it, and whether that matters
 * @param asksForLink whether the evidence of a named approval must be an http(s) address
 */
public record ApprovalRequirement(Policy policy, Rule rule, List<Part> parts, FourEyes fourEyes, boolean asksForLink) {

    /** The rule by which a contract that declares RED is asked for an approver when no path is RED. */
    private static final String DECLARED = "declared";

    public ApprovalRequirement {
        parts = List.copyOf(parts);
    }

    /**
     * Paths with the same authors.
     *
     * @param what one of the paths, or the change as a whole, for messages
     * @param authors who wrote them, each person once, with one of the commits that say so
     */
    public record Part(String what, List<Author> authors) {

        public Part {
            authors = List.copyOf(authors);
        }

        /** Whether {@code somebody} is one of them. */
        public boolean isBy(Identity somebody) {
            return authorOf(somebody).isPresent();
        }

        /** Where a commit says that {@code somebody} is one of them. */
        Optional<Author> authorOf(Identity somebody) {
            return authors.stream()
                    .filter(author -> somebody.is(author.person()))
                    .findFirst();
        }
    }

    /**
     * All requirements of a change, in the order of its paths.
     *
     * @param level the higher of the declared and the computed level; below RED nothing is required
     */
    static List<ApprovalRequirement> of(
            ApprovalCase judged, Classification classification, Level level, FourEyes fourEyes) {
        if (level != Level.RED) {
            return List.of();
        }
        boolean asksForLink = !judged.policies().askingForLink().isEmpty();
        List<RawPath> red = rawPaths(classification.at(Level.RED));
        Authorship authorship = new Authorship(judged.change(), judged.commits(), red);
        List<ApprovalRequirement> requirements = new ArrayList<>();
        if (red.isEmpty()) {
            List<Part> all = List.of(new Part("this change", authorship.ofAll()));
            for (Policy policy : judged.policies().inForce()) {
                requirements.add(new ApprovalRequirement(policy, declaredRule(), all, fourEyes, asksForLink));
            }
        }
        for (Classification.Touched touched : classification.touched()) {
            if (touched.rule().level() == Level.RED) {
                requirements.add(new ApprovalRequirement(
                        touched.policy(),
                        touched.rule(),
                        parts(authorship, rawPaths(touched.paths())),
                        fourEyes,
                        asksForLink));
            }
        }
        return requirements;
    }

    public boolean asksForSignature() {
        return rule.proof() == Proof.SIGNED;
    }

    /** Whether it asks for a review, which a signature is worth as much as. */
    public boolean asksForReview() {
        return rule.proof() == Proof.REVIEWED;
    }

    /** Whether it asks for what nobody but the approver can give, a review or a signature: a name is not enough. */
    boolean asksForProof() {
        return rule.proof() != Proof.NAMED;
    }

    /** Whether any human may answer, since the policy lists nobody. */
    public boolean isOpenToAnybody() {
        return policy.isOpenToAnybody(rule);
    }

    /** The groups of the organisation's whose members may answer, and that the run can't know. */
    public List<String> unknownGroups() {
        return policy.unknownGroupsOf(rule);
    }

    /** Holds every approval of {@code given} against every part: it is counted there, or dismissed for one reason. */
    RequirementResult judge(List<GivenApproval> given) {
        List<RequirementResult.PartResult> results = new ArrayList<>();
        for (Part part : parts) {
            Set<GivenApproval> counted = new LinkedHashSet<>();
            Map<GivenApproval, Dismissal> dismissed = new LinkedHashMap<>();
            for (GivenApproval approval : given) {
                Optional<Dismissal> reason = reasonAgainst(approval, part);
                if (reason.isPresent()) {
                    dismissed.put(approval, reason.get());
                } else {
                    counted.add(approval);
                }
            }
            dismissUnderstated(counted, dismissed);
            results.add(new RequirementResult.PartResult(part, rule.approvals(), counted, dismissed));
        }
        return new RequirementResult(this, results);
    }

    /** A signature of a contract that plays the risk down says nothing of it, unless one of a contract that owns up stands beside. */
    private static void dismissUnderstated(Set<GivenApproval> counted, Map<GivenApproval, Dismissal> dismissed) {
        boolean ownsUp = counted.stream()
                .anyMatch(approval -> approval.proof() == Proof.SIGNED && approval.declared() == Level.RED);
        if (!ownsUp) {
            for (GivenApproval approval : List.copyOf(counted)) {
                if (approval.proof() == Proof.SIGNED) {
                    counted.remove(approval);
                    dismissed.put(approval, Dismissal.UNDERSTATED);
                }
            }
        }
    }

    /** First whether they may approve at all, then whether what they gave proves that they do. */
    private Optional<Dismissal> reasonAgainst(GivenApproval approval, Part part) {
        Optional<Dismissal> ofPerson = reasonAgainst(approval.approver(), part);
        if (ofPerson.isPresent()) {
            return ofPerson;
        }
        if (approval.stale()) {
            return Optional.of(Dismissal.STALE);
        }
        if (!approval.proof().isAtLeast(rule.proof())) {
            return Optional.of(Dismissal.UNPROVEN);
        }
        if (approval.proof() != Proof.NAMED) {
            return Optional.empty();
        }
        boolean isGiven =
                asksForLink ? WebAddress.is(approval.evidence()) : Substance.of(approval.evidence()) == Substance.TEXT;
        return isGiven ? Optional.empty() : Optional.of(Dismissal.WITHOUT_EVIDENCE);
    }

    /** Why {@code somebody} may not approve {@code part}, however they prove it; empty when they may. */
    Optional<Dismissal> reasonAgainst(Identity somebody, Part part) {
        if (somebody.isBot()) {
            return Optional.of(Dismissal.BOT);
        }
        if (somebody.isTool()) {
            return Optional.of(Dismissal.TOOL);
        }
        if (somebody.hasInvisibleCharacters()) {
            return Optional.of(Dismissal.INVISIBLE);
        }
        if (!fourEyes.selfApproval() && fourEyes.opened(somebody)) {
            return Optional.of(Dismissal.OPENED_CHANGE);
        }
        boolean listed = somebody.isListedFor(policy, rule);
        if (!listed && unknownGroups().isEmpty()) {
            return Optional.of(Dismissal.UNLISTED);
        }
        if (!fourEyes.selfApproval() && part.isBy(somebody)) {
            return Optional.of(Dismissal.AUTHOR);
        }
        return listed ? Optional.empty() : Optional.of(Dismissal.UNKNOWN_GROUP);
    }

    private static List<Part> parts(Authorship authorship, List<RawPath> paths) {
        List<Part> parts = new ArrayList<>();
        for (RawPath path : authorship.onePerPart(paths)) {
            parts.add(new Part(path.display(), authorship.of(path)));
        }
        return parts;
    }

    private static List<RawPath> rawPaths(List<ClassifiedPath> paths) {
        List<RawPath> raw = new ArrayList<>();
        for (ClassifiedPath path : paths) {
            raw.add(path.changed().path());
        }
        return raw;
    }

    /** A name is enough, since there is no content that a signature could hold. */
    private static Rule declaredRule() {
        return Rule.plain(DECLARED, Level.RED, "The contract declares RED", List.of(), Proof.NAMED);
    }
}
