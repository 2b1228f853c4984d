#!/usr/bin/env bash
# GitHub's own parser of workflows is published as a module for Node ("type": "module"), and its README shows an
# import of it. Expected: Node imports it.
# Seen with @actions/workflow-parser 0.3.61 and Node 20: it imports its schema, a JSON file, without the attribute that
# Node asks for, and ends with an error. Bundled by esbuild it parses. (No Node since 17.1 takes such an import as it is.)
. "$(dirname "$0")/common.sh"
npm_packages @actions/workflow-parser@0.3.61 esbuild@0.25.12
node node_modules/esbuild/install.js
cat > parse.js <<'JS'
import {NoOperationTraceWriter, parseWorkflow} from "@actions/workflow-parser";

const content = "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n";
const parsed = parseWorkflow({name: "build.yml", content}, new NoOperationTraceWriter());
console.log(`errors=${parsed.context.errors.getErrors().length}`);
JS
node parse.js > output 2>&1 || true
expect 'imported by Node' 'needs an import attribute of type "json"' \
    "$(grep -o 'needs an import attribute of type "json"' output || head -n 1 output)"
npx esbuild parse.js --bundle --platform=node --format=esm --outfile=bundle.js --log-level=error \
    --banner:js='import {createRequire} from "module"; const require = createRequire(import.meta.url);'
node bundle.js > output 2>&1
expect 'errors in a workflow, bundled' 0 "$(field errors)"
finish
