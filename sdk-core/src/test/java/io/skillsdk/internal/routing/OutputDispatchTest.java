package io.skillsdk.internal.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.internal.action.ActionDefaults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputDispatchTest {

    static final class Sessions {
        @SkillAction(path = "delete")
        Object delete() {
            return 1;
        }

        @SkillAction(path = "get", method = HttpMethod.GET)
        Object get() {
            return 2;
        }

        @SkillAction(path = "start", output = "started")
        Object start() {
            return 3;
        }

        @SkillAction(path = "orders/{id}", method = HttpMethod.GET)
        Object order(@PathParameter("id") String id) {
            return id;
        }
    }

    static final class One {
        @SkillAction(path = "orders/{id}", method = HttpMethod.GET)
        Object order(@PathParameter("id") String id) {
            return id;
        }
    }

    static final class Alone {
        @SkillAction
        Object count() {
            return 1;
        }
    }

    private static String dispatched(Object actions, String body) {
        ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions));
        Route.Found found = (Route.Found) catalog.route("POST", "invoke");
        Dispatched dispatched = catalog.dispatch(found, body.getBytes(UTF_8), "application/json");
        return dispatched instanceof Dispatched.To to
                ? to.action().name() + to.pathParameters()
                : new String(((Dispatched.Refused) dispatched).answer().body(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"delete, delete{}", "get, get{}", "started, start{}", "order, order{id=a/b#c}"})
    void theOutputChoosesTheActionWhateverItsOwnMethodAndPath(String output, String action) {
        for (String body : List.of(
                "{\"outputName\":\"%s\",\"payload\":{\"id\":\"a/b#c\",\"outputName\":\"delete\"}}",
                "{\"payload\":{\"outputName\":\"delete\",\"id\":\"a/b#c\"},\"outputName\":\"%s\"}")) {
            assertThat(dispatched(new Sessions(), body.formatted(output))).isEqualTo(action);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "Delete", "response", "invoke "})
    void anOutputOfNoActionIsRefusedWithThoseThereAre(String output) {
        assertThat(dispatched(new Sessions(), "{\"outputName\":\"" + output + "\",\"activationId\":\"a-1\"}"))
                .contains("\"status\":400")
                .contains(
                        "The outputName '" + output + "' belongs to no action. There are: delete, get, order, started.")
                .contains("\"activationId\":\"a-1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"payload\":", "", "null", "x", "{\"payload\":[}"})
    void aBodyThatIsNoEnvelopeRunsNothing(String body) {
        assertThat(dispatched(new Sessions(), body)).contains("\"status\":400");
    }

    @Test
    void aBodyWithoutAnOutputReachesOnlyTheActionWhosePathItIs() {
        Object actions = new Object() {
            @SkillAction
            Object predict() {
                return 1;
            }

            @SkillAction(path = "init")
            Object init() {
                return 1;
            }
        };
        assertThat(dispatched(actions, "{\"payload\":{}}")).isEqualTo("predict{}");
        assertThat(dispatched(actions, "{\"outputName\":\"init\"}")).isEqualTo("init{}");
        assertThat(dispatched(actions, "{\"outputName\":\"response\"}")).contains("\"status\":400");
        assertThat(dispatched(new Sessions(), "{\"payload\":{}}"))
                .contains("\"status\":400", "The body has no outputName", "delete, get, order, started");
    }

    @Test
    void aSingleActionTakesAnyOutput() {
        assertThat(dispatched(new One(), "{\"outputName\":\"any\",\"payload\":{\"id\":7}}"))
                .isEqualTo("order{id=7}");
        assertThat(dispatched(new Alone(), "{\"outputName\":\"any\"}")).isEqualTo("count{}");
    }

    @Test
    void aSecondActionChangesNoAddressOfTheFirst() {
        ActionCatalog alone = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Alone()));
        ActionCatalog both = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Alone(), new Sessions()));
        for (ActionCatalog catalog : List.of(alone, both)) {
            assertThat(catalog.route("POST", "count", null))
                    .isInstanceOfSatisfying(
                            Route.Found.class,
                            found -> assertThat(found.action().name()).isEqualTo("count"));
            assertThat(catalog.route("POST", "invoke", "count"))
                    .isInstanceOfSatisfying(
                            Route.Found.class,
                            found -> assertThat(found.action().name()).isEqualTo("count"));
        }
    }

    @Test
    void aMethodWithoutABodyCannotChooseSoOnlyPathsDo() {
        Object gets = new Object() {
            @SkillAction(path = "a", method = HttpMethod.GET)
            Object a() {
                return 1;
            }

            @SkillAction(path = "b", method = HttpMethod.GET)
            Object b() {
                return 1;
            }
        };
        assertThat(ActionCatalog.of(new ActionDefaults("GET", "invoke"), List.of(gets))
                        .route("GET", "invoke"))
                .isInstanceOf(Route.Unknown.class);
    }

    @Test
    void twoActionsOfOneOutputAreRefusedAtStart() {
        Object actions = new Object() {
            @SkillAction(output = "b")
            Object a() {
                return 1;
            }

            @SkillAction
            Object b() {
                return 1;
            }
        };
        assertThatThrownBy(() -> ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions)))
                .hasMessage("The actions 'a' and 'b' both have the output 'b', which is to choose between them."
                        + " Give one of them another: @SkillAction(output = \"…\").");
    }
}
