package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.testing.SkillTester;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results are written by the type that an action declares, and what cannot be meant is refused. */
class DeclaredResultTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Page<T>(List<T> items) {}

    static class Animal {
        public String name = "n";
    }

    static final class Dog extends Animal {
        public int legs = 4;
    }

    static final class Actions {
        private final Shape shape = new Circle(1);

        @SkillAction
        List<Shape> list() {
            return List.of(shape);
        }

        @SkillAction
        List<? extends Shape> wildcard() {
            return List.of(shape);
        }

        @SkillAction
        Shape[] array() {
            return new Shape[] {shape};
        }

        @SkillAction
        Stream<Shape> stream() {
            return Stream.of(shape);
        }

        @SkillAction
        CompletionStage<List<Shape>> stage() {
            return CompletableFuture.completedFuture(List.of(shape));
        }

        @SkillAction
        SkillResponse<List<Shape>> response() {
            return SkillResponse.of(List.of(shape));
        }

        @SkillAction
        Optional<List<Shape>> optional() {
            return Optional.of(List.of(shape));
        }

        @SkillAction
        Map<String, Shape> map() {
            return Map.of("a", shape);
        }

        @SkillAction
        Page<Shape> page() {
            return new Page<>(List.of(shape));
        }

        @SkillAction
        SkillRequest<Shape> request() {
            return SkillRequest.of(shape);
        }

        @SkillAction
        Animal animal() {
            return new Dog();
        }
    }

    private static String answer(String action) {
        return SkillTester.of(new Actions()).action(action).invokeJson("{}").json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "wildcard", "array", "stream", "stage", "response", "optional"})
    void typeIdsSurviveInElements(String action) {
        assertThat(answer(action)).isEqualTo("{\"payload\":[{\"type\":\"circle\",\"radius\":1}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "page", "request"})
    void typeIdsSurviveInMembers(String action) {
        assertThat(answer(action)).contains("{\"type\":\"circle\",\"radius\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = "animal")
    void aSubclassIsWrittenWithAllItHas(String action) {
        assertThat(answer(action)).isEqualTo("{\"payload\":{\"name\":\"n\",\"legs\":4}}");
    }

    static final class Shut {
        private final int secret = 1;

        @Override
        public String toString() {
            return "Shut" + secret;
        }
    }

    record Holder(Future<String> later) {}

    static Stream<Object> meaningless() {
        return Stream.of(
                new Object() {
                    @SkillAction
                    Future<String> result() {
                        return CompletableFuture.completedFuture("");
                    }
                },
                new Object() {
                    @SkillAction
                    Callable<String> result() {
                        return () -> "";
                    }
                },
                new Object() {
                    @SkillAction
                    Supplier<String> result() {
                        return () -> "";
                    }
                },
                new Object() {
                    @SkillAction
                    Optional<io.skillsdk.Secret> result() {
                        return Optional.empty();
                    }
                },
                new Object() {
                    @SkillAction
                    List<InputStream> result() {
                        return List.of();
                    }
                },
                new Object() {
                    @SkillAction
                    Flow.Publisher<String> result() {
                        return subscriber -> {};
                    }
                },
                new Object() {
                    @SkillAction
                    CompletionStage<CompletionStage<String>> result() {
                        return CompletableFuture.completedFuture(null);
                    }
                },
                new Object() {
                    @SkillAction
                    Optional<SkillResponse<String>> result() {
                        return Optional.empty();
                    }
                },
                new Object() {
                    @SkillAction
                    IllegalStateException result() {
                        return new IllegalStateException();
                    }
                },
                new Object() {
                    @SkillAction
                    Shut result() {
                        return new Shut();
                    }
                },
                new Object() {
                    @SkillAction
                    Holder result() {
                        return new Holder(CompletableFuture.completedFuture(""));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("meaningless")
    void aResultThatNobodyCanMeanIsRefusedAtStart(Object action) {
        assertThatThrownBy(() -> SkillTester.of(action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its result cannot be written: ");
    }

    static Stream<Object> hidden() {
        return Stream.of(
                Map.of("a", new IllegalStateException("secret cause")),
                Map.of("a", new Shut()),
                List.of(Optional.of(SkillResponse.of(1))),
                CompletableFuture.completedFuture(CompletableFuture.completedFuture(1)),
                (Supplier<String>) () -> "a");
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void whatShowsOnlyWhenItIsWrittenIs500(Object value) {
        var answer = SkillTester.of(new Object() {
                    @SkillAction
                    Object result() {
                        return value;
                    }
                })
                .invokeJson("{}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json()).doesNotContain("secret cause", "stackTrace");
    }
}
