#!/usr/bin/env bash
# YAML 1.2.2, section 5.7, lists \N, \_, \L and \P among the escapes of double-quoted texts. Expected: the
# engine, made for YAML 1.2, reads all four, since the YAML 1.1 reader of the same authors does.
# Seen with snakeyaml-engine 3.2: \N and \_ are read, \L and \P are unknown escapes. SnakeYAML 2.7 and the npm
# package yaml 2.9.1 read all four.
. "$(dirname "$0")/common.sh"
jars org.snakeyaml:snakeyaml-engine:3.2 org.yaml:snakeyaml:2.7
npm_packages yaml@2.9.1

cat > Escapes.java <<'JAVA'
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

class Escapes {
    public static void main(String[] none) {
        for (String letter : new String[] {"N", "_", "L", "P"}) {
            String text = "\"\\" + letter + "\"";
            System.out.println(letter + "=engine "
                    + read(t -> new Load(LoadSettings.builder().build()).loadFromString(t), text)
                    + ", snakeyaml " + read(t -> new Yaml().load(t), text));
        }
    }

    static String read(Function<String, Object> reader, String text) {
        try {
            return "U+%04X".formatted((int) reader.apply(text).toString().charAt(0));
        } catch (RuntimeException refused) {
            return "refused";
        }
    }
}
JAVA
run_java Escapes.java > output
node -e '
const YAML = require("yaml");
console.log("npm=" + ["N", "_", "L", "P"].map(l => YAML.parse(`"\\${l}"`).charCodeAt(0).toString(16)).join(" "));
' >> output
expect '\N' 'engine U+0085, snakeyaml U+0085'  "$(field N)"
expect '\_' 'engine U+00A0, snakeyaml U+00A0'  "$(field _)"
expect '\L' 'engine refused, snakeyaml U+2028' "$(field L)"
expect '\P' 'engine refused, snakeyaml U+2029' "$(field P)"
expect 'npm yaml' '85 a0 2028 2029'            "$(field npm)"
finish
