package io.skillsdk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.skillsdk.definition.DefinitionException;
import org.junit.jupiter.api.Test;

/** The walls between the rooms. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.skillsdk");

    /**
     * Each package is a room. The data of a public package (records, enums, exceptions) is a room of its own below the
     * package's face, as the internal rooms behind the face answer with it.
     */
    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().startsWith("io.skillsdk.")) {
                return SliceIdentifier.ignore();
            }
            boolean data = type.isRecord() || type.isEnum() || type.isAssignableTo(Throwable.class);
            // nothing is behind the package of listeners and interceptors: it is one room
            boolean whole = type.getPackageName().contains(".internal.")
                    || type.getPackageName().equals("io.skillsdk.call");
            return SliceIdentifier.of(type.getPackageName(), data && !whole ? "data" : "");
        }

        @Override
        public String getDescription() {
            return "the rooms";
        }
    };

    @Test
    void theAuthorsPackageDependsOnNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.skillsdk..").and(resideOutsideOfPackages("io.skillsdk")))
                .check(CLASSES);
    }

    @Test
    void arrowsRunFromTestingToActionToJson() {
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.skillsdk.internal.action..",
                        "io.skillsdk.internal.answer..",
                        "io.skillsdk.internal.call..",
                        "io.skillsdk.internal.routing..",
                        "io.skillsdk.testing..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal.action")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.skillsdk.internal.answer..",
                        "io.skillsdk.internal.call..",
                        "io.skillsdk.internal.routing..",
                        "io.skillsdk.testing..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal.answer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.skillsdk.internal.call..", "io.skillsdk.internal.routing..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal.call..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.skillsdk.internal.routing..", "io.skillsdk.testing..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.skillsdk.testing..")
                .check(CLASSES);
        slices().assignedFrom(ROOMS).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void arrowsRunDownThroughTheRoomsOfJson() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("library")
                .definedBy("io.skillsdk.internal.json.library")
                .layer("parser")
                .definedBy("io.skillsdk.internal.json.parser")
                .layer("strict")
                .definedBy("io.skillsdk.internal.json.strict")
                .layer("mapper")
                .definedBy("io.skillsdk.internal.json.mapper")
                .layer("sent")
                .definedBy("io.skillsdk.internal.json.sent")
                .layer("binding")
                .definedBy("io.skillsdk.internal.json.binding")
                .layer("shape")
                .definedBy("io.skillsdk.internal.json.shape")
                .layer("trial")
                .definedBy("io.skillsdk.internal.json.trial")
                .layer("type")
                .definedBy("io.skillsdk.internal.json.type")
                .layer("reading")
                .definedBy("io.skillsdk.internal.json")
                .whereLayer("library")
                .mayNotAccessAnyLayer()
                .whereLayer("parser")
                .mayNotAccessAnyLayer()
                .whereLayer("parser")
                .mayOnlyBeAccessedByLayers("mapper")
                .whereLayer("strict")
                .mayOnlyAccessLayers("library")
                .whereLayer("mapper")
                .mayOnlyAccessLayers("library", "strict", "parser")
                .whereLayer("sent")
                .mayNotAccessAnyLayer()
                .whereLayer("binding")
                .mayOnlyAccessLayers("library", "sent", "mapper")
                .whereLayer("shape")
                .mayOnlyAccessLayers("mapper")
                .whereLayer("trial")
                .mayOnlyAccessLayers("library", "strict", "mapper", "sent", "binding")
                .whereLayer("type")
                .mayOnlyAccessLayers("mapper", "sent", "binding", "shape")
                .check(CLASSES);
    }

    @Test
    void arrowsRunDownThroughTheRoomsOfDefinitions() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("io.skillsdk.internal.definition.model")
                .layer("yaml")
                .definedBy("io.skillsdk.internal.definition.yaml")
                .layer("workspace")
                .definedBy("io.skillsdk.internal.definition.workspace")
                .layer("resolve")
                .definedBy("io.skillsdk.internal.definition.resolve")
                .layer("derive")
                .definedBy("io.skillsdk.internal.definition.derive")
                .layer("edit")
                .definedBy("io.skillsdk.internal.definition.edit")
                .layer("replace")
                .definedBy("io.skillsdk.internal.definition.replace")
                .layer("write")
                .definedBy("io.skillsdk.internal.definition.write")
                .layer("finding")
                .definedBy("io.skillsdk.internal.definition.finding")
                .layer("platform")
                .definedBy("io.skillsdk.internal.definition.platform")
                .layer("check")
                .definedBy("io.skillsdk.internal.definition.check")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("yaml")
                .mayOnlyAccessLayers("model")
                .whereLayer("workspace")
                .mayOnlyAccessLayers("model", "yaml")
                .whereLayer("resolve")
                .mayOnlyAccessLayers("model", "yaml", "workspace")
                .whereLayer("derive")
                .mayOnlyAccessLayers("model", "resolve")
                .whereLayer("edit")
                .mayOnlyAccessLayers("yaml")
                .whereLayer("replace")
                .mayOnlyAccessLayers("yaml")
                .whereLayer("write")
                .mayOnlyAccessLayers("model", "yaml", "workspace", "resolve", "derive", "edit", "replace")
                .whereLayer("finding")
                .mayOnlyAccessLayers("yaml")
                .whereLayer("platform")
                .mayOnlyAccessLayers("model", "yaml", "resolve", "finding")
                .whereLayer("check")
                .mayOnlyAccessLayers("model", "yaml", "workspace", "resolve", "derive", "finding", "platform")
                .check(CLASSES);
    }

    @Test
    void onlyTheJsonPackagesTouchJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.skillsdk.internal.json..", "io.skillsdk.internal.fabric.json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void arrowsRunDownThroughTheRoomsOfThePlatform() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("json")
                .definedBy("io.skillsdk.internal.fabric.json")
                .layer("artifact")
                .definedBy("io.skillsdk.internal.fabric.artifact")
                .layer("wire")
                .definedBy("io.skillsdk.internal.fabric.wire")
                .layer("call")
                .definedBy("io.skillsdk.internal.fabric.call")
                .layer("client")
                .definedBy("io.skillsdk.internal.fabric")
                .layer("access")
                .definedBy("io.skillsdk.internal.fabric.access")
                .layer("standin")
                .definedBy("io.skillsdk.internal.fabric.standin")
                .layer("local")
                .definedBy("io.skillsdk.internal.fabric.local")
                .layer("source")
                .definedBy("io.skillsdk.internal.fabric.source")
                .whereLayer("json")
                .mayNotAccessAnyLayer()
                .whereLayer("artifact")
                .mayNotAccessAnyLayer()
                .whereLayer("wire")
                .mayOnlyAccessLayers("json")
                .whereLayer("call")
                .mayOnlyAccessLayers("json", "wire")
                .whereLayer("client")
                .mayOnlyAccessLayers("json", "wire", "artifact", "call")
                .whereLayer("access")
                .mayOnlyAccessLayers("json", "call", "client")
                .whereLayer("standin")
                .mayOnlyAccessLayers("json", "wire", "call", "client")
                .whereLayer("local")
                .mayOnlyAccessLayers("json", "wire", "call", "client", "standin")
                .whereLayer("source")
                .mayOnlyAccessLayers("wire", "call", "client", "access", "local")
                .check(CLASSES);
    }

    @Test
    void onlyTheHttpWireTouchesTheHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.skillsdk.internal.fabric.wire")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .check(CLASSES);
    }

    @Test
    void onlyTheYamlRoomAndTheDefinitionsTouchTheYamlLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.skillsdk.internal.yaml", "io.skillsdk.internal.definition..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.snakeyaml..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skillsdk.internal.yaml")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.skillsdk..")
                        .and(resideOutsideOfPackages("io.skillsdk.internal.yaml"))
                        .and(not(type(DefinitionException.class))))
                .check(CLASSES);
    }

    @Test
    void thePlatformsClientKnowsNothingOfDefinitions() {
        noClasses()
                .that()
                .resideInAnyPackage("io.skillsdk.fabric..", "io.skillsdk.internal.fabric..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.skillsdk.definition..", "io.skillsdk.internal.definition..")
                .check(CLASSES);
    }

    @Test
    void thePipelineKnowsNothingOfDefinitions() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.skillsdk.internal.action",
                        "io.skillsdk.internal.answer",
                        "io.skillsdk.internal.call..",
                        "io.skillsdk.internal.routing",
                        "io.skillsdk.internal.json..",
                        "io.skillsdk.internal.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.skillsdk.definition..",
                        "io.skillsdk.internal.definition..",
                        "io.skillsdk.internal.openapi..",
                        "io.skillsdk.internal.kubernetes..")
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNoHttpServerAndNoJaxRs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish..")
                .check(CLASSES);
        // the platform over HTTP, for tests
        noClasses()
                .that()
                .doNotHaveSimpleName("StandInServer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.net..")
                .check(CLASSES);
    }

    @Test
    void optionalLibrariesStayWithTheClassesThatNeedThem() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.skillsdk.testing.junit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..")
                .check(CLASSES);
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("JakartaPayloadValidator")
                .and()
                .doNotHaveSimpleName("JakartaValidator")
                .and()
                .doNotHaveSimpleName("PayloadValidator")
                .and()
                .doNotHaveSimpleName("JakartaSettingsConstraints")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.validation..")
                .check(CLASSES);
    }

    @Test
    void namesSayTheRole() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }

    @Test
    void thereIsNoStaticMutableState() {
        noFields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.skillsdk..")
                .should()
                .notBeFinal()
                .check(CLASSES);
    }

    @Test
    void classesAreClosedUnlessTheyAreMadeToBeExtended() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("SkillException")
                .and()
                .doNotHaveSimpleName("TypeReference")
                .and()
                .doNotHaveSimpleName("TypedValues") // sealed
                .and()
                .doNotHaveSimpleName("InMemoryProject") // sealed
                .and()
                .doNotHaveSimpleName("StricterReader") // sealed
                .and()
                .doNotHaveSimpleName("FrugalContext") // a trial's context is one
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }
}
