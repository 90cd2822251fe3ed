package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.Activations.Activation;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Documents.Document;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Invocations.Answer;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every platform does with models, types, skills, agents, GraphQL and all else. */
interface CallContract extends FabricUnderTest {

    @Test
    default void modelsAndTypesAreDocuments() {
        fabric().models().save(Map.of("name", "ns/m", "title", "M", "status", "trained"));
        Document model = fabric().models().get("ns/m");
        assertThat(model.title()).isEqualTo("M");
        assertThat(model.fields()).containsEntry("status", "trained");
        assertThat(fabric().models().list()).extracting(Document::name).containsExactly("ns/m");
        fabric().types().save(Map.of("name", "T", "parameters", List.of()));
        assertThat(fabric().types().find("T")).isPresent();
        assertThat(fabric().types().find("U")).isEmpty();
        assertThat(fabric().models().delete("ns/m")).isTrue();
        assertThat(fabric().models().delete("ns/m")).isFalse();
    }

    @Test
    default void aSkillAnswersAtOnceOrLater() {
        platform().project(fabric().projectId()).skills().put("ns/count", payload -> Map.of("got", payload));
        Answer<Object> now =
                fabric().skills().invoke(Invocation.of("ns/count", "in put").payload(Map.of("n", 1)), Object.class);
        assertThat(now.payload()).isEqualTo(Map.of("got", Map.of("n", 1)));
        String id = fabric().skills().start(Invocation.of("ns/count", "input").payload(Map.of("n", 2)));
        assertThat(fabric().activations().await(id, Object.class).payload()).isEqualTo(Map.of("got", Map.of("n", 2)));
        Activation activation = fabric().activations().get(id);
        assertThat(activation.status()).isEqualTo("COMPLETE");
        assertThat(activation.hasEnded()).isTrue();
        fabric().activations().cancel(id);
        assertThat(fabric().activations().list(Map.of(), 10))
                .extracting(Activation::id)
                .contains(id);
    }

    @Test
    default void aSkillThatFailsOrIsNotThereIsAnException() {
        platform().project(fabric().projectId()).agents().put("bad", payload -> {
            throw new IllegalArgumentException("no such row");
        });
        assertThatThrownBy(() -> fabric().agents().invoke(Invocation.of("bad", "s"), Object.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("no such row");
        String id = fabric().agents().start(Invocation.of("bad", "s"));
        assertThatThrownBy(() -> fabric().activations().await(id, Object.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("ERROR");
        FabricUnderTest.assertReason(
                Reason.NOT_FOUND, () -> fabric().skills().invoke(Invocation.of("none", "i"), Object.class));
    }

    @Test
    default void graphqlGivesDataAndItsErrorsAreErrors() {
        platform()
                .graphql(request -> request.get("query").text().contains("bad")
                        ? JsonDocument.of(Map.of("errors", List.of(Map.of("message", "no such field"))))
                        : JsonDocument.of(Map.of("data", Map.of("echo", request.get("variables")))));
        assertThat(fabric().graphql("{ q }", Map.of("a", 1), Object.class)).isEqualTo(Map.of("echo", Map.of("a", 1)));
        assertThatThrownBy(() -> fabric().graphql("{ bad }", Map.of(), Object.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("no such field");
    }

    @Test
    default void anotherProjectHasItsOwnThings() {
        fabric().content().upload("a", ContentBody.of("mine"));
        Fabric shared = fabric().project("shared/ü");
        assertThat(shared.content().exists("a")).isFalse();
        shared.content().upload("a", ContentBody.of("theirs"));
        assertThat(fabric().content().download("a").text(10)).isEqualTo("mine");
        FabricUnderTest.assertReason(Reason.INVALID, () -> fabric().project(".."));
    }

    @Test
    default void everyOtherCallGoesThroughRaw() {
        fabric().models().save(Map.of("name", "a/b"));
        assertThat(fabric().raw().get("/projects/{p}/models/{m}", Object.class, fabric().projectId(), "a/b"))
                .isEqualTo(Map.of("name", "a/b"));
        assertThatThrownBy(() -> fabric().raw().get("projects/{p}/models/{m}", Object.class, "p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 names");
        assertThatThrownBy(() -> fabric().raw().get("projects/../x", Object.class))
                .isInstanceOf(IllegalArgumentException.class);
        FabricUnderTest.assertReason(Reason.INVALID, () -> fabric().raw().get("projects/{p}/x", Object.class, ".."));
    }
}
