package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Names;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name or an email by which somebody is called, with the forms in which it is compared, which are dear to make.
 *
 * @param text as written
 * @param asName the form in which equal names are the same, see {@link Names}
 * @param asEmail the form in which equal emails are the same
 * @param asLogins the logins that it may stand for, in the form of {@code asEmail}
 */
record Designation(String text, String asName, String asEmail, Set<String> asLogins) {

    /** An address that a forge makes of a login: GitHub and Forgejo put a number and '+' before it, GitLab a number and '-'. */
    private static final Pattern OF_FORGE =
            Pattern.compile("(?<local>(?:[0-9]+[+-])?(?<login>[^@]+))@(?:[^@]+\\.)?noreply(?:\\.[^@]*)?");

    static Designation of(String text) {
        String asName = Names.normalName(text);
        String asEmail = Names.normalEmail(text);
        return new Designation(text, asName, asEmail, logins(asName, asEmail));
    }

    /**
     * {@code janes} for itself, {@code @janes}, {@code janes@users.noreply.github.com} and {@code 7+janes@noreply.example}. A login may
     * begin with a number itself, so {@code 7-janes@noreply.example} may be {@code 7-janes}'s as well.
     */
    private static Set<String> logins(String asName, String asEmail) {
        int at = asName.lastIndexOf('@');
        if (at <= 0) {
            return Set.of(asName.substring(at + 1));
        }
        if (!asEmail.contains("noreply")) {
            return Set.of();
        }
        Matcher ofForge = OF_FORGE.matcher(asEmail);
        return ofForge.matches() ? Set.copyOf(List.of(ofForge.group("local"), ofForge.group("login"))) : Set.of();
    }
}
