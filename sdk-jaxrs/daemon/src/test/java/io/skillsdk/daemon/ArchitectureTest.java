package io.skillsdk.daemon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of the daemon. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.skillsdk.daemon", "io.skillsdk.internal.daemon");

    @Test
    void arrowsRunDownFromTheFaceToTheSettings() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("face")
                .definedBy("io.skillsdk.daemon")
                .layer("command")
                .definedBy("io.skillsdk.internal.daemon.command")
                .layer("job")
                .definedBy("io.skillsdk.internal.daemon.job")
                .layer("dev")
                .definedBy("io.skillsdk.internal.daemon.dev")
                .layer("page")
                .definedBy("io.skillsdk.internal.daemon.page")
                .layer("request")
                .definedBy("io.skillsdk.internal.daemon.request")
                .layer("http")
                .definedBy("io.skillsdk.internal.daemon.http")
                .layer("transport")
                .definedBy("io.skillsdk.internal.daemon.transport")
                .layer("execution")
                .definedBy("io.skillsdk.internal.daemon.execution")
                .layer("extension")
                .definedBy("io.skillsdk.daemon.extension")
                .layer("settings")
                .definedBy("io.skillsdk.internal.daemon.settings")
                .whereLayer("face")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("job")
                .mayOnlyBeAccessedByLayers("face", "command")
                .whereLayer("dev")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("request")
                .mayOnlyBeAccessedByLayers("face", "page")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("face", "request")
                .whereLayer("transport")
                .mayOnlyBeAccessedByLayers("face", "page", "request", "http")
                .whereLayer("execution")
                .mayOnlyBeAccessedByLayers("face", "page", "request", "http", "transport")
                .whereLayer("extension")
                .mayOnlyBeAccessedByLayers("face", "page")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.daemon.extension")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.skillsdk..")
                        .and(resideOutsideOfPackages("io.skillsdk.daemon.extension", "io.skillsdk.call")))
                .check(CLASSES);
        slices().matching("io.skillsdk.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheFaceTheRequestAndTheTransportTouchGrizzly() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.skillsdk.internal.daemon.settings",
                        "io.skillsdk.internal.daemon.command",
                        "io.skillsdk.internal.daemon.job",
                        "io.skillsdk.internal.daemon.dev")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.glassfish..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal.daemon.execution")
                .and()
                .doNotHaveSimpleName("DaemonThread")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.glassfish..")
                .check(CLASSES);
    }

    @Test
    void onlyTheExtensionForTestsUsesWhatIsForTests() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.skillsdk.daemon.junit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.skillsdk.testing..", "org.junit..")
                .check(CLASSES);
    }

    @Test
    void nothingHereTouchesJaxRsOrJackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..", "org.glassfish.jersey..", "tools.jackson..", "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void thereIsNoStaticMutableState() {
        noFields().that().areStatic().should().notBeFinal().check(CLASSES);
    }
}
