#!/usr/bin/env bash
# YAML's merge type is about a key "<<"; nothing gives a meaning to those two characters as a value or list
# entry, where YAML 1.2's core schema leaves them a text. Expected: "operator: <<" is read as a text.
# Seen with SnakeYAML 2.7 (SafeConstructor) and snakeyaml-engine 3.2 (CoreSchema): both resolve the value to
# the merge tag and then fail, as no constructor for it exists. The engine's default schema reads the text.
. "$(dirname "$0")/common.sh"
jars org.snakeyaml:snakeyaml-engine:3.2 org.yaml:snakeyaml:2.7

cat > Merge.java <<'JAVA'
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Merge {
    public static void main(String[] none) {
        for (String[] text : new String[][] {{"value", "operator: <<"}, {"entry", "[<<, '<<']"}}) {
            System.out.println(text[0] + "=snakeyaml "
                    + read(t -> new Yaml(new SafeConstructor(new LoaderOptions())).load(t), text[1]) + ", core "
                    + read(t -> new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
                            .loadFromString(t), text[1]) + ", default "
                    + read(t -> new Load(LoadSettings.builder().build()).loadFromString(t), text[1]));
        }
    }

    static String read(Function<String, Object> reader, String text) {
        try {
            return reader.apply(text).toString();
        } catch (RuntimeException refused) {
            System.err.println(refused.getMessage().lines().findFirst().orElse(""));
            return "refused";
        }
    }
}
JAVA
run_java Merge.java > output
expect 'operator: <<' 'snakeyaml refused, core refused, default {operator=<<}' "$(field value)"
expect 'list entries' 'snakeyaml refused, core refused, default [<<, <<]'      "$(field entry)"
finish
