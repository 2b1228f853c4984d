package dev.gatekeeper.report;

import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.audit.Acceptance;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.audit.Kind;
import dev.gatekeeper.audit.Step;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an audit found, in the sentences that both its log and its page are made of. */
final class AuditWords {

    /** Those that make it fail, in the order in which they are shown. */
    static final List<Kind> FAILING = List.of(Kind.AROUND, Kind.UNDECIDABLE, Kind.JOINED, Kind.REVIEWED);

    static final String LIMITS =
            "It is judged from git alone, each change by the policy and on the day when it entered. Whether the"
                    + " pipeline ran on what is answered for, git doesn't say.";

    private static final String OR_ACCEPT =
            "let a human answer for it, in a file outside the repository: -Dgatekeeper.accepted=FILE";

    private AuditWords() {}

    /** What a change of {@code kind} is, in words that follow a number. */
    static String of(Kind kind) {
        return switch (kind) {
            case ANSWERED -> "answered for";
            case JOINED -> "joined";
            case REVIEWED -> "without the review that it lacks";
            case LET_THROUGH -> "let through by the roll-out";
            case AROUND -> "around the gate";
            case UNDECIDABLE -> "undecidable";
            case ACCEPTED -> "accepted since";
        };
    }

    /** How to go on with changes of {@code kind}, which fail. */
    static String remedy(Kind kind) {
        return switch (kind) {
            case JOINED ->
                "Where the branch takes rebase merges, so that several commits come as one change, say so with"
                        + " -Dgatekeeper.joined=true; or " + OR_ACCEPT;
            case REVIEWED ->
                "Name the review as the forge knows it, with -Dgatekeeper.reviews=LOGIN@COMMIT in an isolated run; or "
                        + OR_ACCEPT;
            case UNDECIDABLE -> "Do what stands with each, or look at it and " + OR_ACCEPT;
            default -> "Look at each, and take it back, or " + OR_ACCEPT;
        };
    }

    /** {@code 9 changes entered the branch: 7 answered for, 2 around the gate}. */
    static String counts(Audit audit) {
        List<String> counts = new ArrayList<>();
        for (Map.Entry<Kind, Integer> count : audit.counts().entrySet()) {
            if (count.getValue() > 0) {
                counts.add(count.getValue() + " " + of(count.getKey()));
            }
        }
        return audit.changes().isEmpty()
                ? "Nothing has entered the branch since"
                : Words.count(audit.changes().size(), "change") + " entered the branch: " + String.join(", ", counts);
    }

    /** {@code 2 changes around the gate, 1 joined}. */
    static String failing(Audit audit) {
        List<String> failing = new ArrayList<>();
        for (Kind kind : FAILING) {
            int count = audit.of(kind).size();
            if (count > 0) {
                failing.add(
                        (failing.isEmpty() ? Words.count(count, "change") : Integer.toString(count)) + " " + of(kind));
            }
        }
        return String.join(", ", failing);
    }

    /** Which change it is, and what there is to say of it. */
    static Phrase change(AuditedChange change) {
        Step step = change.step();
        Phrase phrase = Phrase.of(change.day() + " ")
                .value(CommitsLine.shortId(step.head().id()))
                .words(" " + level(change) + " ")
                .value(step.head().subject())
                .words(", committed by ")
                .value(step.head().committer().toString());
        if (step.isJoined()) {
            phrase = phrase.words("; " + step.commits().size() + " commits from ")
                    .value(CommitsLine.shortId(step.commits().get(0).id()))
                    .words(" on");
        }
        if (change.contracts().size() > 1) {
            phrase = phrase.words("; " + change.contracts().size() + " contracts");
        }
        if (change.reason().isPresent()) {
            AuditedChange.Reason reason = change.reason().get();
            phrase = phrase.words(": ");
            phrase = reason.place().isPresent()
                    ? phrase.path(reason.place().get()).words(": ")
                    : phrase;
            phrase = phrase.prose(Words.withoutStop(reason.problem()));
        }
        List<String> codes = codes(change);
        return codes.isEmpty() ? phrase : phrase.words(" [" + String.join(", ", codes) + "]");
    }

    /** What docs/messages.md explains each reason by. */
    private static List<String> codes(AuditedChange change) {
        Optional<UndecidedCode> undecided = change.reason().flatMap(AuditedChange.Reason::code);
        return undecided.isPresent()
                ? List.of(undecided.get().id())
                : change.findings().stream().map(Code::id).toList();
    }

    static String level(AuditedChange change) {
        return change.level().map(Level::name).orElse("of unknown level");
    }

    /** By whom and how, as names that the change controls. */
    static Phrase approvals(AuditedChange change) {
        Phrase phrase = Phrase.of("");
        String before = "";
        for (Approval approval : change.approvals()) {
            phrase = phrase.words(before).prose(approval.approver()).words(" (" + proof(approval) + ")");
            before = ", ";
        }
        return phrase;
    }

    private static String proof(Approval approval) {
        return approval.proof() == Proof.NAMED
                ? "named, not verified"
                : approval.proof().name().toLowerCase(Locale.ROOT);
    }

    /** What accepts a change. */
    static Phrase acceptance(Acceptance acceptance) {
        if (acceptance instanceof Acceptance.OfCommit commit) {
            return Phrase.of("by ").value(commit.who()).words(": ").value(commit.reason());
        }
        Acceptance.OfTool tool = (Acceptance.OfTool) acceptance;
        return Phrase.of("as commits ").value(tool.subject()).words(" of ").value(tool.committer());
    }

    /** Where a run of the audit should have begun, and what nobody has proven. */
    static Phrase beginning(Audit audit) {
        Phrase phrase = Phrase.of("It begins after ").value(audit.since());
        return audit.sinceProven()
                ? phrase.words(", as gatekeeper.since says.")
                : phrase.words(", the oldest first parent that holds a policy; nothing proves this beginning,"
                        + " which gatekeeper.since would.");
    }

    /** What an entry of the file of accepted commits names, of which nothing came. */
    static Phrase unused(Acceptance acceptance) {
        Phrase place = Phrase.of("gatekeeper.accepted, " + acceptance.mark() + ": nothing that fails is ");
        if (acceptance instanceof Acceptance.OfCommit commit) {
            return place.words("the commit ").value(commit.commit()).words(" alone");
        }
        Acceptance.OfTool tool = (Acceptance.OfTool) acceptance;
        return place.words("a commit ").value(tool.subject());
    }
}
