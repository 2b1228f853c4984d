package dev.gatekeeper.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A published JSON schema, and YAML as an editor holds it against one. */
public final class JsonSchema {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");

    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    /** The schema of files of {@code kind}, such as {@code contract}. */
    public static JsonSchema of(String kind) {
        return new JsonSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Document.of("docs/schema/" + kind + ".schema.json").text()));
    }

    /** What is wrong with a JSON text. */
    public List<String> problems(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** What is wrong with a YAML text that can be read. */
    public List<String> problemsOfYaml(String yaml) {
        try {
            return problems(
                    json(StrictYaml.read(yaml.getBytes(StandardCharsets.UTF_8))).toString());
        } catch (StrictYamlException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    /** As YAML 1.2's core schema types it, which is what editors go by; a date is a text there. */
    private static JsonElement json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            JsonObject object = new JsonObject();
            mapping.pairs().forEach(pair -> object.add(pair.key().text(), json(pair.value())));
            return object;
        }
        if (node instanceof Node.Sequence list) {
            JsonArray array = new JsonArray();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar((Node.Text) node);
    }

    private static JsonElement scalar(Node.Text text) {
        if (text.isNull()) {
            return JsonNull.INSTANCE;
        }
        if (text.plain() && NUMBER.matcher(text.text()).matches()) {
            return new JsonPrimitive(new BigDecimal(text.text()));
        }
        return text.plain() && BOOLEAN.matcher(text.text()).matches()
                ? new JsonPrimitive(Boolean.valueOf(text.text()))
                : new JsonPrimitive(text.text());
    }
}
