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

    enum Color {
        RED,
        GREEN
    }

    record Wide(int m00, int m01, int m02, int m03, int m04, int m05, int m06, int m07, int m08, int m09, int m10, int m11, int m12, int m13, int m14, int m15, int m16, int m17, int m18, int m19, int m20, int m21, int m22, int m23, int m24, int m25, int m26, int m27, int m28, int m29, int m30, int m31, int m32, int m33, int m34, int m35, int m36, int m37, int m38, int m39, int m40, int m41, int m42, int m43, int m44, int m45, int m46, int m47, int m48, int m49) {}
}
