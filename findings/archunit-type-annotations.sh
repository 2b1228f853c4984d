#!/usr/bin/env bash
# ArchUnit counts annotations of classes, members and parameters among the dependencies of a class. Expected:
# annotations of types, such as jspecify's @Nullable, as well: they are in the class file, and readable at run
# time.
# Seen with ArchUnit 1.5.0: a class that uses @Nullable on a field, a result, a parameter and a type argument
# depends on nothing of jspecify, while @NullMarked on the class is seen.
. "$(dirname "$0")/common.sh"
jars com.tngtech.archunit:archunit:1.5.0 org.slf4j:slf4j-nop:2.0.17 org.jspecify:jspecify:1.0.1

mkdir sources classes
cat > sources/Cases.java <<'JAVA'
package cases;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

class OfTypes {
    @Nullable String field;
    List<@Nullable String> list = List.of();

    @Nullable Object result(@Nullable Object parameter) {
        return parameter;
    }
}

@NullMarked
class OfClass {}
JAVA
javac -cp 'lib/*' --release 17 -d classes sources/Cases.java
cat > Dependencies.java <<'JAVA'
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

class Dependencies {
    public static void main(String[] none) throws Exception {
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("classes"))) {
            System.out.println(type.getSimpleName() + "=" + type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass().getPackageName().startsWith("org.jspecify")).count());
        }
    }
}
JAVA
run_java Dependencies.java > output
kept=$(javap -v -p -cp classes cases.OfTypes | grep -c RuntimeVisibleTypeAnnotations: || true)
expect 'type annotations in the class file'       yes "$([ "$kept" -gt 0 ] && echo yes || echo no)"
expect 'dependencies on jspecify by @Nullable'    0   "$(field OfTypes)"
expect 'dependencies on jspecify by @NullMarked'  1   "$(field OfClass)"
finish
