package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Person;
import dev.gatekeeper.contract.Substance;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Names;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.text.Characters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out who somebody is by what the policies in force say of them.
 *
 * <p>Entries of different policies that share a name, an email, a login or a key are one person. That only ever takes something from them: what
 * they wrote under any of their names they can't approve, and under two names they count once. Nobody may approve more for it, since
 * whoever writes one policy does not decide who is whom in the other.
 */
final class Identities {

    private static final Pattern WITH_EMAIL = Pattern.compile("(?<name>[^<>]*[^<>\\s])\\s*<(?<email>[^<>\\s]+)>");

    private final List<Entry> entries = new ArrayList<>();
    private final Mailmap mailmap;

    /** Those of the mailmap's addresses that a forge may have made of a login, by the login. */
    private final Map<String, List<String>> ofForges = new HashMap<>();

    /** @param mailmap the target's */
    Identities(Policies policies, Mailmap mailmap) {
        this.mailmap = mailmap;
        for (String email : mailmap.emails()) {
            for (String login : Designation.of(email).asLogins()) {
                ofForges.computeIfAbsent(login, absent -> new ArrayList<>()).add(email);
            }
        }
        for (Approver approver : policies.everyone()) {
            entries.add(new Entry(approver, nothingElsewhere()));
        }
    }

    /** Why the mailmap says nothing though it is there, in words that follow its name. */
    Optional<String> mailmapProblem() {
        return mailmap.problem();
    }

    /** Whether {@code text} names somebody: an answer, or whom a policy lists, however much that looks like a placeholder. */
    public boolean namesSomebody(String text) {
        Designation wanted = Designation.of(text);
        return Substance.of(text) == Substance.TEXT
                || entries.stream()
                        .anyMatch(entry -> entry.name.asName().equals(wanted.asName()) || entry.hasEmail(wanted));
    }

    /** Whether {@code text}, by which CI names an author, names somebody whom a policy lists. */
    boolean listSomebodyMeantBy(String text) {
        for (Entry entry : entries) {
            if (entry.alone.isMeantBy(text)) {
                return true;
            }
        }
        return false;
    }

    /** Who {@code text} names: by name, by email, or by {@code Name <email>}. */
    Identity named(String text) {
        Matcher both = WITH_EMAIL.matcher(text.strip());
        Optional<Designation> email = (both.matches()
                        ? Optional.of(both.group("email"))
                        : Optional.of(text.strip()).filter(Identities::isEmail))
                .map(Designation::of);
        Optional<Designation> name = (both.matches()
                        ? Optional.of(both.group("name"))
                        : Optional.of(text.strip()).filter(value -> !isEmail(value)))
                .map(Designation::of);
        Designation whole = Designation.of(text);
        List<Entry> listed = entries.stream()
                .filter(entry -> whole.asName().equals(entry.name.asName())
                        || (name.stream().allMatch(value -> value.asName().equals(entry.name.asName()))
                                && email.stream().allMatch(entry::hasEmail)))
                .toList();
        return joined(text.strip(), name, email, listed);
    }

    /** The human whom the policies list as {@code approvers}, one entry or more. */
    Identity listed(List<Approver> approvers) {
        List<Entry> listed = entries.stream()
                .filter(entry -> approvers.contains(entry.approver))
                .toList();
        return joined(approvers.get(0).name(), Optional.empty(), Optional.empty(), listed);
    }

    private Identity joined(String text, Optional<Designation> name, Optional<Designation> email, List<Entry> listed) {
        Identity identity = new Identity(
                listed.isEmpty() ? text : listed.get(0).approver.name(),
                name.stream().toList(),
                email.stream().toList(),
                Set.of(),
                listed.stream().map(entry -> entry.approver).toList(),
                nothingElsewhere());
        Set<Entry> same = new LinkedHashSet<>();
        List<Entry> more = listed.isEmpty() ? beside(identity, same) : listed;
        while (!more.isEmpty()) {
            same.addAll(more);
            identity = with(identity, more);
            more = beside(identity, same);
        }
        return identity.with(elsewhere(identity));
    }

    /** Whom the mailmap makes of a commit that has one of the names and one of the emails of {@code identity}. */
    private Identity.Elsewhere elsewhere(Identity identity) {
        Set<String> emails = new LinkedHashSet<>();
        for (Designation email : identity.emails()) {
            emails.add(email.text());
        }
        for (String login : identity.logins()) {
            emails.addAll(ofForges.getOrDefault(login, List.of()));
        }
        Map<String, Person> byName = new HashMap<>();
        Map<String, Person> byEmail = new HashMap<>();
        for (String email : emails) {
            for (Designation name : identity.names()) {
                for (Mailmap.Known known : mailmap.known(new Person(name.text(), email))) {
                    byName.putIfAbsent(known.name().asName(), known.person());
                    byEmail.putIfAbsent(known.email().asEmail(), known.person());
                }
            }
        }
        return new Identity.Elsewhere(mailmap, byName, byEmail);
    }

    private Identity.Elsewhere nothingElsewhere() {
        return new Identity.Elsewhere(mailmap, Map.of(), Map.of());
    }

    /** The entries that are this human's too, beside those that are known to be. */
    private List<Entry> beside(Identity identity, Set<Entry> known) {
        return entries.stream()
                .filter(other -> !known.contains(other))
                .filter(other -> other.isOf(identity)
                        || known.stream().anyMatch(entry -> other.approver.sharesKeyWith(entry.approver)))
                .toList();
    }

    /** {@code identity} under the names, emails and logins of {@code entries} too. */
    private static Identity with(Identity identity, List<Entry> entries) {
        List<Designation> names = new ArrayList<>(identity.names());
        List<Designation> emails = new ArrayList<>(identity.emails());
        Set<String> logins = new HashSet<>(identity.logins());
        for (Entry entry : entries) {
            names.add(entry.name);
            emails.addAll(entry.emails);
            logins.addAll(entry.alone.logins());
        }
        return new Identity(identity.shown(), names, emails, logins, identity.listed(), identity.elsewhere());
    }

    private static boolean isEmail(String text) {
        return text.indexOf('@') > 0 && !Characters.holdsWhiteSpace(text);
    }

    /** An approver of a policy, with the forms in which their name and emails are compared; equal to itself only. */
    private static final class Entry {

        private final Approver approver;
        private final Designation name;
        private final List<Designation> emails = new ArrayList<>();

        /** What this entry says by itself. */
        private final Identity alone;

        Entry(Approver approver, Identity.Elsewhere elsewhere) {
            this.approver = approver;
            this.name = Designation.of(approver.name());
            for (String email : approver.emails()) {
                emails.add(Designation.of(email));
            }
            Set<String> logins = new HashSet<>();
            for (String login : approver.logins()) {
                logins.add(Names.normalEmail(login));
            }
            this.alone = new Identity(approver.name(), List.of(name), emails, logins, List.of(approver), elsewhere);
        }

        boolean hasEmail(Designation email) {
            for (Designation known : emails) {
                if (known.asEmail().equals(email.asEmail())) {
                    return true;
                }
            }
            return false;
        }

        boolean isOf(Identity identity) {
            return alone.isSameAs(identity);
        }
    }
}
