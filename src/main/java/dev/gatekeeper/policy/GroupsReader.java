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
            groups.put(
                    group.getKey(),
                    group.getValue().stream().map(approvers::get).toList());
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
            approver(mapping).ifPresent(names::add);
        }
        return names;
    }

    /** The normal form of an approver's name. */
    private Optional<String> approver(Node.Mapping mapping) {
        shape.keys(mapping, THING, KEYS);
        Optional<Node.Text> name = shape.required(mapping, THING, "name")
                .flatMap(node -> shape.text(node, "the approver's name"))
                .filter(this::isHuman);
        List<Node.Text> emails = emails(mapping.get("email"));
        List<Node.Text> logins = logins(mapping);
        List<ApproverKey> keys = new ArrayList<>();
        for (Node node : shape.items(mapping, "keys")) {
            new KeyReader(shape).read(node).ifPresent(keys::add);
        }
        return name.map(text -> people.add(new People.Entry(text, emails, logins, keys)));
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
        boolean hidden = !name.text().equals(Characters.strip(name.text()))
                || name.text().chars().anyMatch(c -> c < ' ')
                || name.text().codePoints().noneMatch(Characters::isLetterOrDigit);
        if (hidden) {
            Mark mark = name.mark();
            shape.problem(mark, thing + " holds a character that nobody sees, or no letter or digit");
        }
        return !hidden;
    }

    private List<Node.Text> emails(Optional<Node> node) {
        List<Node> listed = node.map(value -> value instanceof Node.Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
        List<Node.Text> emails = new ArrayList<>();
        for (Node item : listed) {
            shape.form(item, "email", EMAIL, "an address like jane@acme.example")
                    .filter(text -> checkVisible(text, "email"))
                    .ifPresent(emails::add);
        }
        return emails;
    }

    private List<Node.Text> logins(Node.Mapping mapping) {
        List<Node.Text> logins = new ArrayList<>();
        for (Node item : shape.filledItems(mapping, "logins", "login")) {
            shape.form(
                            item,
                            "the login",
                            LOGIN,
                            "a name like 'janes', as the forge has it, without '@', ',' and spaces")
                    .filter(this::isHumanLogin)
                    .filter(login -> isNew(login, logins))
                    .ifPresent(logins::add);
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
