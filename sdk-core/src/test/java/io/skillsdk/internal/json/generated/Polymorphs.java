package io.skillsdk.internal.json.generated;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.skillsdk.SkillParameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Polymorphic types: every way to tell which it is. */
final class Polymorphs {

    private Polymorphs() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Group.class)})
    sealed interface Shape {}

    @JsonTypeName("circle")
    record Circle(
            double radius, @SkillParameter(required = true) String label) implements Shape {}

    @JsonTypeName("group")
    record Group(List<Shape> shapes, Shapes.Point at) implements Shape {}

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "type",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    interface Pet {}

    record Cat(String type, int lives) implements Pet {}

    static final class Dog implements Pet {
        public String type = "dog";
        public @Nullable Integer age;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Car.class, name = "car"),
        @JsonSubTypes.Type(value = Bus.class, name = "bus")
    })
    interface Vehicle {}

    record Car(int doors) implements Vehicle {}

    record Bus(int seats, String line) implements Vehicle {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Oak.class, name = "oak"),
        @JsonSubTypes.Type(value = Elm.class, name = "elm")
    })
    interface Tree {}

    record Oak(int height) implements Tree {}

    record Elm(int age, boolean ill) implements Tree {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Card.class), @JsonSubTypes.Type(Transfer.class)})
    interface Payment {}

    record Card(String number, int year) implements Payment {}

    record Transfer(String iban, int amount) implements Payment {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "@t", defaultImpl = Plain.class)
    @JsonSubTypes({@JsonSubTypes.Type(Plain.class), @JsonSubTypes.Type(Fancy.class)})
    interface Door {}

    record Plain(int width) implements Door {}

    record Fancy(int width, String colour) implements Door {}

    static final class External {
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "which")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = Car.class, name = "car"),
            @JsonSubTypes.Type(value = Bus.class, name = "bus")
        })
        public @Nullable Object vehicle;

        public int number;
    }

    record ExternalRecord(
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "which")
            @JsonSubTypes({
                @JsonSubTypes.Type(value = Cat.class, name = "cat"),
                @JsonSubTypes.Type(value = Shapes.Point.class, name = "point")
            })
            Object thing,

            @JsonProperty(required = true) int number) {}

    @JsonDeserialize(as = Square.class)
    interface Sized {}

    record Square(int side) implements Sized {}
}
