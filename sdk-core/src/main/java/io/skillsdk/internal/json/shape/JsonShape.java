package io.skillsdk.internal.json.shape;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * The JSON of a Java type, described for people and for skill.yaml: no Java names in it but {@link #type}. It describes
 * and never decides: what binds, and which value is at fault, Jackson alone says.
 */
public sealed interface JsonShape {

    /** The Java type it was made from. */
    Type type();

    /** What is allowed here, to follow "must be". */
    String expectation();

    /**
     * A string, number or boolean.
     *
     * @param format the format in OpenAPI's words, such as {@code date-time}, {@code uuid} or {@code int32}; empty for
     *     none
     * @param values all allowed values in their JSON form, without quotes; empty where there is no such list
     */
    record Scalar(Type type, Kind kind, String format, String expectation, List<String> values) implements JsonShape {}

    /** An array whose elements have one shape. */
    record Array(Type type, JsonShape element) implements JsonShape {
        @Override
        public String expectation() {
            return "an array";
        }
    }

    /** An object with any keys, whose values have one shape. */
    record Dictionary(Type type, JsonShape value) implements JsonShape {
        /** Whether it has one member only. */
        public boolean isEntry() {
            return type instanceof JavaType java && java.isTypeOrSubTypeOf(Map.Entry.class);
        }

        @Override
        public String expectation() {
            return isEntry() ? "an object with exactly one member" : "an object";
        }
    }

    /** An array with a member at each place: a structure that is written as an array. */
    record Tuple(Type type, List<Member> members) implements JsonShape {
        @Override
        public String expectation() {
            return "an array of " + members.size() + " values";
        }
    }

    /**
     * One of several structures, told apart by a member.
     *
     * @param discriminator the member that tells them apart; empty where something else does
     * @param variants the structures by that member's value
     * @param fallback what an object without that member, or with another value of it, is; null where that is a fault
     */
    record Choice(
            Type type,
            String discriminator,
            Map<String, JsonShape> variants,
            @Nullable JsonShape fallback) implements JsonShape {
        @Override
        public String expectation() {
            return "an object";
        }
    }

    /** Any JSON, or JSON that only the type's own reader or writer understands. */
    record Anything(Type type) implements JsonShape {
        @Override
        public String expectation() {
            return "a value of another form";
        }
    }

    /** An object with known members. A class and not a record, as it may contain itself. */
    final class Structure implements JsonShape {

        private final Type type;

        private final String name;

        private @Nullable Map<String, Member> members;

        Structure(Type type, String name) {
            this.type = type;
            this.name = name;
        }

        /** A structure with these members. */
        public static Structure of(Type type, String name, Map<String, Member> members) {
            Structure structure = new Structure(type, name);
            structure.complete(members);
            return structure;
        }

        void complete(Map<String, Member> all) {
            members = all;
        }

        boolean isComplete() {
            return members != null;
        }

        @Override
        public Type type() {
            return type;
        }

        /** The simple name of the Java type. */
        public String name() {
            return name;
        }

        /** The members by the name a sender uses, in the order in which they are declared. */
        public Map<String, Member> members() {
            return Objects.requireNonNull(members);
        }

        @Override
        public String expectation() {
            return "an object";
        }
    }

    /**
     * A member of a structure.
     *
     * @param name the name in JSON
     * @param javaName the name of the component, field or property; with a dot where what it belongs to is unwrapped
     * @param aliases other names that are read as well
     * @param required whether reading refuses an object without it; for what is written, whether it is always there and never
     *     null, as far as the type tells
     * @param constraints what Jakarta Validation holds against the value, in OpenAPI's words: {@code minimum},
     *     {@code maximum}, {@code minLength}, {@code maxItems}, {@code pattern} and the like; a pattern is Java's
     */
    record Member(
            String name,
            String javaName,
            List<String> aliases,
            JsonShape shape,
            boolean required,
            String title,
            String description,
            String example,
            Map<String, Object> constraints) {

        /** The same under other names. */
        Member renamed(String otherName, String otherJavaName) {
            return new Member(
                    otherName, otherJavaName, aliases, shape, required, title, description, example, constraints);
        }

        /** A member with a name and a shape, and nothing said of it. */
        public static Member of(String name, JsonShape shape, boolean required) {
            return new Member(name, name, List.of(), shape, required, "", "", "", Map.of());
        }
    }

    /** What kind of JSON scalar. */
    enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN
    }
}
