package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillProperty;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.testing.SkillTester;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredPropertyTest {

    @SkillProperty(
            name = "region",
            validValues = {"eu", "us"},
            defaultValue = "eu",
            required = true)
    static final class Scores {

        @SkillAction
        @SkillProperty(name = "threshold", type = SkillProperty.Type.NUMBER, defaultValue = "0.5", title = "T")
        @SkillProperty(name = "key", secure = true, defaultValue = "#SECURE.model-key", description = "The key")
        @SkillProperty(name = "dry", type = SkillProperty.Type.BOOLEAN, defaultValue = "true")
        Map<String, Object> score(SkillProperties properties) {
            return Map.of(
                    "region", properties.getString("region"),
                    "threshold", properties.getDouble("threshold"),
                    "dry", properties.getBoolean("dry"),
                    "key", properties.has("key"));
        }
    }

    @Test
    void propertiesOfAnActionAndItsClassAreDeclared() {
        assertThat(ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Scores()))
                        .properties())
                .containsExactly(
                        new DeclaredProperty(
                                "threshold", "Number", new BigDecimal("0.5"), "T", "", false, false, List.of()),
                        new DeclaredProperty(
                                "key", "String", "#SECURE.model-key", "", "The key", false, true, List.of()),
                        new DeclaredProperty("dry", "Boolean", true, "", "", false, false, List.of()),
                        new DeclaredProperty("region", "Enum", "eu", "", "", true, false, List.of("eu", "us")));
    }

    @Test
    void aDefaultAppliesWhereACallComesWithoutTheProperty() {
        SkillTester tester = SkillTester.of(new Scores());
        assertThat(tester.invoke(Map.of()).json())
                .contains("\"region\":\"eu\"", "\"threshold\":0.5", "\"dry\":true", "\"key\":false");
        assertThat(tester.property("threshold", "0.75")
                        .property("region", "us")
                        .invoke(Map.of())
                        .json())
                .contains("\"region\":\"us\"", "\"threshold\":0.75", "\"dry\":true");
    }

    @SkillProperty(name = "a")
    static final class Mixed {
        @SkillAction
        @SkillProperty(name = "a", required = true)
        void run() {}
    }

    static final class Faulty {
        @SkillAction
        @SkillProperty(name = "a", type = SkillProperty.Type.NUMBER, defaultValue = "x")
        void notANumber() {}
    }

    static final class Owned {
        @SkillAction
        @SkillProperty(name = "daemon.timeout")
        void run() {}
    }

    static final class Plain {
        @SkillAction
        @SkillProperty(name = "a", secure = true, defaultValue = "hunter2")
        void run() {}
    }

    static final class Unlisted {
        @SkillAction
        @SkillProperty(name = "a", validValues = "x", defaultValue = "y")
        void run() {}
    }

    static final class NotSecure {
        @SkillAction
        @SkillProperty(name = "a", defaultValue = "#SECURE.key")
        void run() {}
    }

    @Test
    void aDeclarationThatCannotWorkIsRefusedAtStart() {
        refused(new Mixed(), "the property 'a' is declared in two ways");
        refused(new Faulty(), "its property 'a' has the value 'x', which is not a number");
        refused(new Owned(), "its property 'daemon.timeout' has a name of the platform's own");
        refused(new Plain(), "its property 'a' is secure, but has a plain default");
        refused(new Unlisted(), "its property 'a' has the default 'y', which is not one of x");
        refused(new NotSecure(), "its property 'a' refers to a secret, but is not secure");
    }

    private static void refused(Object actions, String why) {
        assertThatThrownBy(() -> ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions)))
                .isInstanceOf(InvalidActionException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("hunter2");
    }
}
