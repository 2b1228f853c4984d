package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Names;

/**
 * A name or an email by which somebody is called, with the forms in which it is compared, which are dear to make.
 *
 * @param text as written
 * @param asName the form in which equal names are the same, see {@link Names}
 * @param asEmail the form in which equal emails are the same
 */
record Designation(String text, String asName, String asEmail) {

    static Designation of(String text) {
        return new Designation(text, Names.normalName(text), Names.normalEmail(text));
    }
}
