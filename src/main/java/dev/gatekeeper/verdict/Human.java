package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Person;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Names;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.yaml.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody who answers for RED paths, with every name and email that the policies give them.
 *
 * @param shown how to call them
 * @param names their names
 * @param emails their emails
 * @param listed the policies' entries that are them
 */
record Human(String shown, List<String> names, List<String> emails, List<Approver> listed) {

    private static final Pattern WITH_EMAIL = Pattern.compile("(?<name>[^<>]*[^<>\\s])\\s*<(?<email>[^<>\\s]+)>");

    /** Who {@code text} names: by name, by email, or by {@code Name <email>}. */
    static Human named(String text, Policies policies) {
        Matcher both = WITH_EMAIL.matcher(text.strip());
        Optional<String> email = both.matches()
                ? Optional.of(both.group("email"))
                : Optional.of(text.strip()).filter(Human::isEmail);
        Optional<String> name = both.matches()
                ? Optional.of(both.group("name"))
                : Optional.of(text.strip()).filter(value -> !isEmail(value));
        List<Approver> listed = policies.inForce().stream()
                .flatMap(policy -> policy.everyone().stream())
                .filter(approver -> name.stream().allMatch(value -> Names.sameName(value, approver.name()))
                        && email.stream().allMatch(value -> hasEmail(approver, value)))
                .toList();
        return of(text.strip(), name, email, listed);
    }

    /** The human whom the policies list as {@code approvers}, one entry or more. */
    static Human listed(List<Approver> approvers) {
        return of(approvers.get(0).name(), Optional.empty(), Optional.empty(), approvers);
    }

    private static Human of(String text, Optional<String> name, Optional<String> email, List<Approver> listed) {
        List<String> names = new ArrayList<>(name.stream().toList());
        List<String> emails = new ArrayList<>(email.stream().toList());
        listed.forEach(approver -> {
            names.add(approver.name());
            emails.addAll(approver.emails());
        });
        return new Human(listed.stream().map(Approver::name).findFirst().orElse(text), names, emails, listed);
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

    /** Whether {@code text}, by which CI names an author, names them: either part of {@code Name <email>} is enough. */
    boolean isMeantBy(String text) {
        int open = text.indexOf('<');
        if (open < 0) {
            return isCalled(text);
        }
        int close = text.indexOf('>', open);
        String email = text.substring(open + 1, close < 0 ? text.length() : close);
        return isCalled(Visible.trim(text.substring(0, open))) || isCalled(Visible.trim(email)) || isCalled(text);
    }

    /** Whether {@code text}, a name or an email, is one of theirs. */
    boolean isCalled(String text) {
        return names.stream().anyMatch(name -> Names.sameName(name, text))
                || emails.stream().anyMatch(email -> Names.sameEmail(email, text));
    }

    /** Whether this and {@code other} share a name or an email. */
    boolean isSameAs(Human other) {
        return names.stream().anyMatch(other::isCalled) || emails.stream().anyMatch(other::isCalled);
    }

    boolean isBot() {
        return shown.toLowerCase(Locale.ROOT).contains("[bot]")
                || names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("[bot]"))
                || emails.stream()
                        .anyMatch(email -> email.toLowerCase(Locale.ROOT).contains("[bot]"));
    }

    boolean hasInvisibleCharacters() {
        return Stream.concat(names.stream(), emails.stream())
                .anyMatch(text -> !Visible.strip(text).equals(text));
    }

    private static boolean hasEmail(Approver approver, String email) {
        return approver.emails().stream().anyMatch(known -> Names.sameEmail(known, email));
    }

    private static boolean isEmail(String text) {
        return text.indexOf('@') > 0 && text.chars().noneMatch(Character::isWhitespace);
    }
}
