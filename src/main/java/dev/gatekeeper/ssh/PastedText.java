package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import dev.gatekeeper.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A text that people paste where the line of a {@code .pub} file belongs: another form of a key, or such a line with more before it. */
final class PastedText {

    /** Wherever they stand in a text, with its line ends or with blanks for them, nobody else should see it. */
    private static final List<String> MARKS_OF_PRIVATE_KEYS = List.of(
            "PRIVATE KEY--",
            "PRIVATE KEY --",
            "PRIVATE KEY BLOCK--",
            "PuTTY-User-Key-File-",
            // Base64 of what OpenSSH's private keys start with.
            "b3BlbnNzaC1rZXktdjE");

    private static final List<String> STARTS_OF_BLOCKS = List.of("-----BEGIN ", "---- BEGIN ");

    /** What ssh-keygen calls the form of a block with this label. */
    private static final Map<String, String> FORMS =
            Map.of("SSH2 PUBLIC KEY", "RFC4716", "PUBLIC KEY", "PKCS8", "RSA PUBLIC KEY", "PEM");

    /** Base64 of what an Ed25519 key in PKCS8 starts with, which OpenSSH 9.2 can't read. */
    private static final String ED25519_IN_PKCS8 = "MCowBQYDK2VwAyEA";

    /** Base64 of the length of a kind's name: no name has 64 KiB. */
    private static final String START_OF_BLOBS = "AAAA";

    private PastedText() {}

    /** Checks that {@code text} is no private key, and no block between a first and a last line. */
    static void requireNoBlock(String text) throws MalformedException {
        for (String mark : MARKS_OF_PRIVATE_KEYS) {
            require(
                    !text.contains(mark),
                    "the key is a private key, and no secret any more: take it out of use" + VerifyingKey.INSTEAD);
        }
        for (String start : STARTS_OF_BLOCKS) {
            if (text.startsWith(start)) {
                String label = text.substring(start.length()).split("-", 2)[0].strip();
                throw new MalformedException("the key is a block of text (" + Words.quote(label)
                        + "), and must be the line of a '.pub' file" + remedy(label, text));
            }
        }
    }

    private static String remedy(String label, String text) {
        return !FORMS.containsKey(label) || text.contains(ED25519_IN_PKCS8)
                ? VerifyingKey.INSTEAD
                : "; enrol instead what this prints: ssh-keygen -i -m " + FORMS.get(label) + " -f FILE";
    }

    /** Checks that {@code words} hold no key whose kind is a later word than the first. */
    static void requireNothingBeforeKind(List<String> words) throws MalformedException {
        int blob = 1;
        while (blob < words.size() && !words.get(blob).startsWith(START_OF_BLOBS)) {
            blob++;
        }
        if (blob == 1 || blob == words.size()) {
            return;
        }
        List<String> before = words.subList(0, blob - 1);
        String kind = words.get(blob - 1);
        require(
                before.stream().noneMatch(PastedText::namesAnAuthority),
                "the key is a certificate authority's, and only people's own count" + VerifyingKey.INSTEAD);
        VerifyingKey.requireKind(kind);
        throw new MalformedException("the key has " + Words.quote(String.join(" ", before))
                + " before its kind, as lines of authorized_keys and allowed_signers have; enrol instead what starts with '"
                + kind + "'");
    }

    private static boolean namesAnAuthority(String word) {
        return Arrays.stream(word.split(",", -1))
                .anyMatch(option ->
                        option.equalsIgnoreCase("cert-authority") || option.equalsIgnoreCase("@cert-authority"));
    }
}
