package io.skillsdk.jaxrs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The feature works on every JAX-RS runtime, so it uses none. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.skillsdk.jaxrs", "io.skillsdk.internal.jaxrs");

    @Test
    void theFeatureUsesNoRuntimeAndNoDaemon() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.glassfish..",
                        "org.jboss..",
                        "jakarta.annotation..",
                        "io.skillsdk.daemon..",
                        "io.skillsdk.internal.daemon..")
                .check(CLASSES);
    }

    @Test
    void internalsDoNotUseTheFace() {
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal.jaxrs")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.skillsdk.jaxrs")
                .check(CLASSES);
    }
}
