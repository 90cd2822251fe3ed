package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Session;
import io.skillsdk.fabric.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every platform does with sessions. */
interface SessionContract extends FabricUnderTest {

    record Cart(List<String> items, int total) {}

    @Test
    default void aSessionValueComesBackAsItWas() {
        Session session = fabric().session();
        session.put("cart", new Cart(List.of("a", "b"), 7));
        assertThat(session.get("cart", Cart.class)).contains(new Cart(List.of("a", "b"), 7));
    }

    @Test
    default void aSecondWriteLeavesOtherKeysAsTheyAre() {
        Session session = fabric().session();
        session.put("x", 1);
        session.put("y", "two");
        session.putAll(Map.of("z", true, "x", 3));
        assertThat(session.state()).containsOnly(entry("x", 3), entry("y", "two"), entry("z", true));
    }

    @Test
    default void aSessionThatThereIsNotReadsAsEmpty() {
        Session session = fabric().sessions().of("nobody");
        assertThat(session.state()).isEmpty();
        assertThat(session.get("x", String.class)).isEmpty();
        assertThat(session.delete()).isFalse();
    }

    @Test
    default void aNullLooksLikeNothing() {
        Session session = fabric().session();
        session.put("x", null);
        assertThat(session.get("x", String.class)).isEmpty();
        assertThat(session.state()).containsEntry("x", null);
    }

    @Test
    default void keysMayHaveAnyCharacters() {
        Session session = fabric().sessions().of("a/b c?d#e");
        session.put("a&b=c/d é", "v");
        assertThat(session.get("a&b=c/d é", String.class)).contains("v");
        assertThat(fabric().sessions().of("a").state()).isEmpty();
        assertThat(session.delete()).isTrue();
    }

    @Test
    default void aSessionEndsAfterItsTimeAndEachWriteRenewsIt() {
        Session session = fabric().sessions().start(Duration.ofSeconds(60));
        session.put("x", 1);
        clock().advance(Duration.ofSeconds(50));
        session.put("y", 2);
        clock().advance(Duration.ofSeconds(50));
        assertThat(session.state()).containsOnlyKeys("x", "y");
        clock().advance(Duration.ofSeconds(10));
        assertThat(session.state()).isEmpty();
    }

    @Test
    default void aSessionStartsWithIdStateAndDescription() {
        Session session = fabric().sessions()
                .start(new Sessions.Start("s1", Duration.ofMinutes(5), "a \"cart\"", Map.of("n", 1)));
        assertThat(session.id()).isEqualTo("s1");
        assertThat(session.get("n", Integer.class)).contains(1);
        assertThat(fabric().sessions().list(10))
                .contains(new Sessions.Summary("s1", Duration.ofMinutes(5), "a \"cart\""));
    }

    @Test
    default void stateIsReadAsAnObject() {
        Session session = fabric().session();
        session.putAll(new Cart(List.of("a"), 1));
        assertThat(session.state(Cart.class)).isEqualTo(new Cart(List.of("a"), 1));
    }

    @Test
    default void anEmptyWriteIsInvalid() {
        FabricUnderTest.assertReason(Reason.INVALID, () -> fabric().session().putAll(Map.of()));
        FabricUnderTest.assertReason(Reason.INVALID, () -> fabric().session().putAll("text"));
        FabricUnderTest.assertReason(Reason.INVALID, () -> fabric().session().put("sess.ttl", 1));
    }

    @Test
    default void aWriteOfMoreThanTheLimitIsTooLarge() {
        FabricUnderTest.assertReason(Reason.TOO_LARGE, () -> fabric().session().put("x", "a".repeat(600_000)));
    }

    @Test
    default void aValueThatDoesNotFitIsNamedAndNotShown() {
        fabric().session().put("n", "s3cr3t-value");
        assertThatThrownBy(() -> fabric().session().get("n", Integer.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("'n'")
                .hasMessageNotContaining("s3cr3t-value");
    }
}
