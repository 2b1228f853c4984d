package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** What a file holds that nobody else's files of such a name do. */
final class Telltale {

    private static final int LONGEST = 256 * 1024;

    private Telltale() {}

    /** Whether head's file at {@code changed} has the keys of a contract. */
    static boolean isContract(ChangedPath changed, Snapshot head) {
        Optional<String> text = text(changed, head);
        return text.isPresent()
                && text.get().contains(ContractKeys.WHAT_CHANGED)
                && text.get().contains(ContractKeys.RISK_LEVEL);
    }

    /** Whether head's file at {@code changed} is an SSH signature. */
    static boolean isSignature(ChangedPath changed, Snapshot head) {
        return text(changed, head)
                .filter(text -> text.contains("-----BEGIN SSH SIGNATURE-----"))
                .isPresent();
    }

    private static Optional<String> text(ChangedPath changed, Snapshot head) {
        return head.content(changed.after(), LONGEST).bytes().map(bytes -> new String(bytes, ISO_8859_1));
    }
}
