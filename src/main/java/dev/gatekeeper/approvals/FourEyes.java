package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Names;
import dev.gatekeeper.text.Characters;
import java.util.ArrayList;
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

    /** What CI calls those openers by whose login alone nobody listed is known; none where it doesn't matter. */
    List<String> unknownTo(Identities identities) {
        List<String> logins = new ArrayList<>();
        for (String opener : openers) {
            boolean isLogin = opener.indexOf('@') < 0 && !Characters.holdsWhiteSpace(opener);
            if (!selfApproval && isLogin && !Names.isBot(opener) && !identities.listSomebodyMeantBy(opener)) {
                logins.add(opener);
            }
        }
        return logins;
    }

    /** Whether CI says that {@code somebody} opened the change. */
    boolean opened(Identity somebody) {
        return openers.stream().anyMatch(somebody::isMeantBy);
    }
}
