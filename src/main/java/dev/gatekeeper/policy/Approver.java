package dev.gatekeeper.policy;

import java.util.List;
import java.util.Set;

/**
 * A human who may answer for RED paths; one person however many groups list them.
 *
 * @param name the name, as first written in the policy
 * @param emails their emails, as written
 * @param logins what the forge calls them, as written
 * @param keys their public keys
 */
public record Approver(String name, Set<String> emails, Set<String> logins, List<ApproverKey> keys) {

    public Approver {
        emails = Set.copyOf(emails);
        logins = Set.copyOf(logins);
        keys = List.copyOf(keys);
    }

    /** One whom no forge knows. */
    public Approver(String name, Set<String> emails, List<ApproverKey> keys) {
        this(name, emails, Set.of(), keys);
    }

    /** Whether a forge calls them {@code login}, regardless of case. */
    public boolean hasLogin(String login) {
        return logins.stream().anyMatch(known -> Names.sameEmail(known, login));
    }

    /** Whether {@code other}, of any policy, has their name, or an email, a login or a key of theirs. */
    boolean isSameAs(Approver other) {
        return Names.sameName(name, other.name)
                || share(emails, other.emails)
                || share(logins, other.logins)
                || sharesKeyWith(other);
    }

    private static boolean share(Set<String> some, Set<String> others) {
        for (String one : some) {
            for (String other : others) {
                if (Names.sameEmail(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether {@code other}, of any policy, has a key of theirs. */
    public boolean sharesKeyWith(Approver other) {
        for (ApproverKey key : keys) {
            for (ApproverKey theirs : other.keys) {
                if (key.key().equals(theirs.key())) {
                    return true;
                }
            }
        }
        return false;
    }
}
