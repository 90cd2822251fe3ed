package io.skillsdk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of this module, and to those of the core. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.skillsdk.http", "io.skillsdk.jaxrs", "io.skillsdk.daemon");

    @Test
    void arrowsRunFromDaemonToJaxrsToHttp() {
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.skillsdk.jaxrs", "io.skillsdk.daemon")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.jaxrs")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.skillsdk.daemon")
                .check(CLASSES);
        slices().matching("io.skillsdk.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheDaemonTouchesJerseyAndGrizzly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.skillsdk.daemon")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.glassfish..")
                .check(CLASSES);
    }

    @Test
    void whatIsCommonToAllDoorsKnowsNoServer() {
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish..")
                .check(CLASSES);
    }

    @Test
    void nothingHereTouchesJackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void thereIsNoStaticMutableState() {
        noFields().that().areStatic().should().notBeFinal().check(CLASSES);
    }
}
