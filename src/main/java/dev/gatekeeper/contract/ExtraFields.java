package dev.gatekeeper.contract;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.text.Spelling;
import dev.gatekeeper.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fields that a contract may have beside those of every contract.
 *
 * @param asked those that the policies in force add
 * @param othersAreNoted whether others are a note and no mistake: where the built-in policy judges alone, a back-port brings the fields
 *     of the branch that it comes from
 */
public record ExtraFields(Set<String> asked, boolean othersAreNoted) {

    /** How far a misspelt key may be from the one that was meant. */
    private static final int NEAR = 2;

    public ExtraFields {
        asked = Set.copyOf(asked);
    }

    /** Whether {@code pair} is a text that nobody asks for and that is let stand; never what may be meant for a key of every contract. */
    boolean isNoted(Node.Pair pair) {
        if (!othersAreNoted || !(pair.value() instanceof Node.Text)) {
            return false;
        }
        List<String> known = new ArrayList<>(ContractKeys.ofEveryContract());
        known.addAll(ContractKeys.OF_ESCALATION);
        for (String key : known) {
            if (Spelling.distance(key, pair.key().text()) <= NEAR) {
                return false;
            }
        }
        return !asked.contains(pair.key().text());
    }
}
