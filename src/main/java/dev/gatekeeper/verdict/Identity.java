package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Person;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Names;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.Characters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody who answers for RED paths, with every name and email that the policies give them.
 *
 * <p>Entries of different policies that share a name, an email or a key are one person where that keeps somebody from approving: what
 * they wrote, or twice. Nobody may approve more for it, since whoever writes one policy does not decide who is whom in the other.
 *
 * @param shown how to call them
 * @param names their names
 * @param emails their emails
 * @param listed the policies' entries by which they may approve
 */
record Identity(String shown, List<String> names, List<String> emails, List<Approver> listed) {

    private static final Pattern WITH_EMAIL = Pattern.compile("(?<name>[^<>]*[^<>\\s])\\s*<(?<email>[^<>\\s]+)>");

    /** What sets a name and an email apart, or around either. */
    private static final Pattern MARKS = Pattern.compile("[<>()\"]");

    /** Who {@code text} names: by name, by email, or by {@code Name <email>}. */
    static Identity named(String text, Policies policies) {
        Matcher both = WITH_EMAIL.matcher(text.strip());
        Optional<String> email = both.matches()
                ? Optional.of(both.group("email"))
                : Optional.of(text.strip()).filter(Identity::isEmail);
        Optional<String> name = both.matches()
                ? Optional.of(both.group("name"))
                : Optional.of(text.strip()).filter(value -> !isEmail(value));
        List<Approver> listed = policies.everyone().stream()
                .filter(approver -> Names.sameName(text, approver.name())
                        || (name.stream().allMatch(value -> Names.sameName(value, approver.name()))
                                && email.stream().allMatch(value -> hasEmail(approver, value))))
                .toList();
        return of(text.strip(), name, email, listed, policies);
    }

    /** The human whom the policies list as {@code approvers}, one entry or more. */
    static Identity listed(List<Approver> approvers, Policies policies) {
        return of(approvers.get(0).name(), Optional.empty(), Optional.empty(), approvers, policies);
    }

    private static Identity of(
            String text, Optional<String> name, Optional<String> email, List<Approver> listed, Policies policies) {
        String shown = listed.stream().map(Approver::name).findFirst().orElse(text);
        Identity human =
                new Identity(shown, name.stream().toList(), email.stream().toList(), listed);
        Set<Approver> same = new LinkedHashSet<>();
        List<Approver> more = listed.isEmpty() ? human.entriesBeside(same, policies) : listed;
        while (!more.isEmpty()) {
            same.addAll(more);
            human = human.with(more);
            more = human.entriesBeside(same, policies);
        }
        return human;
    }

    /** The entries that are this human's too, beside those that are known to be. */
    private List<Approver> entriesBeside(Set<Approver> known, Policies policies) {
        return policies.everyone().stream()
                .filter(other -> !known.contains(other))
                .filter(other -> isListedAs(other) || known.stream().anyMatch(other::sharesKeyWith))
                .toList();
    }

    /** This human under the names and emails of {@code entries} too. */
    private Identity with(List<Approver> entries) {
        List<String> allNames = new ArrayList<>(names);
        List<String> allEmails = new ArrayList<>(emails);
        for (Approver entry : entries) {
            allNames.add(entry.name());
            allEmails.addAll(entry.emails());
        }
        return new Identity(shown, allNames, allEmails, listed);
    }

    private boolean isListedAs(Approver entry) {
        return isCalled(entry.name()) || entry.emails().stream().anyMatch(this::isCalled);
    }

    /** Whether they may approve what {@code rule} of {@code policy} asks for; anybody may where the policy names nobody. */
    boolean mayAnswer(Policy policy, Rule rule) {
        List<Approver> allowed = policy.approversOf(rule);
        return allowed.isEmpty() || listed.stream().anyMatch(allowed::contains);
    }

    /** Whether a commit that names {@code person} names them. */
    boolean is(Person person) {
        return Stream.of(person.name(), person.email()).anyMatch(this::isCalled);
    }

    /**
     * Whether {@code text}, by which CI names an author, names them: any part between its marks is enough, since the author may have
     * chosen a name that holds marks itself.
     */
    boolean isMeantBy(String text) {
        String beforeEmail = text.substring(0, Math.max(text.lastIndexOf('<'), 0));
        return Stream.concat(Stream.of(text, beforeEmail), MARKS.splitAsStream(text))
                .map(Characters::trim)
                .anyMatch(this::isCalled);
    }

    /** Whether {@code text}, a name or an email, is one of theirs. */
    boolean isCalled(String text) {
        return names.stream().anyMatch(name -> Names.sameName(name, text))
                || emails.stream().anyMatch(email -> Names.sameEmail(email, text));
    }

    /** Whether this and {@code other} share a name or an email. */
    boolean isSameAs(Identity other) {
        return names.stream().anyMatch(other::isCalled) || emails.stream().anyMatch(other::isCalled);
    }

    boolean isBot() {
        return Names.isBot(shown)
                || names.stream().anyMatch(Names::isBot)
                || emails.stream().anyMatch(Names::isBot);
    }

    boolean hasInvisibleCharacters() {
        return Stream.concat(names.stream(), emails.stream())
                .anyMatch(text -> !Characters.strip(text).equals(text));
    }

    private static boolean hasEmail(Approver approver, String email) {
        return approver.emails().stream().anyMatch(known -> Names.sameEmail(known, email));
    }

    private static boolean isEmail(String text) {
        return text.indexOf('@') > 0 && text.chars().noneMatch(Character::isWhitespace);
    }
}
