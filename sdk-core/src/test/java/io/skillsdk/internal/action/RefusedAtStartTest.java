package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.testing.SkillTester;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal names the method and the fix. */
class RefusedAtStartTest {

    record Text(String text) {}

    interface Shape {}

    record Holder(Shape shape) {}

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object twoPayloads(Text a, Map<String, Object> b) {
                                return a;
                            }
                        },
                        "twoPayloads(Text, Map) cannot work: it has two payload parameters. Put both into one record"),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object twoContexts(SkillContext a, SkillContext b) {
                                return a;
                            }
                        },
                        "it takes SkillContext twice. Take it once."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object stream(InputStream payload) {
                                return payload;
                            }
                        },
                        "stream(InputStream) cannot work: JSON cannot be bound to InputStream. Take a record"),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object hidden(List<Holder> payload) {
                                return payload;
                            }
                        },
                        "JSON cannot be bound to Shape."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            private Object secret(Text payload) {
                                return payload;
                            }
                        },
                        "secret(Text) is private. Make it public."),
                Arguments.of(new StaticAction(), "is static. Make it an instance method."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            <T> T generic(T payload) {
                                return payload;
                            }
                        },
                        "is generic. Name the types"),
                Arguments.of(
                        new Object() {
                            @SkillAction(path = "profiles")
                            Object lacking(@PathParameter("id") String id) {
                                return id;
                            }
                        },
                        "it takes the path parameter 'id', but its path '/profiles' has no {id}. Add it"),
                Arguments.of(
                        new Object() {
                            @SkillAction(method = HttpMethod.GET)
                            Object bodiless(Text payload) {
                                return payload;
                            }
                        },
                        "it takes a payload, but the platform sends none with GET. Use POST, PUT or PATCH"),
                Arguments.of(
                        new Object() {
                            @SkillAction(path = "a b")
                            Object space() {
                                return 1;
                            }
                        },
                        "the path 'a b' has a segment 'a b'"),
                Arguments.of(
                        new Object() {
                            @SkillAction(path = "profiles/{{payload.profileId}}")
                            Object mustache() {
                                return 1;
                            }
                        },
                        "neither a {name} nor plain text"),
                Arguments.of(
                        new Object() {
                            @SkillAction(path = "{a}/{a}")
                            Object twice() {
                                return 1;
                            }
                        },
                        "has {a} twice"),
                Arguments.of(
                        new Object() {
                            @SkillAction(name = "a b")
                            Object named() {
                                return 1;
                            }
                        },
                        "its name 'a b' may have letters, digits, - and _ only"),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object differ(Text payload, SkillRequest<String> request) {
                                return payload;
                            }
                        },
                        "its payload is Text and, in its SkillRequest, String. Make them the same."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            SkillProperties leak(SkillProperties properties) {
                                return properties;
                            }
                        },
                        "it returns SkillProperties, which may hold secrets."),
                Arguments.of(
                        new Object() {
                            @SkillAction(path = "a/{x}")
                            Object first() {
                                return 1;
                            }

                            @SkillAction(path = "/a/{y}/")
                            Object second() {
                                return 1;
                            }
                        },
                        "The actions 'first' and 'second' both answer to POST /a/{y}. Give one of them another path"),
                Arguments.of(
                        new Object() {
                            @SkillAction(name = "same", path = "a")
                            Object first() {
                                return 1;
                            }

                            @SkillAction(name = "same", path = "b")
                            Object second() {
                                return 1;
                            }
                        },
                        "Two actions are called 'same'. Give one of them another name"),
                Arguments.of(new Object(), "The class java.lang.Object has no action. Annotate a method"),
                Arguments.of(Text.class, "Pass an instance and not a class: new Text(…)."));
    }

    static final class StaticAction {
        @SkillAction
        static Object run(Text payload) {
            return payload;
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anActionThatCannotWorkIsRefusedInASentence(Object instance, String sentence) {
        assertThatThrownBy(() -> SkillTester.of(instance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void nothingToServeIsRefused() {
        assertThatThrownBy(SkillTester::of).hasMessageContaining("There is nothing to serve");
    }

    @Test
    void aDefaultMethodThatNoActionCanAnswerToIsRefused() {
        assertThatThrownBy(() -> ActionCatalog.of(new ActionDefaults("HEAD", "invoke"), List.of(new Object() {
                    @SkillAction
                    Object head() {
                        return 1;
                    }
                })))
                .hasMessageContaining("an action cannot answer to the method 'HEAD'. Use one of POST, PUT, PATCH, GET,"
                        + " DELETE, OPTIONS.");
    }

    @Test
    void theSamePathWithAnotherMethodIsNoClash() {
        assertThatCode(() -> SkillTester.of(new Object() {
                    @SkillAction(path = "a", method = HttpMethod.PUT)
                    Object put() {
                        return 1;
                    }

                    @SkillAction(path = "a", method = HttpMethod.GET)
                    Object get() {
                        return 1;
                    }
                }))
                .doesNotThrowAnyException();
    }
}
