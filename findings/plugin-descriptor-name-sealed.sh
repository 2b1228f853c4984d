#!/usr/bin/env bash
# "sealed", "permits" and "record" are contextual keywords in Java 17: all three stay usable as names of
# fields, methods and parameters. Expected: maven-plugin-plugin, which reads Java 17 sources, takes them as
# such.
# Seen with maven-plugin-plugin 3.15.2 (QDox 2.2.0): "permits" and "record" are fine, but one variable or
# method called "sealed" anywhere in the project's declarations ends the build with "syntax error".
. "$(dirname "$0")/common.sh"
plugin_pom
verdict() { # MEMBER
    mojo "    /** Text. */ @Parameter(property = \"text\") private String text;
    $1
    @Override public void execute() {}"
    descriptor_verdict
}
fails='compiles, descriptor fails'
expect 'boolean permits;'             'compiles, described' "$(verdict 'private boolean permits;')"
expect 'boolean record;'              'compiles, described' "$(verdict 'private boolean record;')"
expect 'boolean sealed;'              "$fails" "$(verdict 'private boolean sealed;')"
expect 'boolean sealed()'             "$fails" "$(verdict 'boolean sealed() { return true; }')"
expect 'void seal(boolean sealed)'    "$fails" "$(verdict 'void seal(boolean sealed) {}')"
expect 'a local variable of the name' 'compiles, described' "$(verdict 'void seal() { boolean sealed = true; }')"
finish
