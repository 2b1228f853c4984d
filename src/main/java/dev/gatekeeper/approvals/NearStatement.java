package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that somebody may have signed in place of one of this change's. Nothing counts by it: it only tells what a stale signature is
 * of.
 *
 * @param statement what it says
 * @param form how its bytes differ from the ones that the gate writes
 * @param commit the commit of the change as of which it would be asked for; empty where that is head
 */
public record NearStatement(Statement statement, Form form, Optional<String> commit) {

    /** What editors, mails and shells make of a statement. */
    public enum Form {
        AS_WRITTEN,
        WITHOUT_LAST_LINE_END,
        WITH_CRLF
    }

    /** {@code statement} as the gate writes it. */
    public static NearStatement of(Statement statement) {
        return new NearStatement(statement, Form.AS_WRITTEN, Optional.empty());
    }

    /** As of {@code commit}, an earlier one of the change. */
    public NearStatement asOf(String commit) {
        return new NearStatement(statement, form, Optional.of(commit));
    }

    /** {@code statement} in every form but the gate's own. */
    public static List<NearStatement> spoilt(Statement statement) {
        List<NearStatement> spoilt = new ArrayList<>();
        for (Form form : Form.values()) {
            if (form != Form.AS_WRITTEN) {
                spoilt.add(new NearStatement(statement, form, Optional.empty()));
            }
        }
        return spoilt;
    }

    /** Whether it is what the gate asks for today, if of something else: another contract, another branch, another repository. */
    public boolean isOfToday() {
        return form == Form.AS_WRITTEN && commit.isEmpty();
    }

    /** What would have been signed. */
    byte[] bytes() {
        byte[] written = statement.bytes();
        String text = new String(written, ISO_8859_1);
        return switch (form) {
            case AS_WRITTEN -> written;
            case WITHOUT_LAST_LINE_END -> text.substring(0, text.length() - 1).getBytes(ISO_8859_1);
            case WITH_CRLF -> text.replace("\n", "\r\n").getBytes(ISO_8859_1);
        };
    }
}
