package io.skillsdk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.skillsdk.Secret;
import io.skillsdk.SkillAction;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions that use the platform, without one. */
@Timeout(60)
class InMemoryFabricTest {

    record Item(String name) {}

    record Cart(List<String> items) {}

    /** As a skill would have it. */
    static final class Shop {

        final AtomicReference<Fabric> kept = new AtomicReference<>();

        @SkillAction
        public Cart add(Item payload, Fabric fabric) {
            kept.set(fabric);
            Session session = fabric.session();
            Cart cart = session.get("cart", Cart.class).orElse(new Cart(List.of()));
            Cart more = new Cart(
                    java.util.stream.Stream.concat(cart.items().stream(), java.util.stream.Stream.of(payload.name()))
                            .toList());
            session.put("cart", more);
            return more;
        }
    }

    static final class Later {
        final AtomicReference<Throwable> afterwards = new AtomicReference<>();

        final CountDownLatch go = new CountDownLatch(1);

        @SkillAction
        public CompletionStage<String> ask(Fabric fabric) {
            return CompletableFuture.supplyAsync(() -> {
                await(go);
                return String.valueOf(fabric.content().exists("a"));
            });
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static final class Asking {
        @SkillAction
        public long ask(Map<String, Object> payload, Fabric fabric) {
            return fabric.content().list("").count();
        }
    }

    static final class Leaking {
        @SkillAction
        public Map<String, Object> leak(Fabric fabric) {
            return Map.of("secret", fabric.secrets().get("s"));
        }
    }

    static final class ReturnsSecret {
        @SkillAction
        public Secret leak(Fabric fabric) {
            return fabric.secrets().get("s");
        }
    }

    private final InMemoryFabric platform = new InMemoryFabric();

    @Test
    void anActionKeepsStateInTheSessionOfItsCall() {
        SkillTester tester = SkillTester.of(new Shop()).fabric(platform);
        tester.sessionId("s1").invoke(new Item("a"));
        tester.sessionId("s2").invoke(new Item("x"));
        TestResponse answer = tester.sessionId("s1").invoke(new Item("b"));
        assertThat(answer.payload(Cart.class)).isEqualTo(new Cart(List.of("a", "b")));
        assertThat(platform.sessionOf("s1")).containsOnly(entry("cart", Map.of("items", List.of("a", "b"))));
        assertThat(platform.calls()).contains("POST sessions/s1", "GET sessions/s2");
    }

    @Test
    void theFabricOfACallIsOfNoUseAfterItsAnswer() {
        Shop shop = new Shop();
        SkillTester.of(shop).fabric(platform).invoke(new Item("a"));
        Fabric kept = shop.kept.get();
        assertThatThrownBy(() -> kept.session().state())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("valid within its call only");
    }

    @Test
    void anAsynchronousActionMayUseItUntilItsStageCompletes() {
        Later later = new Later();
        later.go.countDown();
        assertThat(SkillTester.of(later).fabric(platform).invoke(Map.of()).payload(String.class))
                .isEqualTo("false");
    }

    @Test
    void anAsynchronousActionMayNotUseItAfterItsDeadline() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Object action = new Object() {
            @SkillAction
            public CompletionStage<String> ask(Fabric fabric) {
                CompletableFuture<String> never = new CompletableFuture<>();
                new Thread(() -> {
                            Later.await(go);
                            try {
                                fabric.content().exists("a");
                                thrown.complete(new AssertionError("it was asked"));
                            } catch (Throwable e) {
                                thrown.complete(e);
                            }
                        })
                        .start();
                return never;
            }
        };
        TestResponse answer = SkillTester.of(action)
                .fabric(platform)
                .timeout(Duration.ofSeconds(2))
                .invoke(Map.of());
        go.countDown();
        assertThat(answer.status()).isEqualTo(504);
        assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_MISSING,502",
        "TOKEN_REFUSED,502",
        "FORBIDDEN,502",
        "UNAVAILABLE,502",
        "UNREADABLE_ANSWER,502",
        "TIMED_OUT,504",
        "INTERRUPTED,504",
        "BUSY,429",
        "INVALID,500",
        "CONFLICT,500",
        "TOO_LARGE,500"
    })
    void eachFailureOfThePlatformHasItsAnswer(Reason reason, int status) {
        platform.failNext(FabricResource.CONTENT, reason);
        TestResponse answer = SkillTester.of(new Asking())
                .fabric(platform)
                .field("activationId", "act-7")
                .invoke(Map.of());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json())
                .contains("the action 'ask'".substring(3))
                .contains("under this activation's id")
                .doesNotContain("FabricException", "content 'a'", "jwt", "503");
    }

    @Test
    void aCallWithoutTimeForThePlatformIsA504() {
        platform.delay(Duration.ofSeconds(20));
        TestResponse answer = SkillTester.of(new Asking())
                .fabric(platform)
                .timeout(Duration.ofSeconds(2))
                .invoke(Map.of());
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.json()).contains("The platform did not answer the action 'ask' in time");
    }

    @Test
    void anExpiredTokenIsNeverTakenForAbsence() {
        platform.expireToken();
        assertThatThrownBy(() -> platform.fabric().content().exists("a"))
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOKEN_REFUSED));
        assertThat(SkillTester.of(new Asking())
                        .fabric(platform)
                        .invoke(Map.of())
                        .status())
                .isEqualTo(502);
    }

    @Test
    void aSecretDoesNotGetIntoAnAnswer() {
        platform.secret("s", "s3cr3t-value");
        TestResponse answer = SkillTester.of(new Leaking()).fabric(platform).invoke(Map.of());
        assertThat(answer.json()).doesNotContain("s3cr3t-value");
        assertThatThrownBy(() -> SkillTester.of(new ReturnsSecret())).hasMessageContaining("may hold secrets");
    }

    @Test
    void everythingCanBePutInAndLookedAt() {
        platform.secret("pw", "x")
                .connection("db", "mongo", Map.of("uri", "#SECURE.pw"))
                .content("a/b.txt", "text")
                .content("c.bin", ContentBody.of(new byte[] {1, 2}))
                .artifact("credit", "r1", "model", new byte[] {7})
                .artifact("credit", "r1", "encoder", new byte[] {8})
                .run("credit", "r2", Map.of("params", Map.of("depth", 3)))
                .session("s", Map.of("n", 1))
                .model(Map.of("name", "m"))
                .type(Map.of("name", "T"))
                .skill("echo", payload -> payload)
                .agent("twice", payload -> List.of(payload, payload))
                .graphql(request -> Map.of("data", Map.of("q", request.get("query"))));
        Fabric fabric = platform.fabric();
        assertThat(platform.calls()).isEmpty();
        assertThat(fabric.connections().get("db").mongo().uri()).isEqualTo("x");
        assertThat(fabric.content().download("a/b.txt").text(10)).isEqualTo("text");
        Experiment credit = fabric.experiments().get("credit");
        assertThat(credit.lastRun().id()).isEqualTo("r1");
        assertThat(credit.lastRun().artifacts()).containsExactlyInAnyOrder("model", "encoder");
        assertThat(credit.run("r2").params()).containsEntry("depth", 3);
        assertThat(fabric.sessions().of("s").get("n", Integer.class)).contains(1);
        assertThat(fabric.models().find("m")).isPresent();
        assertThat(fabric.types().find("T")).isPresent();
        assertThat(fabric.skills()
                        .invoke(Invocation.of("echo", "i").payload("hi"), String.class)
                        .payload())
                .isEqualTo("hi");
        assertThat(fabric.agents()
                        .invoke(Invocation.of("twice", "s").payload("hi"), Object.class)
                        .payload())
                .isEqualTo(List.of("hi", "hi"));
        assertThat(fabric.graphql("{x}", Map.of(), Object.class)).isEqualTo(Map.of("q", "{x}"));
        fabric.content().upload("new", ContentBody.of("n"));
        assertThat(platform.contentOf("new"))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly('n'));
        assertThat(platform.contentOf("none")).isEmpty();
    }

    @Test
    void anotherProjectIsFilledOnItsOwn() {
        platform.in("shared").secret("key", "v");
        assertThat(platform.fabric().secrets().find("key")).isEmpty();
        assertThat(platform.fabric().project("shared").secrets().get("key").reveal())
                .isEqualTo("v");
    }

    @Test
    void itsClockCanBeSet() {
        Instant now = Instant.parse("2026-06-01T10:00:00Z");
        platform.clock(Clock.fixed(now, ZoneOffset.UTC));
        Session session = platform.fabric().sessions().start(Duration.ofSeconds(10));
        session.put("a", 1);
        platform.clock(Clock.fixed(now.plusSeconds(11), ZoneOffset.UTC));
        assertThat(session.state()).isEmpty();
    }
}
