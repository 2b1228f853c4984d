#!/usr/bin/env bash
# GitHub's specification of tables (section 4.10) recognises none where header and delimiter row differ in
# their number of cells. Expected: commonmark-java's extension for these tables follows it in both directions.
# Seen with commonmark-java 0.32.0: a delimiter row with fewer cells is refused, one with more makes a table.
# markdown-it 15.0.3, marked 18.2.1 and Debian's cmark-gfm take neither.
. "$(dirname "$0")/common.sh"
command -v cmark-gfm > found || apt-get install -y -qq cmark-gfm > found
cmark-gfm --version | head -1 | sed 's/^/version: /'
jars org.commonmark:commonmark:0.32.0 org.commonmark:commonmark-ext-gfm-tables:0.32.0
npm_packages markdown-it@15.0.3 marked@18.2.1
printf '| a | b |\n|---|\n' > fewer
printf '| a |\n|---|---|\n' > more
printf '| a | b |\n|---|---|\n' > equal

cat > Tables.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

class Tables {
    public static void main(String[] files) throws Exception {
        var extensions = List.of(TablesExtension.create());
        var renderer = HtmlRenderer.builder().extensions(extensions).build();
        var parser = Parser.builder().extensions(extensions).build();
        for (String file : files) {
            String html = renderer.render(parser.parse(Files.readString(Path.of(file))));
            System.out.println(file + "=" + (html.contains("<table>") ? "table" : "text"));
        }
    }
}
JAVA
run_java Tables.java equal fewer more > output
cat > tables.js <<'JS'
import fs from 'node:fs';
import markdownIt from 'markdown-it';
import { marked } from 'marked';
const it = new markdownIt();
for (const file of ['equal', 'fewer', 'more']) {
    const text = fs.readFileSync(file, 'utf8');
    const kind = html => html.includes('<table>') ? 'table' : 'text';
    console.log(`others-${file}=${kind(it.render(text))} ${kind(marked.parse(text))}`);
}
JS
node tables.js >> output
cmark() { if cmark-gfm -e table "$1" | grep -q '<table>'; then echo table; else echo text; fi; }
for file in equal fewer more; do
    case $file in
        equal) java=table others='table table' gfm=table ;;
        fewer) java=text others='text text' gfm=text ;;
        more)  java=table others='text text' gfm=text ;;
    esac
    expect "$file delimiters, commonmark-java"         "$java"   "$(field $file)"
    expect "$file delimiters, markdown-it and marked"  "$others" "$(field others-$file)"
    expect "$file delimiters, cmark-gfm"               "$gfm"    "$(cmark $file)"
done
finish
