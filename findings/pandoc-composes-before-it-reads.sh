#!/usr/bin/env bash
# CommonMark ends a code span at as many backticks (U+0060) as began it, and at nothing else. Expected: a Greek varia
# (U+1FEF) within a code span is a character like any other.
# Seen: pandoc (Debian's 2.17) brings its whole input into Unicode's form C before it reads any Markdown, and that form
# of the varia is the backtick: the code span ends there, and what follows is markup. cmark-gfm (Debian) keeps it.
. "$(dirname "$0")/common.sh"
for tool in pandoc cmark-gfm; do
    command -v "$tool" > found || apt-get install -y -qq "$tool" > found
    "$tool" --version | head -1 | sed 's/^/version: /'
done
printf 'see `a \341\277\257 *b*`\n' > page
emphasis() { if grep -q '<em>'; then echo markup; else echo code; fi; }
expect 'cmark-gfm' code   "$(cmark-gfm page | emphasis)"
expect 'pandoc'    markup "$(pandoc -f gfm -t html page | emphasis)"
finish
