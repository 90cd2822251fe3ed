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
import io.skillsdk.internal.yaml.YamlReader;
import io.skillsdk.internal.yaml.YamlValue;
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
        return read(file, new Places());
    }

    /**
     * Reads a skill.yaml as its author meant it, so that one slip is one fault: {@link Places#recovering}.
     *
     * @throws DefinitionException when it is not YAML
     */
    public static DefinitionFile readAsMeant(Path file) {
        return read(file, Places.recovering());
    }

    private static DefinitionFile read(Path file, Places places) {
        String text = YamlReader.readText(file);
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
        Places places = Places.recovering();
        YamlMappingReader fields = new YamlMappingReader("", yaml, places);
        boolean alone = yaml.get("types") == null;
        return new TypesFile(
                file, alone ? List.of(type(fields)) : fields.list("types", (path, type) -> type(type)), alone, places);
    }

    private static TypeDefinition type(YamlMappingReader type) {
        type.knowing(KnownKeys.TYPE);
        return new TypeDefinition(
                type.text("camel"),
                type.text("name"),
                type.text("title"),
                type.text("description"),
                type.list("parameters", (path, parameter) -> parameter(parameter)),
                type.other());
    }

    private static SkillDefinition definition(YamlMappingReader skill) {
        skill.knowing(KnownKeys.SKILL);
        return new SkillDefinition(
                skill.text("camel"),
                skill.text("name"),
                skill.text("title"),
                skill.text("description"),
                skill.list("tags", (path, tag) -> tag(tag)),
                skill.list("inputs", (path, input) -> input(input)),
                skill.list("outputs", (path, output) -> output(output)),
                skill.list("properties", (path, property) -> property(property)),
                skill.list("actions", (path, action) -> container(action)),
                skill.other());
    }

    private static Tag tag(YamlMappingReader tag) {
        tag.knowing(KnownKeys.TAG);
        return new Tag(tag.text("label"), tag.text("value"));
    }

    private static Input input(YamlMappingReader input) {
        input.knowing(KnownKeys.INPUT);
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
        output.knowing(KnownKeys.OUTPUT);
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
            return reference == null ? new Parameters.Unspecified() : reference(reference);
        }
        List<Parameter> all = owner.list("parameters", (path, parameter) -> parameter(parameter));
        return all.isEmpty() ? new Parameters.Unspecified() : new Parameters.Listed(all);
    }

    private static Parameters reference(YamlMappingReader reference) {
        reference.knowing(KnownKeys.REFERENCE);
        return new Parameters.Reference(reference.text(Parameter.REF), reference.other());
    }

    private static Parameter parameter(YamlMappingReader parameter) {
        parameter.knowing(KnownKeys.PARAMETER);
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
        routing.knowing(KnownKeys.ROUTING);
        return new Routing(
                target(routing.object("all")),
                routing.text("property"),
                routing.text("field"),
                new ArrayList<>(routing.list("rules", (path, rule) -> rule(rule))),
                target(routing.object("default")),
                routing.other());
    }

    private static RoutingRule rule(YamlMappingReader rule) {
        rule.knowing(KnownKeys.RULE);
        return new RoutingRule(
                rule.text("match"),
                new RoutingTarget(rule.text("action"), rule.text("runtime"), rule.text("output"), rule.other()));
    }

    private static @Nullable RoutingTarget target(@Nullable YamlMappingReader target) {
        if (target == null) {
            return null;
        }
        target.knowing(KnownKeys.TARGET);
        return new RoutingTarget(target.text("action"), target.text("runtime"), target.text("output"), target.other());
    }

    /** A {@code value} takes precedence over the default (gateway). */
    private static Property property(YamlMappingReader property) {
        property.knowing(KnownKeys.PROPERTY);
        Object value = property.plain("value");
        Object byDefault = property.plain("defaultValue");
        return new Property(
                property.text("name"),
                property.text("title"),
                property.text("description"),
                property.flag("required"),
                property.text("type"),
                value == null ? byDefault : value,
                property.listOfTexts("validValues"),
                property.flag("secure"),
                property.text("qualifiedBy"),
                property.other());
    }

    private static ActionDeclaration container(YamlMappingReader action) {
        action.knowing(KnownKeys.ACTION);
        return new ActionDeclaration(
                action.text("name"),
                action.text("type"),
                action.text("image"),
                action.listOfTexts("command"),
                action.plain("port"),
                action.plain("environmentVariables"),
                action.plainWithPlaces("podSpec"),
                action.other());
    }
}
