package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a file holds that nobody else's files of such a name do. */
final class Telltale {

    private static final int LONGEST = 256 * 1024;

    private Telltale() {}

    /** Whether head's file at {@code changed} has the keys of a contract. */
    static boolean isContract(ChangedPath changed, Snapshot head) {
        Optional<String> text = text(changed, head);
        return text.isPresent()
                && hasKey(ContractKeys.WHAT_CHANGED, text.get())
                && hasKey(ContractKeys.RISK_LEVEL, text.get());
    }

    /** As YAML and JSON write keys; a sentence that merely names it, as our own record holds some, has none. */
    private static boolean hasKey(String key, String text) {
        return Pattern.compile("(?m)(?:^[ \\t]*|[{,]\\s*)([\"']?)" + Pattern.quote(key) + "\\1[ \\t]*:")
                .matcher(text)
                .find();
    }

    /** Whether head's file at {@code changed} is an SSH signature. */
    static boolean isSignature(ChangedPath changed, Snapshot head) {
        Optional<String> text = text(changed, head);
        return text.isPresent() && text.get().contains("-----BEGIN SSH SIGNATURE-----");
    }

    private static Optional<String> text(ChangedPath changed, Snapshot head) {
        Optional<byte[]> bytes = head.content(changed.after(), LONGEST).bytes();
        return bytes.isPresent() ? Optional.of(new String(bytes.get(), ISO_8859_1)) : Optional.empty();
    }
}
