package io.skillsdk.internal.daemon.jaxrs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Jersey stays in one room, above the request and below the face. */
class JerseyArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.skillsdk.internal.daemon.jaxrs");

    @Test
    void jerseyDoesNotUseTheFaceTheCommandsOrTheSettings() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.skillsdk.daemon..",
                        "io.skillsdk.internal.daemon.command..",
                        "io.skillsdk.internal.daemon.page..",
                        "io.skillsdk.internal.daemon.settings..")
                .check(CLASSES);
    }
}
