package io.skillsdk.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionDefaults;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    static final class One {
        @SkillAction
        Object count() {
            return 1;
        }
    }

    static final class Many {
        @SkillAction
        Object start() {
            return 1;
        }

        @SkillAction
        Object stop() {
            return 1;
        }

        @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
        Object get(@PathParameter("id") String id) {
            return id;
        }

        @SkillAction(path = "profiles/{id}", method = HttpMethod.DELETE)
        Object delete(@PathParameter("id") String id) {
            return id;
        }

        @SkillAction(path = "profiles/all", method = HttpMethod.GET)
        Object all() {
            return 1;
        }

        @SkillAction(path = "{kind}/{id}/notes", method = HttpMethod.GET)
        Object notes() {
            return 1;
        }
    }

    private static String route(Object actions, String path, String method, String at) {
        Route route = ActionCatalog.of(new ActionDefaults("POST", path), List.of(actions))
                .route(method, at);
        if (route instanceof Route.Found found) {
            return found.action().name() + found.pathParameters();
        }
        return route instanceof Route.WrongMethod wrong ? "405" + wrong.allowed() : "404";
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoke", "/invoke", "//invoke", "invoke/", "/invoke/", "/invo%6Be"})
    void slashesAtTheEndsMakeNoDifference(String at) {
        for (String path : List.of("invoke", "/invoke", "invoke/")) {
            assertThat(route(new One(), path, "POST", at)).isEqualTo("count{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void anEmptyPathIsTheRoot(String at) {
        assertThat(route(new One(), "/", "POST", at)).isEqualTo("count{}");
        assertThat(route(new One(), "", "POST", at)).isEqualTo("count{}");
        assertThat(route(new One(), "invoke", "POST", at)).isEqualTo("404");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | start               | start{}",
                "GET    | invoke              | 405[POST]",
                "GET    | start               | 405[POST]",
                "GET    | profiles/7          | get{id=7}",
                "GET    | profiles/7/         | get{id=7}",
                "GET    | profiles/a%20b%2Fc  | get{id=a b/c}",
                "GET    | profiles/a+b        | get{id=a+b}",
                "GET    | profiles/%ZZ        | get{id=%ZZ}",
                "DELETE | profiles/7          | delete{id=7}",
                "GET    | profiles/all        | all{}",
                "DELETE | profiles/all        | delete{id=all}",
                "PUT    | profiles/7          | 405[DELETE, GET, HEAD]",
                "GET    | profiles            | 404",
                "GET    | profiles/7/8        | 404",
                "GET    | profiles/7/notes    | notes{kind=profiles, id=7}",
                "HEAD   | profiles/7          | get{id=7}",
                "HEAD   | profiles/all        | all{}",
                "HEAD   | start               | 405[POST]",
                "HEAD   | nope                | 404",
                "get    | profiles/7          | 405[DELETE, GET, HEAD]",
            })
    void aPathLeadsToItsAction(String method, String at, String expected) {
        assertThat(route(new Many(), "invoke", method, at)).isEqualTo(expected);
    }

    @Test
    void theOnlyActionWithoutAPathAnswersAtTheDefaultOne() {
        Object actions = new Object() {
            @SkillAction
            Object predict() {
                return 1;
            }

            @SkillAction(path = "init")
            Object prepare() {
                return 1;
            }
        };
        assertThat(route(actions, "invoke", "POST", "invoke")).isEqualTo("predict{}");
        assertThat(route(actions, "invoke", "POST", "init")).isEqualTo("prepare{}");
    }

    @Test
    void actionsOfSeveralClassesAreServedTogether() {
        ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new One(), new Many()));
        assertThat(catalog.actions())
                .extracting(Action::name)
                .containsExactly("count", "all", "delete", "get", "notes", "start", "stop");
        assertThat(catalog.route("POST", "count")).isEqualTo(new Route.Found(catalog.named("count"), Map.of(), false));
    }
}
