package dev.gatekeeper.policy;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a policy asks contracts for: fields of its own, and the level from which it asks for a built-in one. */
final class FieldsReader {

    private static final String FIELD = "the field";
    private static final String FIELD_NAME = "[A-Za-z_][A-Za-z0-9_]{0,99}";

    private final Values values;

    FieldsReader(Values values) {
        this.values = values;
    }

    /** The fields of {@code policy}, in the order of the file. */
    List<Field> read(Node.Mapping policy) {
        List<Field> fields = new ArrayList<>();
        for (Node.Mapping mapping : values.mappings(values.items(policy, "fields"), FIELD, "name")) {
            Optional<Field> field = field(mapping, fields);
            if (field.isPresent()) {
                fields.add(field.get());
            }
        }
        return fields;
    }

    private Optional<Field> field(Node.Mapping mapping, List<Field> before) {
        values.keys(mapping, FIELD, List.of("name", "from"));
        boolean hasLevel = mapping.get("from").isPresent();
        Level from = Level.valueOf(values.word(mapping, "from", PolicyReader.LEVELS, Level.GREEN.name()));
        Optional<Node> given = values.required(mapping, FIELD, "name");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node.Text> name = values.form(
                given.get(), "the field's name", FIELD_NAME, "1 to 100 letters, digits and '_', the first no digit");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> problem = problemOfField(name.get().text(), hasLevel, before);
        if (problem.isPresent()) {
            values.problem(name.get().mark(), "the field '" + name.get().text() + "' " + problem.get());
            return Optional.empty();
        }
        return Optional.of(new Field(name.get().text(), from));
    }

    /** What is wrong with a field of that name, which may be one of every contract where the policy gives it a level. */
    private static Optional<String> problemOfField(String name, boolean hasLevel, List<Field> before) {
        for (Field field : before) {
            if (field.name().equals(name)) {
                return Optional.of("stands in the list twice");
            }
        }
        for (String key : ContractKeys.ofEveryContract()) {
            if (key.equalsIgnoreCase(name) && !key.equals(name)) {
                return Optional.of("is built in as '" + key + "'; write it so, or give the new one another name");
            }
        }
        if (name.equals(ContractKeys.ESCALATION)) {
            return Optional.of("is asked for where RED needs a name, and never else; leave it out");
        }
        if (name.equals(ContractKeys.WHAT_CHANGED) || name.equals(ContractKeys.RISK_LEVEL)) {
            return Optional.of("is asked for always; leave it out");
        }
        return Field.isBuiltIn(name) && !hasLevel
                ? Optional.of(
                        "is built in, and asked for from GREEN; to ask for it from a higher level only, write {name: "
                                + name + ", from: YELLOW}")
                : Optional.empty();
    }
}
