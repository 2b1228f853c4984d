#!/usr/bin/env bash
# maven-plugin-plugin needs of a plugin's sources only the Javadoc, and skips the bodies of methods and the
# values of fields. Expected: what an enum's constants are made of doesn't matter either.
# Seen with maven-plugin-plugin 3.15.2 (QDox 2.2.0): the arguments of enum constants are parsed by a grammar
# of their own. A cast, a qualified class name with type arguments, an array constructor reference, instanceof
# or an array's element in them ends the build with "syntax error", though the same text is fine as the value
# of a field.
. "$(dirname "$0")/common.sh"
plugin_pom
mojo '    /** Text. */ @Parameter(property = "text") private String text;
    @Override public void execute() {}'
verdict() { # ARGUMENT
    cat > src/main/java/example/Kind.java <<JAVA
package example;

import java.util.*;
import java.util.function.*;

enum Kind {
    ONE($1);

    Kind(Object argument) {}

    Kind(IntFunction<String[]> maker) {}
}

class Names {
    static final String[] ALL = {"a"};
}
JAVA
    descriptor_verdict
}
fails='compiles, descriptor fails'
expect 'List.of(1, 2)'             'compiles, described' "$(verdict 'List.of(1, 2)')"
expect 'a lambda'                  'compiles, described' "$(verdict 'n -> new String[n]')"
expect '(Object) "a"'              "$fails" "$(verdict '(Object) "a"')"
expect 'new ArrayList<String>()'   'compiles, described' "$(verdict 'new ArrayList<String>()')"
expect 'the same, qualified'       "$fails" "$(verdict 'new java.util.ArrayList<String>()')"
expect 'String[]::new'             "$fails" "$(verdict 'String[]::new')"
expect '"a" instanceof String'     "$fails" "$(verdict '"a" instanceof String')"
expect 'Names.ALL[0]'              "$fails" "$(verdict 'Names.ALL[0]')"
cat > src/main/java/example/Kind.java <<'JAVA'
package example;

class Kind {
    final Object cast = (Object) "a";
    final Object list = new java.util.ArrayList<String>();
    final java.util.function.IntFunction<String[]> maker = String[]::new;
}
JAVA
expect 'the same in fields'        'compiles, described' "$(descriptor_verdict)"
finish
