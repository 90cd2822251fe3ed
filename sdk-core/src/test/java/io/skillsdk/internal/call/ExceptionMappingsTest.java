package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ExceptionMappingsTest {

    static class NotThere extends Exception {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }
    }

    static final class NoSuchCustomer extends NotThere {
        private static final long serialVersionUID = 1L;

        NoSuchCustomer(String message) {
            super(message);
        }
    }

    static final class Quota extends SkillException {
        private static final long serialVersionUID = 1L;

        Quota() {
            super(403, "No more.");
        }
    }

    static final class Throws {
        private final Throwable thrown;

        Throws(Throwable thrown) {
            this.thrown = thrown;
        }

        @SkillAction
        Object now() throws Throwable {
            throw thrown;
        }

        @SkillAction
        CompletionStage<Object> later() {
            return CompletableFuture.failedFuture(new CompletionException(thrown));
        }
    }

    private static TestResponse answer(Throwable thrown, String action) {
        return SkillTester.of(new Throws(thrown))
                .onException(NotThere.class, e -> SkillException.notFound(e.getMessage()))
                .onException(RuntimeException.class, e -> SkillException.badGateway("The store is down.", null))
                .onException(Error.class, e -> {
                    throw new IllegalStateException("secret cause");
                })
                .action(action)
                .invoke(null);
    }

    @Test
    void anExceptionOfTheDomainIsAnsweredAsItsMappingSays() {
        for (String action : new String[] {"now", "later"}) {
            TestResponse answer = answer(new NotThere("There is no such customer."), action);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.error().detail()).isEqualTo("There is no such customer.");
        }
    }

    @Test
    void theNearestTypeCounts() {
        SkillTester tester = SkillTester.of(new Throws(new NoSuchCustomer("c-1")))
                .onException(Exception.class, e -> SkillException.conflict("far"))
                .onException(NoSuchCustomer.class, e -> SkillException.notFound("near"))
                .onException(NotThere.class, e -> SkillException.forbidden("middle"));
        assertThat(tester.action("now").invoke(null).error().detail()).isEqualTo("near");
    }

    @Test
    void anExceptionInsideTheWrappersOfTheJdkIsMapped() {
        assertThat(answer(new ExecutionException(new NoSuchCustomer("c-1")), "now")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSkillExceptionKeepsItsStatusUnlessANearerMappingTakesIt() {
        assertThat(answer(new SkillException(412, "First init."), "now").status())
                .isEqualTo(412);
        assertThat(answer(new Quota(), "now").status()).isEqualTo(403);
        assertThat(SkillTester.of(new Throws(new Quota()))
                        .onException(Quota.class, e -> SkillException.tooManyRequests("Later."))
                        .action("now")
                        .invoke(null)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void whatNothingMapsIsA500() {
        assertThat(answer(new Exception("secret cause"), "now").status()).isEqualTo(500);
    }

    @Test
    void aMappingThatThrowsIsA500AndOneThatThrowsAnAnswerIsThatAnswer() {
        TestResponse answer = answer(new AssertionError("on purpose"), "now");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json()).doesNotContain("secret cause");
        assertThat(SkillTester.of(new Throws(new NotThere("x")))
                        .onException(NotThere.class, e -> {
                            throw SkillException.notFound("Thrown.");
                        })
                        .action("now")
                        .invoke(null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMappingThatReturnsNothingIsA500() {
        assertThat(SkillTester.of(new Throws(new NotThere("x")))
                        .onException(NotThere.class, e -> null)
                        .action("now")
                        .invoke(null)
                        .status())
                .isEqualTo(500);
    }
}
