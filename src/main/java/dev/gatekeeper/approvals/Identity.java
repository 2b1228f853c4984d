package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Person;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Names;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.Characters;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody who answers for RED paths, with every name, email and login that the policies give them; {@link Identities} finds out who.
 *
 * @param shown how to call them
 * @param names their names
 * @param emails their emails
 * @param logins what forges call them, in the form in which equal ones are the same
 * @param listed the policies' entries by which they may approve
 * @param elsewhere what the target's {@code .mailmap} makes of them and of others
 */
public record Identity(
        String shown,
        List<Designation> names,
        List<Designation> emails,
        Set<String> logins,
        List<Approver> listed,
        Elsewhere elsewhere) {

    /** What sets a name and an email apart, or around either. */
    private static final Pattern MARKS = Pattern.compile("[<>()\"]");

    public Identity {
        names = List.copyOf(names);
        emails = List.copyOf(emails);
        logins = Set.copyOf(logins);
        listed = List.copyOf(listed);
    }

    /**
     * What the target's {@code .mailmap} tells of whom commits name. It makes more people authors, and nobody less: who may approve, and
     * whether two approvers are one, it has no say in.
     *
     * @param mailmap tells who is meant by the name and the email of a commit
     * @param byName whom it makes of their own names and emails, by the form in which equal names are the same
     * @param byEmail likewise, by the form in which equal emails are the same
     */
    record Elsewhere(Mailmap mailmap, Map<String, Person> byName, Map<String, Person> byEmail) {

        Elsewhere {
            byName = Map.copyOf(byName);
            byEmail = Map.copyOf(byEmail);
        }

        /** Whom it makes of them that has the name or the email of {@code known}. */
        Optional<Person> alike(Mailmap.Known known) {
            Optional<Person> alike =
                    Optional.ofNullable(byEmail.get(known.email().asEmail()));
            return alike.isPresent()
                    ? alike
                    : Optional.ofNullable(byName.get(known.name().asName()));
        }
    }

    /** Whether they may approve what {@code rule} of {@code policy} asks for; anybody may where the policy names nobody. */
    boolean isListedFor(Policy policy, Rule rule) {
        List<Approver> allowed = policy.approversOf(rule);
        return listed.stream().anyMatch(allowed::contains) || policy.isOpenToAnybody(rule);
    }

    /** Whether a commit that names {@code person} names them. */
    boolean is(Person person) {
        List<Mailmap.Known> all = elsewhere.mailmap().known(person);
        return isCalledAs(all.get(0)) || byMailmap(all).isPresent();
    }

    /** As whom the target's {@code .mailmap} knows both them and {@code person}, whom no policy calls by their name; empty where it doesn't. */
    Optional<Person> byMailmap(Person person) {
        List<Mailmap.Known> all = elsewhere.mailmap().known(person);
        return isCalledAs(all.get(0)) ? Optional.empty() : byMailmap(all);
    }

    private Optional<Person> byMailmap(List<Mailmap.Known> all) {
        for (Mailmap.Known known : all) {
            Optional<Person> person = isCalledAs(known) ? Optional.of(known.person()) : elsewhere.alike(known);
            if (person.isPresent()) {
                return person;
            }
        }
        return Optional.empty();
    }

    private boolean isCalledAs(Mailmap.Known known) {
        return isCalled(known.name()) || isCalled(known.email());
    }

    /**
     * Whether {@code text}, by which CI names an author, names them: any part between its marks is enough, since the author may have
     * chosen a name that holds marks itself.
     */
    boolean isMeantBy(String text) {
        String beforeEmail = Characters.trim(text.substring(0, Math.max(text.lastIndexOf('<'), 0)));
        return Stream.concat(Stream.of(text, beforeEmail), MARKS.splitAsStream(text))
                .map(Characters::trim)
                .anyMatch(part -> is(new Person(beforeEmail, part)));
    }

    /** Whether {@code text}, a name, an email or a login, is one of theirs, or an address that a forge makes of their login. */
    boolean isCalled(String text) {
        return isCalled(Designation.of(text));
    }

    boolean isCalled(Designation other) {
        for (Designation name : names) {
            if (name.asName().equals(other.asName())) {
                return true;
            }
        }
        for (Designation email : emails) {
            if (email.asEmail().equals(other.asEmail())) {
                return true;
            }
        }
        // Most policies give no logins, and this is asked a lot.
        return !logins.isEmpty() && !Collections.disjoint(logins, other.asLogins());
    }

    /** Whether this and {@code other} share a name, an email or a login. */
    public boolean isSameAs(Identity other) {
        return other.isCalledLike(this)
                || (!logins.isEmpty() && (isCalledLike(other) || !Collections.disjoint(logins, other.logins)));
    }

    private boolean isCalledLike(Identity other) {
        return other.names.stream().anyMatch(this::isCalled)
                || other.emails.stream().anyMatch(this::isCalled);
    }

    Identity with(Elsewhere known) {
        return new Identity(shown, names, emails, logins, listed, known);
    }

    /** Whether they are called like a tool, and no policy lists them. */
    boolean isTool() {
        return listed.isEmpty() && texts().anyMatch(Names::isTool);
    }

    boolean isBot() {
        return Names.isBot(shown) || texts().anyMatch(Names::isBot);
    }

    boolean hasInvisibleCharacters() {
        return texts().anyMatch(text -> !Characters.strip(text).equals(text));
    }

    private Stream<String> texts() {
        return Stream.concat(names.stream(), emails.stream()).map(Designation::text);
    }
}
