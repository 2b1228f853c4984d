#!/usr/bin/env bash
# A class that casts to another, makes an array of it, or permits it as a subclass can't be compiled or loaded
# to the end without it. Expected: ArchUnit counts it among the dependencies, as it counts instanceof and a
# catch.
# Seen with ArchUnit 1.5.0: none of the three is a dependency; "Target[].class" and instanceof are.
. "$(dirname "$0")/common.sh"
jars com.tngtech.archunit:archunit:1.5.0 org.slf4j:slf4j-nop:2.0.17

mkdir sources classes
cat > sources/Cases.java <<'JAVA'
package cases;

sealed interface ByPermits permits Target {}

final class Target implements ByPermits {}

class ByInstanceof {
    boolean of(Object value) {
        return value instanceof Target;
    }
}

class ByClassObject {
    Object of() {
        return Target[].class;
    }
}

class ByCast {
    Object of(Object value) {
        return (Target) value;
    }
}

class ByArray {
    Object of() {
        return new Target[1];
    }
}
JAVA
javac --release 17 -d classes sources/Cases.java
cat > Dependencies.java <<'JAVA'
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

class Dependencies {
    public static void main(String[] none) {
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("classes"))) {
            System.out.println(type.getSimpleName() + "=" + type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().getBaseComponentType().getSimpleName().equals("Target")));
        }
    }
}
JAVA
run_java Dependencies.java > output
expect 'instanceof Target' true  "$(field ByInstanceof)"
expect 'Target[].class'    true  "$(field ByClassObject)"
expect '(Target) value'    false "$(field ByCast)"
expect 'new Target[1]'     false "$(field ByArray)"
expect 'permits Target'    false "$(field ByPermits)"
finish
