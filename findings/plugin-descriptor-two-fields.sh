#!/usr/bin/env bash
# In Java "String one, two;" declares two fields; annotations and, to javadoc, the comment belong to both.
# Expected: both are parameters with the comment's text, or neither is.
# Seen with maven-plugin-plugin 3.15.2: both are parameters, but only the first has the text, and nothing is
# said about it.
. "$(dirname "$0")/common.sh"
plugin_pom
mojo '    /** How it goes. */ @Parameter private String one, two;
    @Override public void execute() {}'
expect 'verdict' 'compiles, described' "$(descriptor_verdict)"
texts() {
    sed -n "/<name>$1</,/<\/parameter>/s/.*<description>\(.*\)<\/description>.*/\1/p" \
        target/classes/META-INF/maven/plugin.xml
}
expect 'first field'  'How it goes.' "$(texts one)"
expect 'second field' ''             "$(texts two)"
grep -c '<name>two</name>' target/classes/META-INF/maven/plugin.xml | sed 's/^/parameters named two: /'
finish
