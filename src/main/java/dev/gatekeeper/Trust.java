package dev.gatekeeper;

/**
 * What a run can be trusted with.
 *
 * @param isolated whether Maven ran apart from the checkout, so that nothing of the change could steer it
 * @param reason why, or why not, in words for people
 */
public record Trust(boolean isolated, String reason) {

    /** The word for messages and records. */
    public String word() {
        return isolated ? "isolated" : "advisory";
    }
}
