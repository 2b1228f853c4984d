package dev.gatekeeper.policy;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the groups of approvers. The same name in several groups is one person, with all emails and keys. */
final class GroupsReader {

    private static final String THING = "the approver";
    private static final String EMAIL = "[^@<>" + Characters.WHITE_SPACE + "]+@[^@<>" + Characters.WHITE_SPACE + "]+";

    private static final String LOGIN = "[^@<>," + Characters.WHITE_SPACE + "]{1,100}";
    private static final List<String> KEYS = List.of("name", "email", "logins", "keys");

    private final Values shape;
    private final People people;

    GroupsReader(Values shape) {
        this.shape = shape;
        this.people = new People(shape);
    }

    /** The approvers of {@code policy} by group, in the order of the file. */
    Map<String, List<Approver>> read(Node.Mapping policy) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Node.Pair pair : shape.pairs(policy, "approvers")) {
            names.put(pair.key().text(), group(pair));
        }
        people.checkNames();
        Map<String, Approver> approvers = people.approvers();
        Map<String, List<Approver>> groups = new LinkedHashMap<>();
        for (Map.Entry<String, Set<String>> group : names.entrySet()) {
            List<Approver> members = new ArrayList<>();
            for (String name : group.getValue()) {
                Approver member = approvers.get(name);
                if (member != null) {
                    members.add(member);
                }
            }
            groups.put(group.getKey(), members);
        }
        return groups;
    }

    /** The normal forms of the names of a group's members. */
    private Set<String> group(Node.Pair pair) {
        String thing = "the group '" + pair.key().text() + "'";
        checkVisible(pair.key(), "the group's name");
        if (pair.key().text().indexOf('/') >= 0) {
            shape.problem(
                    pair.key().mark(),
                    thing
                            + " has a '/' in its name, as only 'organisation/GROUP' has, a group of the organisation's policy;"
                            + " give it a name without one");
        }
        List<Node> items = shape.items(pair.value(), thing);
        if (items.isEmpty() && pair.value() instanceof Node.Sequence) {
            shape.problem(pair.value().mark(), thing + " is empty; name one approver or more, or leave the group out");
        }
        Set<String> names = new LinkedHashSet<>();
        for (Node.Mapping mapping : shape.mappings(items, THING, "name")) {
            Optional<String> name = approver(mapping);
            if (name.isPresent()) {
                names.add(name.get());
            }
        }
        return names;
    }

    /** The normal form of an approver's name. */
    private Optional<String> approver(Node.Mapping mapping) {
        shape.keys(mapping, THING, KEYS);
        Optional<Node> given = shape.required(mapping, THING, "name");
        Optional<Node.Text> name =
                given.isPresent() ? shape.text(given.get(), "the approver's name") : Optional.empty();
        boolean human = name.isPresent() && isHuman(name.get());
        List<Node.Text> emails = emails(mapping.get("email"));
        List<Node.Text> logins = logins(mapping);
        List<ApproverKey> keys = new ArrayList<>();
        for (Node node : shape.items(mapping, "keys")) {
            Optional<ApproverKey> key = new KeyReader(shape).read(node);
            if (key.isPresent()) {
                keys.add(key.get());
            }
        }
        return human ? Optional.of(people.add(new People.Entry(name.get(), emails, logins, keys))) : Optional.empty();
    }

    private boolean isHuman(Node.Text name) {
        if (Names.isBot(name.text())) {
            shape.problem(name.mark(), "the approver '" + name.text() + "' is a bot; approvers are humans");
            return false;
        }
        // Who wrote a path is held against name and address apart, so that a name that holds both would be nobody's.
        if (name.text().indexOf('<') >= 0 || name.text().indexOf('>') >= 0) {
            shape.problem(
                    name.mark(),
                    "the approver's name '" + name.text() + "' holds '<' or '>'; an address stands under 'email'");
            return false;
        }
        return checkVisible(name, "the approver's name");
    }

    private boolean checkVisible(Node.Text name, String thing) {
        boolean visible = isVisible(name.text());
        if (!visible) {
            Mark mark = name.mark();
            shape.problem(mark, thing + " holds a character that nobody sees, or no letter or digit");
        }
        return visible;
    }

    private static boolean isVisible(String text) {
        boolean shown = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (c < ' ') {
                return false;
            }
            shown |= Characters.isLetterOrDigit(c);
        }
        return shown && text.equals(Characters.strip(text));
    }

    private List<Node.Text> emails(Optional<Node> node) {
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> listed = node.get() instanceof Node.Sequence list ? list.items() : List.of(node.get());
        List<Node.Text> emails = new ArrayList<>();
        for (Node item : listed) {
            Optional<Node.Text> email = shape.form(item, "email", EMAIL, "an address like jane@acme.example");
            if (email.isPresent() && checkVisible(email.get(), "email")) {
                emails.add(email.get());
            }
        }
        return emails;
    }

    private List<Node.Text> logins(Node.Mapping mapping) {
        List<Node.Text> logins = new ArrayList<>();
        for (Node item : shape.filledItems(mapping, "logins", "login")) {
            Optional<Node.Text> login = shape.form(
                    item, "the login", LOGIN, "a name like 'janes', as the forge has it, without '@', ',' and spaces");
            if (login.isPresent() && isHumanLogin(login.get()) && isNew(login.get(), logins)) {
                logins.add(login.get());
            }
        }
        return logins;
    }

    private boolean isHumanLogin(Node.Text login) {
        if (Names.isBot(login.text())) {
            shape.problem(login.mark(), "the login '" + login.text() + "' is a bot's; approvers are humans");
            return false;
        }
        return checkVisible(login, "the login");
    }

    private boolean isNew(Node.Text login, List<Node.Text> before) {
        for (Node.Text other : before) {
            if (Names.sameEmail(other.text(), login.text())) {
                shape.problem(login.mark(), "the login '" + login.text() + "' stands in the list twice");
                return false;
            }
        }
        return true;
    }
}
