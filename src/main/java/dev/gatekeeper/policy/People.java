package dev.gatekeeper.policy;

import dev.gatekeeper.ssh.SshPublicKey;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people of a policy while it is read, each once, and what belongs to only one of them.
 *
 * <p>Entries of one name are one person. Two people can have one name, and made one person the one could never approve for the other;
 * so the entries have to show that they mean the same: by an email, login or key that they share, or by giving the name alone.
 */
final class People {

    private final Values values;
    private final Map<String, Person> byName = new LinkedHashMap<>();
    private final Map<Object, String> owners = new HashMap<>();

    People(Values values) {
        this.values = values;
    }

    /** An entry of a group as written: what it says about a person. */
    record Entry(Node.Text name, List<Node.Text> emails, List<Node.Text> logins, List<ApproverKey> keys) {}

    /** Adds what a group says about a person to what is known; returns the normal form of the name. */
    String add(Entry entry) {
        String normal = Names.normalName(entry.name().text());
        Person person = byName.get(normal);
        if (person == null) {
            person = new Person(entry.name().text());
            byName.put(normal, person);
        }
        Set<Object> signs = new LinkedHashSet<>();
        for (Node.Text email : entry.emails()) {
            Sign sign = new Sign("email", Names.normalEmail(email.text()));
            own(sign, normal, email.mark(), "the email '" + email.text() + "'");
            signs.add(sign);
            person.emails.add(email.text());
        }
        for (Node.Text login : entry.logins()) {
            Sign sign = new Sign("login", Names.normalEmail(login.text()));
            own(sign, normal, login.mark(), "the login '" + login.text() + "'");
            signs.add(sign);
            person.logins.add(login.text());
        }
        for (ApproverKey key : entry.keys()) {
            addKey(person, normal, key);
            signs.add(key.key());
        }
        if (!signs.isEmpty()) {
            person.entries.add(new Signs(entry.name(), signs));
        }
        return normal;
    }

    /** Everyone, by the normal form of the name. */
    Map<String, Approver> approvers() {
        Map<String, Approver> approvers = new HashMap<>();
        for (Map.Entry<String, Person> known : byName.entrySet()) {
            Person person = known.getValue();
            approvers.put(
                    known.getKey(),
                    new Approver(person.name, person.emails, person.logins, List.copyOf(person.keys.values())));
        }
        return approvers;
    }

    /** Whether {@code sign} is {@code owner}'s, and a problem where it is somebody else's. */
    private boolean own(Object sign, String owner, Mark mark, String thing) {
        String first = owners.putIfAbsent(sign, owner);
        boolean owned = first == null || first.equals(owner);
        if (!owned) {
            values.problem(mark, thing + " stands under two names; one person has one name");
        }
        return owned;
    }

    private void addKey(Person person, String normal, ApproverKey key) {
        if (!own(key.key(), normal, key.mark(), "the key")) {
            return;
        }
        ApproverKey known = person.keys.putIfAbsent(key.key(), key);
        if (known != null
                && !(known.validAfter().equals(key.validAfter())
                        && known.validBefore().equals(key.validBefore()))) {
            values.problem(key.mark(), "the key stands here with other dates than at " + known.mark());
        }
    }

    /** Reports the entries that have a name in common with others, and nothing else. */
    void checkNames() {
        for (Person person : byName.values()) {
            List<Signs> strangers = strangers(person.entries);
            for (Signs stranger : strangers) {
                values.problem(
                        stranger.name().mark(),
                        "the approver '" + stranger.name().text() + "' stands at "
                                + person.entries.get(0).name().mark()
                                + " too, and nothing shows that it is one person; let both entries share an email, a login or a key"
                                + " where it is, and write another name where it isn't");
            }
        }
    }

    /** Those of {@code entries} that no sign leads to from the first, directly or by way of others. */
    private static List<Signs> strangers(List<Signs> entries) {
        Set<Object> reached = new LinkedHashSet<>();
        List<Signs> strangers = new ArrayList<>(entries);
        boolean more = !strangers.isEmpty();
        if (more) {
            reached.addAll(strangers.remove(0).signs());
        }
        while (more) {
            more = false;
            for (Signs entry : List.copyOf(strangers)) {
                if (!Collections.disjoint(reached, entry.signs())) {
                    reached.addAll(entry.signs());
                    more |= strangers.remove(entry);
                }
            }
        }
        return strangers;
    }

    /** What an entry gives beside the name: {@link Sign}s and keys. */
    private record Signs(Node.Text name, Set<Object> signs) {}

    /** A person as known so far. */
    private static final class Person {
        private final String name;
        private final Set<String> emails = new LinkedHashSet<>();
        private final Set<String> logins = new LinkedHashSet<>();
        private final Map<SshPublicKey, ApproverKey> keys = new LinkedHashMap<>();
        private final List<Signs> entries = new ArrayList<>();

        Person(String name) {
            this.name = name;
        }
    }
}
