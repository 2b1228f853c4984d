#!/usr/bin/env bash
# In YAML 1.1 as in 1.2 a plain text may start with "?" where no blank follows. Expected: "{?x: 1}" has the
# key "?x", as "?x: 1" has without braces, or is refused.
# Seen with SnakeYAML 2.7: inside braces the question mark is taken for the sign of a key and dropped, so the
# key is "x", silently. snakeyaml-engine 3.2 and the npm packages yaml 2.9.1 and js-yaml 5.5.0 keep it.
. "$(dirname "$0")/common.sh"
jars org.snakeyaml:snakeyaml-engine:3.2 org.yaml:snakeyaml:2.7
npm_packages yaml@2.9.1 js-yaml@5.5.0

cat > Question.java <<'JAVA'
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

class Question {
    public static void main(String[] none) {
        System.out.println("block=" + new Yaml().load("?x: 1\n"));
        System.out.println("snakeyaml=" + new Yaml().load("{?x: 1}"));
        System.out.println("engine=" + new Load(LoadSettings.builder().build()).loadFromString("{?x: 1}"));
    }
}
JAVA
run_java Question.java > output
cat > question.js <<'JS'
import YAML from 'yaml';
import * as JsYaml from 'js-yaml';
console.log('yaml=' + Object.keys(YAML.parse('{?x: 1}')));
console.log('jsyaml=' + Object.keys(JsYaml.load('{?x: 1}')));
JS
node question.js >> output
expect 'SnakeYAML, without braces' '{?x=1}' "$(field block)"
expect 'SnakeYAML, in braces'      '{x=1}'  "$(field snakeyaml)"
expect 'engine, in braces'         '{?x=1}' "$(field engine)"
expect 'npm yaml, in braces'       '?x'     "$(field yaml)"
expect 'js-yaml, in braces'        '?x'     "$(field jsyaml)"
finish
