package dev.gatekeeper;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.gatekeeper");

    @Test
    void dataFlowsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.gatekeeper..")
                .layer("text")
                .definedBy("dev.gatekeeper.text")
                .layer("change")
                .definedBy("dev.gatekeeper.change")
                .layer("yaml")
                .definedBy("dev.gatekeeper.yaml")
                .layer("git")
                .definedBy("dev.gatekeeper.git")
                .layer("ssh")
                .definedBy("dev.gatekeeper.ssh")
                .layer("policy")
                .definedBy("dev.gatekeeper.policy")
                .layer("contract")
                .definedBy("dev.gatekeeper.contract")
                .layer("approval")
                .definedBy("dev.gatekeeper.approval")
                .layer("verdict")
                .definedBy("dev.gatekeeper.verdict")
                .layer("door")
                .definedBy("dev.gatekeeper")
                .layer("report")
                .definedBy("dev.gatekeeper.report")
                .layer("maven")
                .definedBy("dev.gatekeeper.maven", "dev.gatekeeper.gatekeeper_maven_plugin")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("change")
                .mayOnlyAccessLayers("text")
                .whereLayer("yaml")
                .mayOnlyAccessLayers("text")
                .whereLayer("ssh")
                .mayOnlyAccessLayers("text")
                .whereLayer("git")
                .mayOnlyAccessLayers("text", "change")
                .whereLayer("policy")
                .mayOnlyAccessLayers("text", "change", "yaml", "ssh", "git")
                .whereLayer("contract")
                .mayOnlyAccessLayers("text", "change", "yaml", "policy")
                .whereLayer("approval")
                .mayOnlyAccessLayers("text", "change", "yaml", "ssh", "policy", "contract")
                .whereLayer("verdict")
                .mayOnlyAccessLayers("text", "change", "yaml", "ssh", "policy", "contract", "approval")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("maven")
                .whereLayer("maven")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
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
                "com.google.gson..", "dev.gatekeeper.report",
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

    @Test
    void importsSomethingToCheck() {
        assertThat(CLASSES.stream().filter(type -> type.getModifiers().contains(JavaModifier.FINAL)))
                .hasSizeGreaterThan(30);
    }
}
