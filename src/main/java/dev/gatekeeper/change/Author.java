package dev.gatekeeper.change;

import java.util.Locale;

/**
 * Somebody whom a commit names as one of those who made it.
 *
 * @param person the name and email that the commit gives them
 * @param role what it names them as
 * @param commit the commit's full id
 */
public record Author(Person person, Role role, String commit) {

    /** What a commit names people as; who is named as several of these is the first. */
    public enum Role {
        AUTHOR,
        COMMITTER,
        CO_AUTHOR;

        /** As it stands in a message. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
