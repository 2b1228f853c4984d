package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Names;
import java.util.Set;

/**
 * A name or an email by which somebody is called, with the forms in which it is compared, which are dear to make.
 *
 * @param text as written
 * @param asName the form in which equal names are the same, see {@link Names}
 * @param asEmail the form in which equal emails are the same
 * @param asLogins the logins that it may stand for, in the form of {@code asEmail}
 */
record Designation(String text, String asName, String asEmail, Set<String> asLogins) {

    static Designation of(String text) {
        String asName = Names.normalName(text);
        return new Designation(text, asName, Names.normalEmail(text), logins(asName));
    }

    /**
     * {@code janes} for itself, {@code @janes}, {@code janes@users.noreply.github.com} and {@code 7+janes@noreply.example}. A login may
     * begin with a number itself, so {@code 7-janes@noreply.example} may be {@code 7-janes}'s as well.
     */
    private static Set<String> logins(String normal) {
        int at = normal.lastIndexOf('@');
        return at <= 0 ? Set.of(normal.substring(at + 1)) : ofAddress(normal);
    }

    /** GitHub and Forgejo put a number and '+' before the login, GitLab a number and '-'. */
    private static Set<String> ofAddress(String email) {
        int at = email.indexOf('@');
        boolean ofForge = at == email.lastIndexOf('@') && ("." + email.substring(at + 1) + ".").contains(".noreply.");
        if (!ofForge) {
            return Set.of();
        }
        String local = email.substring(0, at);
        int digits = 0;
        while (digits < local.length() && local.charAt(digits) >= '0' && local.charAt(digits) <= '9') {
            digits++;
        }
        boolean numbered = digits > 0 && digits < local.length() && "+-".indexOf(local.charAt(digits)) >= 0;
        return numbered ? Set.of(local, local.substring(digits + 1)) : Set.of(local);
    }
}
