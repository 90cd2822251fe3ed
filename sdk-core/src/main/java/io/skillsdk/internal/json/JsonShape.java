package io.skillsdk.internal.json;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON that a Java type binds from, as a sender sees it: no Java names in it but {@link #type}. */
public sealed interface JsonShape {

    /** The Java type it was made from. */
    Type type();

    /** What is allowed here, to follow "must be". */
    String expectation();

    /** A string, number or boolean. */
    record Scalar(Type type, Kind kind, String expectation, List<String> values) implements JsonShape {}

    /** An array whose elements have one shape. */
    record Array(Type type, JsonShape element) implements JsonShape {
        @Override
        public String expectation() {
            return "an array";
        }
    }

    /** An object with any keys, whose values have one shape. */
    record Dictionary(Type type, JsonShape value) implements JsonShape {
        @Override
        public String expectation() {
            return "an object";
        }
    }

    /** An array with a member at each place: a structure that is written as an array. */
    record Tuple(Type type, List<Member> members) implements JsonShape {
        @Override
        public String expectation() {
            return "an array of " + members.size() + " values";
        }
    }

    /** Any JSON, or JSON that only the type's own reader understands. */
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

    /** A member of a structure. */
    record Member(
            String name,
            String javaName,
            JsonShape shape,
            boolean required,
            String title,
            String description,
            String example) {}

    /** What kind of JSON scalar. */
    enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN
    }
}
