package dev.gatekeeper.approvals;

import java.util.List;

/**
 * Nobody approves what they have written.
 *
 * @param selfApproval whether the policies let an author approve all the same
 * @param openers who opened the change, as CI knows it: they are authors of all of it
 */
record FourEyes(boolean selfApproval, List<String> openers) {

    public FourEyes {
        openers = List.copyOf(openers);
    }

    /** Whether CI says that {@code somebody} opened the change. */
    boolean opened(Identity somebody) {
        return openers.stream().anyMatch(somebody::isMeantBy);
    }
}
