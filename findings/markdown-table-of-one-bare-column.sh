#!/usr/bin/env bash
# GitHub's specification lets a table's rows lack their leading and trailing bars, and asks one thing of the
# delimiter row: as many cells as the header. Expected: a table of one column without any bar is the same to
# all readers of these tables.
# Seen: cmark-gfm (Debian) and marked 18.2.1 see a table; commonmark-java 0.32.0 and markdown-it 15.0.3 a
# paragraph. With a bar at the front alone ("| a" above ":-"), only commonmark-java doesn't see one.
. "$(dirname "$0")/common.sh"
command -v cmark-gfm > found || apt-get install -y -qq cmark-gfm > found
cmark-gfm --version | head -1 | sed 's/^/version: /'
jars org.commonmark:commonmark:0.32.0 org.commonmark:commonmark-ext-gfm-tables:0.32.0
npm_packages markdown-it@15.0.3 marked@18.2.1
printf 'a\n:-\nb\n' > bare
printf '| a\n:-\nb\n' > front

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
            System.out.println("java-" + file + "=" + (html.contains("<table>") ? "table" : "text"));
        }
    }
}
JAVA
run_java Tables.java bare front > output
cat > tables.js <<'JS'
import fs from 'node:fs';
import markdownIt from 'markdown-it';
import { marked } from 'marked';
const it = new markdownIt();
const kind = html => html.includes('<table>') ? 'table' : 'text';
for (const file of ['bare', 'front']) {
    const text = fs.readFileSync(file, 'utf8');
    console.log(`it-${file}=${kind(it.render(text))}`);
    console.log(`marked-${file}=${kind(marked.parse(text))}`);
}
JS
node tables.js >> output
cmark() { if cmark-gfm -e table "$1" | grep -q '<table>'; then echo table; else echo text; fi; }
expect 'no bar, cmark-gfm'            table "$(cmark bare)"
expect 'no bar, marked'               table "$(field marked-bare)"
expect 'no bar, commonmark-java'      text  "$(field java-bare)"
expect 'no bar, markdown-it'          text  "$(field it-bare)"
expect 'front bar, cmark-gfm'         table "$(cmark front)"
expect 'front bar, marked'            table "$(field marked-front)"
expect 'front bar, commonmark-java'   text  "$(field java-front)"
expect 'front bar, markdown-it'       table "$(field it-front)"
finish
