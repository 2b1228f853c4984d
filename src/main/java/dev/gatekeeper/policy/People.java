package dev.gatekeeper.policy;

import dev.gatekeeper.ssh.SshPublicKey;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of a policy while it is read, each once, and what belongs to only one of them. */
final class People {

    private final Values shape;
    private final Map<String, Person> byName = new LinkedHashMap<>();
    private final Map<String, String> ownerOfEmail = new HashMap<>();
    private final Map<SshPublicKey, String> ownerOfKey = new HashMap<>();

    People(Values shape) {
        this.shape = shape;
    }

    /** Adds what a group says about a person to what is known; returns the normal form of the name. */
    String add(String name, List<Node.Text> emails, List<ApproverKey> keys) {
        String normal = Names.normalName(name);
        Person person = byName.computeIfAbsent(normal, absent -> new Person(name));
        for (Node.Text email : emails) {
            if (!normal.equals(ownerOfEmail.computeIfAbsent(Names.normalEmail(email.text()), absent -> normal))) {
                shape.problem(
                        email.mark(),
                        "the email '" + email.text() + "' stands under two names; one person has one name");
            }
            person.emails.add(email.text());
        }
        keys.forEach(key -> addKey(person, normal, key));
        return normal;
    }

    /** Everyone, by the normal form of the name. */
    Map<String, Approver> approvers() {
        Map<String, Approver> approvers = new HashMap<>();
        for (Map.Entry<String, Person> known : byName.entrySet()) {
            Person person = known.getValue();
            approvers.put(known.getKey(), new Approver(person.name, person.emails, List.copyOf(person.keys.values())));
        }
        return approvers;
    }

    private void addKey(Person person, String normal, ApproverKey key) {
        if (!normal.equals(ownerOfKey.computeIfAbsent(key.key(), absent -> normal))) {
            shape.problem(key.mark(), "the key stands under two names; one person has one name");
            return;
        }
        ApproverKey known = person.keys.computeIfAbsent(key.key(), absent -> key);
        if (!known.validAfter().equals(key.validAfter()) || !known.validBefore().equals(key.validBefore())) {
            shape.problem(key.mark(), "the key stands here with other dates than at " + known.mark());
        }
    }

    /** A person as known so far. */
    private static final class Person {
        private final String name;
        private final Set<String> emails = new LinkedHashSet<>();
        private final Map<SshPublicKey, ApproverKey> keys = new LinkedHashMap<>();

        Person(String name) {
            this.name = name;
        }
    }
}
