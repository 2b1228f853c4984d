package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields that a policy asks contracts for. */
record FieldsReader(Values values) {

    private static final String THING = "the field";
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,99}";
    private static final List<String> BUILT_IN =
            List.of("whatChanged", "whyChanged", "riskLevel", "invariantsChecked", "tests", "escalation");

    List<Field> read(Node.Mapping policy) {
        List<Field> fields = new ArrayList<>();
        for (Node.Mapping mapping : values.mappings(values.items(policy, "fields"), THING)) {
            field(mapping, fields).ifPresent(fields::add);
        }
        return fields;
    }

    private Optional<Field> field(Node.Mapping mapping, List<Field> before) {
        values.keys(mapping, THING, List.of("name", "from"));
        Level from = Level.valueOf(values.word(mapping, "from", PolicyReader.LEVELS, Level.GREEN.name()));
        return values.required(mapping, THING, "name")
                .flatMap(node -> values.form(
                        node, "the field's name", NAME, "1 to 100 letters, digits and '_', the first no digit"))
                .filter(name -> isNew(name, before))
                .map(name -> new Field(name.text(), from));
    }

    private boolean isNew(Node.Text name, List<Field> before) {
        if (BUILT_IN.stream().anyMatch(key -> key.equalsIgnoreCase(name.text()))) {
            values.problem(name.mark(), "the field '" + name.text() + "' is built in; give the new one another name");
            return false;
        }
        if (before.stream().anyMatch(field -> field.name().equals(name.text()))) {
            values.problem(name.mark(), "the field '" + name.text() + "' stands in the list twice");
            return false;
        }
        return true;
    }
}
