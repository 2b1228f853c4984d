#!/usr/bin/env bash
# YAML 1.2 was made a superset of JSON, and JSON allows a line break wherever it allows a blank. Expected:
# JSON written with the colon at the start of the next line is read by a YAML 1.2 reader (snakeyaml-engine),
# and by SnakeYAML, whose YAML 1.1 allows keys of several lines inside braces as well.
# Seen with snakeyaml-engine 3.2 and SnakeYAML 2.7: both refuse it, asking for a comma or a brace. The npm
# packages yaml 2.9.1 and js-yaml 5.5.0 read it.
. "$(dirname "$0")/common.sh"
jars org.snakeyaml:snakeyaml-engine:3.2 org.yaml:snakeyaml:2.7 com.google.code.gson:gson:2.15.0
npm_packages yaml@2.9.1 js-yaml@5.5.0
printf '{"a"\n: 1}\n' > text.json

cat > Colon.java <<'JAVA'
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

class Colon {
    public static void main(String[] none) throws Exception {
        String text = Files.readString(Path.of("text.json"));
        System.out.println("gson=" + read(JsonParser::parseString, text));
        System.out.println("engine=" + read(t -> new Load(LoadSettings.builder().build()).loadFromString(t), text));
        System.out.println("snakeyaml=" + read(t -> new Yaml().load(t), text));
    }

    static String read(Function<String, Object> reader, String text) {
        try {
            return reader.apply(text).toString();
        } catch (RuntimeException refused) {
            return "refused";
        }
    }
}
JAVA
run_java Colon.java > output
cat > colon.js <<'JS'
import fs from 'node:fs';
import YAML from 'yaml';
import * as JsYaml from 'js-yaml';
const text = fs.readFileSync('text.json', 'utf8');
console.log('json=' + JSON.stringify(JSON.parse(text)));
console.log('yaml=' + JSON.stringify(YAML.parse(text)));
console.log('jsyaml=' + JSON.stringify(JsYaml.load(text)));
JS
node colon.js >> output
expect 'JSON.parse'       '{"a":1}' "$(field json)"
expect 'Gson'             '{"a":1}' "$(field gson)"
expect 'npm yaml'         '{"a":1}' "$(field yaml)"
expect 'js-yaml'          '{"a":1}' "$(field jsyaml)"
expect 'snakeyaml-engine' refused   "$(field engine)"
expect 'SnakeYAML'        refused   "$(field snakeyaml)"
finish
