package dev.gatekeeper.policy;

import java.util.HashSet;
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

    /** Their name, emails, logins and keys, as these are compared: entries of two policies that have any in common are one person. */
    Set<Object> signs() {
        Set<Object> signs = new HashSet<>();
        signs.add(new Sign("name", Names.normalName(name)));
        for (String email : emails) {
            signs.add(new Sign("email", Names.normalEmail(email)));
        }
        for (String login : logins) {
            signs.add(new Sign("login", Names.normalEmail(login)));
        }
        for (ApproverKey key : keys) {
            signs.add(key.key());
        }
        return signs;
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
