#!/usr/bin/env bash
# YAML 1.2.2, section 10.3.2, lets infinity in the core schema carry either sign: [-+]? ( \.inf | \.Inf |
# \.INF ). Expected: snakeyaml-engine's CoreSchema reads +.inf like .inf.
# Seen with snakeyaml-engine 3.2: it knows +.inf for a float and then fails to convert it; the exception holds
# a NumberFormatException and names neither line nor column.
. "$(dirname "$0")/common.sh"
jars org.snakeyaml:snakeyaml-engine:3.2

cat > Infinity.java <<'JAVA'
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class Infinity {
    public static void main(String[] texts) {
        show("unsigned", ".inf");
        show("minus", "-.inf");
        show("plus", "+.inf");
    }

    static void show(String what, String text) {
        Load load = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        String seen;
        try {
            seen = String.valueOf(load.loadFromString(text));
        } catch (RuntimeException failed) {
            seen = failed.getClass().getSimpleName() + ": " + failed.getMessage();
        }
        System.out.println(what + "=" + seen);
    }
}
JAVA
run_java Infinity.java > output
expect '.inf'  Infinity  "$(field unsigned)"
expect '-.inf' -Infinity "$(field minus)"
expect '+.inf' 'YamlEngineException: java.lang.NumberFormatException: For input string: ".inf"' "$(field plus)"
finish
