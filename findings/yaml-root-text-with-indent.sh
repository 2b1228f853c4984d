#!/usr/bin/env bash
# What a YAML library writes, it should read back as the same value, and so should another for YAML 1.2.2.
# Expected: a text of several lines that starts with a blank survives stringify and parse, alone as well as
# inside a mapping.
# Seen with yaml 2.9.1 and js-yaml 5.5.0: alone, it is written as a block with an indentation indicator
# counted from the document's own level, -1, as the specification's productions say; yaml's own parser counts
# from 0. So it refuses its own output, or drops a blank silently. js-yaml reads and writes by the
# productions.
. "$(dirname "$0")/common.sh"
npm_packages yaml@2.9.1 js-yaml@5.5.0

cat > texts.js <<'JS'
import YAML from 'yaml';
import * as JsYaml from 'js-yaml';
const read = (parse, text) => { try { return JSON.stringify(parse(text)); } catch { return 'refused'; } };
const show = (what, value) => console.log(`${what}=${value}`);
const two = ' x\ny\n', one = '  x\n';
show('written-two', JSON.stringify(YAML.stringify(two)));
show('yaml-two', read(YAML.parse, YAML.stringify(two)));
show('js-two', read(JsYaml.load, YAML.stringify(two)));
show('yaml-one', read(YAML.parse, YAML.stringify(one)));
show('yaml-js-two', read(YAML.parse, JsYaml.dump(two)));
show('yaml-map', read(YAML.parse, YAML.stringify({ k: two })));
JS
node texts.js > output
expect 'what yaml writes'                      '"|1\n x\ny\n"'     "$(field written-two)"
expect 'yaml reads that as'                    refused             "$(field yaml-two)"
expect 'js-yaml reads that as'                 '" x\ny\n"'         "$(field js-two)"
expect 'two blanks and x, read back by yaml'   '" x\n"'            "$(field yaml-one)"
expect 'what js-yaml writes, read by yaml'     refused             "$(field yaml-js-two)"
expect 'inside a mapping'                      '{"k":" x\ny\n"}'   "$(field yaml-map)"
finish
