package io.skillsdk.internal.definition.yaml;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingRule;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.Tag;
import io.skillsdk.internal.definition.model.TypeDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads skill.yaml and named types, with all the oddities that real ones have. */
public final class DefinitionReader {

    private DefinitionReader() {}

    /**
     * Reads a skill.yaml.
     *
     * @param file the file
     * @return what it says, and where
     * @throws DefinitionException when it cannot be read, with file, line, what is wrong and what is expected
     */
    public static DefinitionFile read(Path file) {
        DefinitionFile read = readLeniently(file);
        refuseFaults(file.toString(), read.places());
        return read;
    }

    /**
     * Reads a skill.yaml, and leaves out what is not of the kind that is expected: {@link Places#faults}.
     *
     * @throws DefinitionException when it is not YAML
     */
    public static DefinitionFile readLeniently(Path file) {
        String text = YamlReader.readText(file);
        Places places = new Places();
        YamlMappingReader yaml = new YamlMappingReader("", YamlReader.read(file.toString(), text), places);
        return new DefinitionFile(file, text, definition(yaml), places);
    }

    private static void refuseFaults(String file, Places places) {
        places.faults().stream().findFirst().ifPresent(fault -> {
            throw new DefinitionException(file, fault.place().line(), fault.part() + " " + fault.message(), null);
        });
    }

    /**
     * Reads a skill.yaml from text.
     *
     * @param text the YAML
     * @return what it says
     * @throws DefinitionException when it cannot be read, with line, what is wrong and what is expected
     */
    public static SkillDefinition parse(String text) {
        Places places = new Places();
        SkillDefinition definition = definition(new YamlMappingReader("", YamlReader.read("skill.yaml", text), places));
        refuseFaults("skill.yaml", places);
        return definition;
    }

    /**
     * Reads a file of named types: one type alone, or several under {@code types}.
     *
     * @param file the file
     * @return the types
     * @throws DefinitionException when it cannot be read, with file, line, what is wrong and what is expected
     */
    public static List<TypeDefinition> readTypes(Path file) {
        TypesFile read = readTypesLeniently(file);
        refuseFaults(file.toString(), read.places());
        return read.types();
    }

    /**
     * Reads a file of named types, and leaves out what is not of the kind that is expected: {@link Places#faults}.
     *
     * @throws DefinitionException when it is not YAML
     */
    public static TypesFile readTypesLeniently(Path file) {
        YamlValue.Mapping yaml = YamlReader.read(file.toString(), YamlReader.readText(file));
        Places places = new Places();
        YamlMappingReader fields = new YamlMappingReader("", yaml, places);
        boolean alone = yaml.get("types") == null;
        return new TypesFile(
                file, alone ? List.of(type(fields)) : fields.list("types", (path, type) -> type(type)), alone, places);
    }

    private static TypeDefinition type(YamlMappingReader type) {
        return new TypeDefinition(
                type.text("camel"),
                type.text("name"),
                type.text("title"),
                type.text("description"),
                type.list("parameters", (path, parameter) -> parameter(parameter)),
                type.other());
    }

    private static SkillDefinition definition(YamlMappingReader skill) {
        return new SkillDefinition(
                skill.text("camel"),
                skill.text("name"),
                skill.text("title"),
                skill.text("description"),
                skill.list("tags", (path, tag) -> new Tag(tag.text("label"), tag.text("value"))),
                skill.list("inputs", (path, input) -> input(input)),
                skill.list("outputs", (path, output) -> output(output)),
                skill.list("properties", (path, property) -> property(property)),
                skill.list("actions", (path, action) -> container(action)),
                skill.other());
    }

    private static Input input(YamlMappingReader input) {
        YamlMappingReader routing = input.object("routing");
        return new Input(
                input.text("name"),
                input.text("title"),
                input.text("description"),
                parameters(input),
                routing == null ? null : routing(routing),
                input.other());
    }

    private static Output output(YamlMappingReader output) {
        return new Output(
                output.text("name"),
                output.text("title"),
                output.text("description"),
                parameters(output),
                output.other());
    }

    private static Parameters parameters(YamlMappingReader owner) {
        if (owner.isObject("parameters")) {
            YamlMappingReader reference = owner.object("parameters");
            return reference == null
                    ? new Parameters.Unspecified()
                    : new Parameters.Reference(reference.text("$ref"), reference.other());
        }
        List<Parameter> all = owner.list("parameters", (path, parameter) -> parameter(parameter));
        return all.isEmpty() ? new Parameters.Unspecified() : new Parameters.Listed(all);
    }

    private static Parameter parameter(YamlMappingReader parameter) {
        return new Parameter(
                parameter.text("name"),
                parameter.text("type"),
                parameter.text("title"),
                parameter.text("description"),
                parameter.text("format"),
                parameter.flag("required"),
                parameter.other());
    }

    private static Routing routing(YamlMappingReader routing) {
        return new Routing(
                target(routing.object("all")),
                routing.text("property"),
                routing.text("field"),
                new ArrayList<>(routing.list("rules", (path, rule) -> rule(rule))),
                target(routing.object("default")),
                routing.other());
    }

    private static RoutingRule rule(YamlMappingReader rule) {
        return new RoutingRule(
                rule.text("match"),
                new RoutingTarget(rule.text("action"), rule.text("runtime"), rule.text("output"), rule.other()));
    }

    private static @Nullable RoutingTarget target(@Nullable YamlMappingReader target) {
        return target == null
                ? null
                : new RoutingTarget(
                        target.text("action"), target.text("runtime"), target.text("output"), target.other());
    }

    private static Property property(YamlMappingReader property) {
        return new Property(
                property.text("name"),
                property.text("title"),
                property.text("description"),
                property.flag("required"),
                property.text("type"),
                property.plain("defaultValue"),
                property.texts("validValues"),
                property.flag("secure"),
                property.text("qualifiedBy"),
                property.other());
    }

    private static ActionDeclaration container(YamlMappingReader action) {
        return new ActionDeclaration(
                action.text("name"),
                action.text("type"),
                action.text("image"),
                action.texts("command"),
                action.plain("port"),
                action.plain("environmentVariables"),
                action.plain("podSpec"),
                action.other());
    }
}
