#!/usr/bin/env bash
# maven-plugin-plugin reads a plugin's sources for the descriptor's texts, records and sealed types included.
# Expected: annotations wherever Java 8 allows them on types, as jspecify's guide writes them, do no harm.
# Seen with maven-plugin-plugin 3.15.2 (QDox 2.2.0): List<@Nullable String> is read, but "String @Nullable []"
# and "<T extends @Nullable Object>" in any class of the project end the build with "syntax error".
. "$(dirname "$0")/common.sh"
plugin_pom
verdict() { # MEMBER
    mojo "    /** Text. */ @Parameter(property = \"text\") private String text;
    $1
    @Override public void execute() {}"
    sed -i 's/^import java.util/import org.jspecify.annotations.Nullable;\n&/' src/main/java/example/GoMojo.java
    descriptor_verdict
}
expect 'List<@Nullable String>'      'compiles, described' "$(verdict 'List<@Nullable String> list;')"
expect 'String @Nullable []'         'compiles, descriptor fails' "$(verdict 'String @Nullable [] array;')"
grep -o 'syntax error[^:]*' descriptor.log | head -1 || true
expect '<T extends @Nullable Object>' 'compiles, descriptor fails' "$(verdict '<T extends @Nullable Object> void of() {}')"
finish
