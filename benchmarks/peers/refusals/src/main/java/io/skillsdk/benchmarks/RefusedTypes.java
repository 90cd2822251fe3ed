package io.skillsdk.benchmarks;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Payload types whose refusal could cost most. */
final class RefusedTypes {

    private RefusedTypes() {}

    record Row(@JsonProperty(required = true) String name, int age, double score) {}

    record Node(int value, Node next) {}

    record Late(Late next, int value) {}

    record Tree(int value, List<Tree> trees, String text) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Group.class, name = "group")
    })
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Group(List<Shape> shapes) implements Shape {}

    record Percent(@JsonValue int value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Percent {
            if (value > 100) {
                throw new IllegalArgumentException("must be at most 100");
            }
        }
    }

    static final class Port {
        private int port;

        public int getPort() {
            return port;
        }

        public void setPort(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("must be positive");
            }
            port = value;
        }
    }

    static final class Open {
        final Map<String, Integer> all = new HashMap<>();

        @JsonAnySetter
        void set(String name, int value) {
            all.put(name, value);
        }
    }

    record Flat(@JsonUnwrapped Circle circle, int other) {}
}
