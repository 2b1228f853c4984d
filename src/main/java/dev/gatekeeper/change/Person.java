package dev.gatekeeper.change;

/**
 * Somebody as a commit names them: free text that proves nothing.
 *
 * @param name may be empty
 * @param email may be empty
 */
public record Person(String name, String email) {

    /** The name, or else the email. */
    public String shown() {
        return name.isEmpty() ? email : name;
    }

    /** Written out for speed, see {@link Entry#equals}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Person person && name.equals(person.name) && email.equals(person.email);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + email.hashCode();
    }

    @Override
    public String toString() {
        return email.isEmpty() ? name : (name + " <" + email + ">").strip();
    }
}
