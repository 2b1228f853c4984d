#!/usr/bin/env bash
# ArchUnit's Javadoc of Dependency counts instanceof checks and class objects among a class's dependencies.
# Expected: a class named in a switch's type pattern (Java 21) is one, as it is behind instanceof.
# Seen with ArchUnit 1.5.0: it isn't. The compiler hands the classes of the patterns to a bootstrap method and
# casts to them, and ArchUnit looks at neither. Needs a JDK of 21 or later in JAVA_HOME or on the path.
. "$(dirname "$0")/common.sh"
[ -z "${JAVA_HOME:-}" ] || PATH="$JAVA_HOME/bin:$PATH"
java -version 2>&1 | head -1 | sed 's/^/version: /'
jars com.tngtech.archunit:archunit:1.5.0 org.slf4j:slf4j-nop:2.0.17

mkdir sources classes
cat > sources/Cases.java <<'JAVA'
package cases;

class Target {}

class ByInstanceof {
    int of(Object value) {
        return value instanceof Target target ? 1 : 0;
    }
}

class BySwitch {
    int of(Object value) {
        return switch (value) {
            case Target target -> 1;
            default -> 0;
        };
    }
}
JAVA
javac --release 21 -d classes sources/Cases.java
cat > Dependencies.java <<'JAVA'
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

class Dependencies {
    public static void main(String[] none) {
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("classes"))) {
            System.out.println(type.getSimpleName() + "=" + type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().getSimpleName().equals("Target")));
        }
    }
}
JAVA
run_java Dependencies.java > output
expect 'value instanceof Target target' true  "$(field ByInstanceof)"
expect 'case Target target'             false "$(field BySwitch)"
finish
