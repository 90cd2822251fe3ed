package io.skillsdk.internal.definition.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillParameter;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import io.skillsdk.internal.json.type.PayloadType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Parameters and named types of a skill.yaml, derived from records. */
class ParameterDeriverTest {

    enum Colour {
        RED,
        BLUE
    }

    record Inner(int count, List<Inner> children) {}

    record Outer(
            @SkillParameter(title = "The text", description = "What to count")
            String text,

            int whole,
            long big,
            double number,
            BigDecimal decimal,
            boolean flag,
            Optional<String> maybe,
            LocalDate date,
            UUID id,
            Colour colour,
            Inner inner,
            List<Inner> inners,
            Map<String, Integer> counts,
            Object anything) {}

    record Page<T>(List<T> items) {}

    private final TypeNames names = new TypeNames("word count");

    private final ParameterDeriver deriver = new ParameterDeriver(names);

    private static Structure structure(Class<?> type) {
        return (Structure) PayloadType.of(type).shape();
    }

    private Map<String, Parameter> parameters(Class<?> type) {
        Parameters all = deriver.parameters(
                new Members.Known(List.copyOf(structure(type).members().values()), false));
        return ((Parameters.Listed) all)
                .all().stream().collect(java.util.stream.Collectors.toMap(Parameter::name, each -> each));
    }

    @Test
    void eachComponentIsAParameterOfThePlatformsTypes() {
        Map<String, Parameter> all = parameters(Outer.class);
        assertThat(all.keySet())
                .containsExactlyInAnyOrder(
                        "text",
                        "whole",
                        "big",
                        "number",
                        "decimal",
                        "flag",
                        "maybe",
                        "date",
                        "id",
                        "colour",
                        "inner",
                        "inners",
                        "counts",
                        "anything");
        assertThat(all.get("text").type()).isEqualTo("string");
        assertThat(all.get("whole").type()).isEqualTo("integer");
        assertThat(all.get("big").format()).isEqualTo("int64");
        assertThat(all.get("whole").format()).isNull();
        assertThat(all.get("number").type()).isEqualTo("number");
        assertThat(all.get("number").format()).isNull();
        assertThat(all.get("flag").type()).isEqualTo("boolean");
        assertThat(all.get("date").format()).isEqualTo("date");
        assertThat(all.get("inner").type()).isEqualTo("object");
        assertThat(all.get("inners").type()).isEqualTo("array");
        assertThat(all.get("counts").type()).isEqualTo("object");
    }

    @Test
    void titlesDescriptionsAndValuesAreKept() {
        Map<String, Parameter> all = parameters(Outer.class);
        assertThat(all.get("text").title()).isEqualTo("The text");
        assertThat(all.get("text").description()).isEqualTo("What to count");
        assertThat(all.get("whole").title()).isNull();
        assertThat(all.get("colour").other()).containsEntry(Parameter.VALID_VALUES, List.of("RED", "BLUE"));
    }

    @Test
    void whatMayBeMissingIsNotRequired() {
        Map<String, Parameter> all = parameters(Outer.class);
        assertThat(all.get("maybe").required()).isFalse();
        assertThat(all.get("whole").required()).isTrue();
    }

    @Test
    void aNestedRecordIsATypeOfItsOwnEvenWhenItNestsItself() {
        Map<String, Parameter> all = parameters(Outer.class);
        assertThat(all.get("inner").other()).containsEntry(Parameter.REF, "word--count-Inner");
        assertThat(all.get("inners").other()).containsEntry(Parameter.REF, "word--count-Inner");
        assertThat(deriver.types()).extracting(TypeDefinition::name).containsExactly("word--count-Inner");
        assertThat(deriver.types().get(0).parameters())
                .filteredOn(each -> each.name().equals("children"))
                .singleElement()
                .satisfies(children -> assertThat(children.other()).containsEntry(Parameter.REF, "word--count-Inner"));
    }

    @Test
    void whatCannotBeListedIsLeftUnspecified() {
        assertThat(deriver.parameters(new Members.Open())).isInstanceOf(Parameters.Unspecified.class);
    }

    @Test
    void oneStructureHasOneNameAndAnotherOneAnother() {
        Structure inner = structure(Inner.class);
        String name = names.of(inner, false);
        assertThat(names.of(structure(Inner.class), false)).isEqualTo(name);
        assertThat(names.of(structure(Other.Inner.class), false)).isEqualTo(name + "2");
        assertThat(names.of(inner, false)).isEqualTo(name);
        assertThat(names.of(structure(Page.class), false)).matches("word--count-Page[A-Za-z]*");
    }

    static final class Other {
        record Inner(String text) {}

        private Other() {}
    }

    @Test
    void whatIsReadAndWrittenInTheSameWordsSharesAName() {
        Structure read = structure(Inner.class);
        assertThat(names.of(read, true)).isEqualTo(names.of(read, false));
    }
}
