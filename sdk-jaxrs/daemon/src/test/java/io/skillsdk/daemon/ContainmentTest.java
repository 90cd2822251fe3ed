package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an action does costs its own call and nothing else. */
class ContainmentTest {

    record Unmakeable(int number) {
        Unmakeable {
            throw new AssertionError("in the constructor");
        }
    }

    /** An exception whose message throws. */
    static final class Speechless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Runnable thrower;

        Speechless(Runnable thrower) {
            this.thrower = thrower;
        }

        @Override
        public String getMessage() {
            thrower.run();
            return "never";
        }
    }

    static final class Rogue {

        @SkillAction(path = "overflow")
        public String overflow() {
            return overflow();
        }

        @SkillAction(path = "linkage")
        public String linkage() {
            throw new NoClassDefFoundError("com/acme/Missing");
        }

        @SkillAction(path = "null")
        public String throwNull() {
            throw null;
        }

        @SkillAction(path = "message")
        public String message() {
            throw new Speechless(() -> {
                throw new IllegalStateException("not even this");
            });
        }

        @SkillAction(path = "error-message")
        public String errorMessage() {
            throw new Speechless(() -> {
                throw new AssertionError("not even this");
            });
        }

        @SkillAction(path = "constructor")
        public String constructor(Unmakeable payload) {
            return "made";
        }

        @SkillAction(path = "cycle")
        public Map<String, Object> cycle() {
            Map<String, Object> self = new HashMap<>();
            self.put("self", self);
            return self;
        }

        @SkillAction(path = "endless")
        public List<String> endless() {
            return new AbstractList<>() {
                @Override
                public String get(int index) {
                    return "again";
                }

                @Override
                public int size() {
                    return Integer.MAX_VALUE;
                }
            };
        }

        @SkillAction(path = "thread")
        public Object unserialisable() {
            return Thread.currentThread();
        }

        @SkillAction(path = "death")
        public CompletionStage<String> failed() {
            return CompletableFuture.failedFuture(new StackOverflowError());
        }

        @SkillAction(path = "fine")
        public String fine() {
            return "fine";
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = daemon(new Rogue()).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overflow",
                "linkage",
                "null",
                "message",
                "error-message",
                "constructor",
                "cycle",
                "endless",
                "thread",
                "death"
            })
    void itIsAnsweredWith500AndTheNextCallIsServed(String path) {
        for (int i = 0; i < 40; i++) {
            assertThat(post(daemon, "/" + path, "{\"payload\": {\"number\": 1}}")
                            .then()
                            .statusCode(500)
                            .extract()
                            .asString())
                    .contains("failed. The cause is in the skill's log")
                    .doesNotContain("Exception", "StackOverflow", "\tat ");
        }
        post(daemon, "/fine", "{}").then().statusCode(200);
    }
}
