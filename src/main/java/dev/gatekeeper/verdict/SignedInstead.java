package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.NearStatement;
import dev.gatekeeper.approvals.RedEntries;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody signed, and how that differs from what would count.
 *
 * @param signed what the signature is good for
 * @param now what it would have to be good for
 */
record SignedInstead(NearStatement signed, Statement now) {

    /** Whether another contract of this very change was signed, so that the signature counts once it lies with that one. */
    boolean isOfOtherContract() {
        return signed.isOfToday() && !then().contractId().equals(now.contractId());
    }

    /** Whether the bytes of the statement were altered on the way to the key. */
    boolean isSpoilt() {
        return signed.form() != NearStatement.Form.AS_WRITTEN;
    }

    /** {@code it is good for refs/heads/release, not for refs/heads/main}. */
    String words() {
        String good = "it is good for ";
        return switch (signed.form()) {
            case WITHOUT_LAST_LINE_END -> good + "the statement without the end of its last line";
            case WITH_CRLF -> good + "the statement with its lines ended by CRLF instead of LF";
            case AS_WRITTEN ->
                good
                        + signed.commit()
                                .map(commit -> "this change as of commit " + commit.substring(0, 12) + others(", for ")
                                        + changed())
                                .orElseGet(() -> others(""));
        };
    }

    private Statement then() {
        return signed.statement();
    }

    private String others(String lead) {
        List<String> others = new ArrayList<>();
        addOther(others, then().repository(), now.repository());
        addOther(others, then().target(), now.target());
        addOther(others, "contract " + then().contractId(), "contract " + now.contractId());
        return others.isEmpty() ? "" : lead + String.join(" and for ", others);
    }

    private static void addOther(List<String> others, String then, String now) {
        if (!then.equals(now)) {
            others.add(then + ", not for " + now);
        }
    }

    private String changed() {
        Set<String> changed = new LinkedHashSet<>();
        if (!then().contractSha256().equals(now.contractSha256())) {
            changed.add(Layout.contract(now.contractId()).display());
        }
        changed.addAll(RedEntries.differing(then().red(), now.red()));
        return changed.isEmpty() ? "" : ": " + Words.list(changed) + " changed since";
    }
}
