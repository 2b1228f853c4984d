package dev.gatekeeper;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.Snapshot;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.gatekeeper");

    /** Each room, and the rooms that it may see; {@code dev.gatekeeper} itself is the door. */
    static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            Map.entry("text", List.of()),
            Map.entry("change", List.of("text")),
            Map.entry("yaml", List.of("text")),
            Map.entry("ssh", List.of("text")),
            Map.entry("git", List.of("text", "change")),
            Map.entry("policy", List.of("text", "change", "yaml", "ssh", "git")),
            Map.entry("contract", List.of("text", "change", "yaml")),
            Map.entry("approvals", List.of("text", "change", "yaml", "ssh", "policy", "contract")),
            Map.entry("verdict", List.of("text", "change", "yaml", "policy", "contract", "approvals")),
            Map.entry("audit", List.of("text", "change", "yaml", "policy", "contract", "approvals", "verdict")),
            Map.entry("disk", List.of("text")),
            Map.entry("metrics", List.of("text", "disk")),
            Map.entry("lint", List.of("text", "change", "yaml", "policy")),
            Map.entry("draft", List.of("text", "change", "yaml", "policy", "contract", "approvals", "verdict", "disk")),
            Map.entry(
                    "",
                    List.of(
                            "text",
                            "change",
                            "yaml",
                            "git",
                            "policy",
                            "contract",
                            "approvals",
                            "verdict",
                            "draft",
                            "audit",
                            "lint",
                            "metrics")),
            Map.entry(
                    "report",
                    List.of(
                            "",
                            "text",
                            "change",
                            "yaml",
                            "policy",
                            "contract",
                            "approvals",
                            "verdict",
                            "draft",
                            "audit",
                            "lint",
                            "disk",
                            "metrics")),
            Map.entry("maven", List.of("", "text", "change", "git", "verdict", "draft", "audit", "metrics", "report")));

    /** The rooms that may touch files of the disk; the others are given what they look at. */
    private static final List<String> TOUCH_FILES = List.of("git", "disk", "metrics", "report", "maven");

    static Set<String> rooms() {
        return MAY_SEE.keySet();
    }

    @ParameterizedTest(name = "dev.gatekeeper.{0}")
    @MethodSource("rooms")
    void dataFlowsOneWay(String room) {
        List<String> hidden = new ArrayList<>(MAY_SEE.keySet());
        hidden.remove(room);
        hidden.removeAll(Objects.requireNonNull(MAY_SEE.get(room)));
        noClasses()
                .that()
                .resideInAPackage(packageOf(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        hidden.stream().map(ArchitectureTest::packageOf).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsARoom() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.endsWith(".gatekeeper_maven_plugin")))
                .hasSameElementsAs(MAY_SEE.keySet().stream()
                        .map(ArchitectureTest::packageOf)
                        .toList());
    }

    @Test
    void theJudgeSeesNoTreeAndNoFile() {
        noClasses()
                .that()
                .resideInAnyPackage(packageOf("approvals"), packageOf("verdict"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Snapshot.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ChangeSource.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void fewTouchFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        TOUCH_FILES.stream().map(ArchitectureTest::packageOf).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Files.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(File.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileInputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileOutputStream.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.channels..")
                .check(CLASSES);
    }

    /** What is public is a promise to another room; what only its own room uses is nobody else's business. */
    @Test
    void nothingIsPublicThatOnePackageAloneUses() {
        classes()
                .that(areVisibleToOthers())
                .and()
                .resideOutsideOfPackages(packageOf("maven"), "dev.gatekeeper.gatekeeper_maven_plugin")
                .should(beUsedFromAnotherPackage())
                .check(CLASSES);
    }

    /** A type within one that is not public is not either, whatever it says of itself. */
    private static DescribedPredicate<JavaClass> areVisibleToOthers() {
        return DescribedPredicate.describe("are visible to others", type -> {
            for (Optional<JavaClass> at = Optional.of(type);
                    at.isPresent();
                    at = at.get().getEnclosingClass()) {
                if (!at.get().getModifiers().contains(JavaModifier.PUBLIC)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is used in its own package only"));
            }
        };
    }

    /** Likewise for methods; what overrides, and the parts of a record, can't be hidden. */
    @Test
    void noMethodIsPublicThatOnePackageAloneUses() {
        methods()
                .that()
                .arePublic()
                .and(belongToTypesThat(areVisibleToOthers()))
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(packageOf("maven"), "dev.gatekeeper.gatekeeper_maven_plugin")
                .should(beCalledFromAnotherPackage())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethod> belongToTypesThat(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.describe(
                "belong to types that " + predicate.getDescription(), method -> predicate.test(method.getOwner()));
    }

    private static ArchCondition<JavaMethod> beCalledFromAnotherPackage() {
        return new ArchCondition<>("be called from another package") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean used = isFixed(method)
                        || Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
                                .anyMatch(access -> !access.getOriginOwner()
                                        .getPackageName()
                                        .equals(method.getOwner().getPackageName()));
                events.add(new SimpleConditionEvent(
                        method, used, method.getFullName() + " is called in its own package only"));
            }
        };
    }

    private static boolean isFixed(JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean accessor = owner.isRecord()
                && method.getRawParameterTypes().isEmpty()
                && owner.tryGetField(method.getName()).isPresent();
        boolean overrides = Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                .anyMatch(parent -> parent.getMethods().stream()
                        .anyMatch(other -> other.getName().equals(method.getName())
                                && other.getRawParameterTypes().size()
                                        == method.getRawParameterTypes().size()));
        boolean ofEnum = owner.isEnum()
                && (method.getName().equals("values") || method.getName().equals("valueOf"));
        return accessor || overrides || ofEnum || owner.isInterface();
    }

    private static String packageOf(String room) {
        return room.isEmpty() ? "dev.gatekeeper" : "dev.gatekeeper." + room;
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.gatekeeper.(*)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachLibraryIsKnownByOnePackage() {
        Map<String, String> homes = Map.of(
                "org.eclipse.jgit..", "dev.gatekeeper.git",
                "org.yaml..", "dev.gatekeeper.yaml",
                "dk.brics..", "dev.gatekeeper.lint",
                "com.google.gson..", "dev.gatekeeper.report",
                "com.fasterxml.jackson..", "dev.gatekeeper.metrics",
                "org.apache.maven..", "dev.gatekeeper.maven",
                "javax.inject..", "dev.gatekeeper.maven");
        homes.forEach((library, home) -> noClasses()
                .that()
                .resideOutsideOfPackages(home, "dev.gatekeeper.gatekeeper_maven_plugin")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
    }

    @Test
    void theEngineHasNoMutableStaticState() {
        ArchRule rule = fields().that().areStatic().should().beFinal();
        rule.check(CLASSES);
    }

    @Test
    void theEngineHasNoLogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void nothingStartsAProcessOrOpensASocketOrReadsTheEnvironment() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.net.http..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CLASSES);
        noClasses().should().callMethod(System.class, "getenv").check(CLASSES);
        noClasses().should().callMethod(System.class, "getenv", String.class).check(CLASSES);
        for (Method method : Runtime.class.getMethods()) {
            if (method.getName().equals("exec")) {
                noClasses()
                        .should()
                        .callMethod(Runtime.class, "exec", method.getParameterTypes())
                        .check(CLASSES);
            }
        }
    }

    /** Java's own tables of characters are those of the JDK at hand, and a verdict may not depend on it. */
    @Test
    void onlyOneRoomKnowsUnicode() {
        List<String> byTables = List.of(
                "getType", "isLetter", "isDigit", "isLetterOrDigit", "isAlphabetic", "isWhitespace", "isSpaceChar");
        noClasses()
                .should(accessTargetOf(
                        "a table of characters",
                        target -> target.getOwner().isEquivalentTo(Character.class)
                                && byTables.contains(target.getName())))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.gatekeeper.text")
                .should(accessTargetOf(
                        "a normaliser", target -> target.getOwner().isEquivalentTo(Normalizer.class)))
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> accessTargetOf(String what, Predicate<CodeUnitAccessTarget> which) {
        return new ArchCondition<>("ask the JDK for " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.<JavaCodeUnitAccess<?>>concat(
                                type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
                        .filter(access -> which.test(access.getTarget()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
            }
        };
    }

    @Test
    void importsSomethingToCheck() {
        assertThat(CLASSES.stream().filter(type -> type.getModifiers().contains(JavaModifier.FINAL)))
                .hasSizeGreaterThan(30);
    }
}
