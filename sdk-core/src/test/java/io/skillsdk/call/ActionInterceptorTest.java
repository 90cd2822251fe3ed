package io.skillsdk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillException;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActionInterceptorTest {

    record Text(String text) {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Audited {
        String value();
    }

    /** Made by the SDK. */
    static final class Doubling implements ActionInterceptor {
        @Override
        public Object intercept(InterceptedCall call) throws Exception {
            return call.proceed() + "" + call.proceed();
        }
    }

    static final class Bracketing implements ActionInterceptor {
        @Override
        public Object intercept(InterceptedCall call) throws Exception {
            return "<" + call.proceed() + ">";
        }
    }

    static final class Actions {
        final AtomicInteger calls = new AtomicInteger();

        @SkillAction
        @Audited("upper")
        String upper(Text payload, SkillRequest<Text> request, SkillContext context) {
            calls.incrementAndGet();
            assertThat(request.payload()).isSameAs(payload);
            return payload.text().toUpperCase(java.util.Locale.ROOT);
        }

        @SkillAction
        CompletionStage<String> later(Text payload) {
            return CompletableFuture.supplyAsync(payload::text);
        }

        @SkillAction
        Object throwing() throws Throwable {
            throw new IOException("secret cause");
        }
    }

    @InterceptedBy(Bracketing.class)
    static final class Annotated {
        @SkillAction
        @InterceptedBy(Doubling.class)
        String both() {
            return "x";
        }

        @SkillAction
        String one() {
            return "y";
        }
    }

    private final Actions actions = new Actions();

    private final SkillTester tester = SkillTester.of(actions).action("upper");

    @Test
    void payloadAndResultAreSeenAndReplacedInTypedForm() {
        TestResponse answer = tester.interceptor(call -> {
                    Text text = (Text) call.request().payload();
                    return call.proceed(new Text(text.text() + "b")) + "!";
                })
                .invoke(new Text("a"));
        assertThat(answer.json()).isEqualTo("{\"payload\":\"AB!\"}");
    }

    @Test
    void aCallIsRefusedBeforeItsAction() {
        TestResponse answer = tester.interceptor(call -> {
                    if (call.context().header("X-Key").isEmpty()) {
                        throw SkillException.unauthorized("Send an X-Key.");
                    }
                    return call.proceed();
                })
                .invoke(new Text("a"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error().detail()).isEqualTo("Send an X-Key.");
        assertThat(actions.calls).hasValue(0);
    }

    @Test
    void anInvalidPayloadReachesNoInterceptor() {
        assertThat(tester.interceptor(call -> "never").invoke(Map.of("text", 5)).status())
                .isEqualTo(400);
    }

    @Test
    void interceptorsStandInTheOrderInWhichTheyWereGiven() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        tester.interceptor(noting("first", order))
                .interceptor(noting("second", order))
                .invoke(new Text("a"));
        assertThat(order).containsExactly("first in", "second in", "second out", "first out");
    }

    private static ActionInterceptor noting(String name, List<String> order) {
        return call -> {
            order.add(name + " in");
            Object result = call.proceed();
            order.add(name + " out");
            return result;
        };
    }

    @Test
    void theyRunOnTheThreadOfTheAction() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        tester.interceptor(call -> {
                    threads.add(Thread.currentThread());
                    return call.proceed();
                })
                .invoke(new Text("a"));
        assertThat(threads)
                .singleElement()
                .satisfies(thread -> assertThat(thread.getName()).isEqualTo("skill-invoke-upper"));
    }

    @Test
    void thoseOfTheAnnotationsStandInside() {
        SkillTester annotated = SkillTester.of(new Annotated());
        assertThat(annotated.action("both").invoke(null).payload(String.class)).isEqualTo("<xx>");
        assertThat(annotated.action("one").invoke(null).payload(String.class)).isEqualTo("<y>");
        assertThat(annotated
                        .interceptor(call -> "(" + call.proceed() + ")")
                        .action("both")
                        .invoke(null)
                        .payload(String.class))
                .isEqualTo("(<xx>)");
    }

    @Test
    void anInterceptorChoosesByAnAnnotationOfTheAction() {
        ActionInterceptor audit =
                call -> call.annotation(Audited.class).isPresent() ? call.proceed() + " audited" : call.proceed();
        assertThat(tester.interceptor(audit).invoke(new Text("a")).payload(String.class))
                .isEqualTo("A audited");
        assertThat(tester.interceptor(audit)
                        .action("later")
                        .invoke(new Text("a"))
                        .payload(String.class))
                .isEqualTo("a");
    }

    @Test
    void theStageOfAnAsynchronousActionIsItsResult() {
        ActionInterceptor later = call -> ((CompletionStage<?>) call.proceed()).thenApply(result -> result + " later");
        assertThat(tester.action("later")
                        .interceptor(later)
                        .invoke(new Text("a"))
                        .payload(String.class))
                .isEqualTo("a later");
    }

    @Test
    void anInterceptorMayAnswerByItself() {
        assertThat(tester.interceptor(call -> SkillResponse.to("cached", "from the cache"))
                        .invoke(new Text("a"))
                        .json())
                .isEqualTo("{\"payload\":\"from the cache\",\"outputName\":\"cached\"}");
        assertThat(actions.calls).hasValue(0);
    }

    @Test
    void whatComesOutOfTheActionReachesTheInterceptor() {
        assertThat(tester.action("throwing")
                        .interceptor(call -> {
                            try {
                                return call.proceed();
                            } catch (IOException e) {
                                throw SkillException.badGateway("The store does not answer.", e);
                            }
                        })
                        .invoke(null)
                        .status())
                .isEqualTo(502);
        assertThat(tester.action("throwing")
                        .interceptor(InterceptedCall::proceed)
                        .invoke(null)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void anotherTypeOfPayloadIsAFailureOfTheInterceptor() {
        TestResponse answer = tester.interceptor(call -> call.proceed("text")).invoke(new Text("a"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json()).doesNotContain("ClassCast");
    }

    static final class NeedsSomething implements ActionInterceptor {
        NeedsSomething(String something) {}

        @Override
        public Object intercept(InterceptedCall call) {
            return null;
        }
    }

    static final class Lacking {
        @SkillAction
        @InterceptedBy(NeedsSomething.class)
        Object lacking() {
            return 1;
        }
    }

    @Test
    void anInterceptorThatCannotBeMadeIsRefusedAtStart() {
        assertThatThrownBy(() -> SkillTester.of(new Lacking()))
                .hasMessage(
                        "The action Lacking.lacking() cannot work: its interceptor NeedsSomething needs a constructor"
                                + " without parameters. Give it one, or give an instance to the daemon.");
    }
}
