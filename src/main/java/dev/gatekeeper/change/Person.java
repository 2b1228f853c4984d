package dev.gatekeeper.change;

/**
 * Somebody as a commit names them: free text that proves nothing.
 *
 * @param name may be empty
 * @param email may be empty
 */
public record Person(String name, String email) {

    @Override
    public String toString() {
        return email.isEmpty() ? name : (name + " <" + email + ">").strip();
    }
}
