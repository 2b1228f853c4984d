package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Author;

/** Why an approval does not count for a part of a requirement: the first reason that applies, in this order. */
public enum Dismissal {
    /** They are no human. */
    BOT("is a bot; the approver is a human"),
    /** They are called like a tool, and no policy knows a human by that name. */
    TOOL("is a tool's name; the approver is a human, whom the policy lists where they are called so"),
    /** Their name holds what nobody sees. */
    INVISIBLE("holds invisible characters, so nobody can tell whose name it is"),
    /** CI says that they opened the change. */
    OPENED_CHANGE("opened this change, as CI says, and so is an author of it"),
    /** The policy lists others for the rule. */
    UNLISTED("is no approver of %s"),
    /** They wrote some of it. */
    AUTHOR("is an author of %s"),
    /** They are on no list that the run has; the organisation's, which it has not, may list them. */
    UNKNOWN_GROUP("is in no known group of approvers of %s"),
    /** They signed or reviewed other content than what would be merged. */
    STALE("approved other content than %s"),
    /** What they gave proves less than the rule asks for: they are only named, or have reviewed and not signed. */
    UNPROVEN("has not proven that they approve %s"),
    /** They signed a contract that doesn't declare RED, and no contract that does. */
    UNDERSTATED("signed only what doesn't declare RED for %s"),
    /** They are named, and nothing says where their approval can be seen. */
    WITHOUT_EVIDENCE("is named without evidence for %s");

    private final String words;

    Dismissal(String words) {
        this.words = words;
    }

    /** The reason why {@code somebody} doesn't answer for {@code part}, in words that follow their name. */
    public String words(ApprovalRequirement.Part part, Identity somebody) {
        String reason = words.formatted(part.what());
        return this == AUTHOR
                ? part.authorOf(somebody)
                        .map(author -> reason + ": " + named(author) + byMailmap(author, somebody))
                        .orElse(reason)
                : reason;
    }

    /** A forge can join one person's name with another's address, and a rebase makes a committer. */
    private static String named(Author author) {
        return "commit " + author.commit().substring(0, 12) + " names '" + author.person() + "' as its "
                + author.role().word();
    }

    /** What nobody sees who looks at the commit. */
    private static String byMailmap(Author author, Identity somebody) {
        return somebody.byMailmap(author.person())
                .map(known -> ", who is '" + known + "' by the target's .mailmap")
                .orElse("");
    }

    /** Whether it keeps the person from approving anything of the change, however they prove it. */
    public boolean isForAll() {
        return compareTo(UNLISTED) < 0;
    }

    /** Whether it keeps the person from approving the part, however they prove it. */
    public boolean isOfPerson() {
        return compareTo(UNKNOWN_GROUP) < 0;
    }
}
