package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import java.util.Base64;

/** Base64 in its only canonical spelling: with padding, without white space, unused bits zero. */
final class StrictBase64 {

    private StrictBase64() {}

    /** @param what the thing that is read, for messages */
    static byte[] decode(String what, String text) throws MalformedException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        // The JDK's decoder takes missing padding and loose bits at the end.
        require(
                bytes.length > 0 && Base64.getEncoder().encodeToString(bytes).equals(text),
                what + " is not whole Base64: characters are missing, changed or added");
        return bytes;
    }
}
