package io.skillsdk.internal.fabric.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content, secrets, connections and documents, as they are answered to any client. */
class StandInContentTest {

    private final Asking asking = new Asking(SessionForm.BARE);

    @Test
    void itKeepsFilesAsAMapDoes() {
        Random random = new Random(1);
        TreeMap<String, String> model = new TreeMap<>();
        for (int step = 0; step < 1500; step++) {
            String key = List.of("a", "a/b", "a/b c", "a%b", "ä/😀", "ab", "b").get(random.nextInt(7));
            String url = "content/" + UrlText.path(key, "x");
            switch (random.nextInt(5)) {
                case 0 -> {
                    String text = "t" + random.nextInt(100);
                    assertThat(asking.post(url, text).json().get("Key").text()).isEqualTo(key);
                    model.put(key, text);
                }
                case 1 ->
                    assertThat(asking.ask("DELETE", url, "").status()).isEqualTo(model.remove(key) == null ? 404 : 200);
                case 2 -> {
                    Asking.Answer head = asking.ask("HEAD", url, "");
                    assertThat(head.status()).isEqualTo(model.containsKey(key) ? 200 : 404);
                    if (model.containsKey(key)) {
                        assertThat(head.wire().length())
                                .isEqualTo(model.get(key).length());
                        assertThat(head.wire().headers()).containsKeys("etag", "content-type", "last-modified");
                    }
                }
                case 3 -> {
                    String prefix = List.of("", "a", "a/", "b", "ä", "z").get(random.nextInt(6));
                    int skip = random.nextInt(4);
                    int limit = 1 + random.nextInt(4);
                    assertThat(asking.get("content?filter=" + UrlText.query(prefix, "x") + "&skip=" + skip + "&limit="
                                            + limit)
                                    .json()
                                    .elements())
                            .as("step %d", step)
                            .extracting(entry -> entry.get("Key").text())
                            .isEqualTo(model.keySet().stream()
                                    .filter(each -> each.startsWith(prefix))
                                    .skip(skip)
                                    .limit(limit)
                                    .toList());
                }
                default -> assertThat(asking.get(url).status()).isEqualTo(model.containsKey(key) ? 200 : 404);
            }
        }
    }

    @Test
    void theEtagChangesWithTheBytesAndOnlyWithThem() {
        String first = asking.post("content/a", "one").json().get("ETag").text();
        String same = asking.post("content/b", "one").json().get("ETag").text();
        String other = asking.post("content/a", "two").json().get("ETag").text();
        assertThat(first).isEqualTo(same).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"POST, content", "DELETE, content", "PUT, content/a", "PATCH, content/a"})
    void withoutAKeyOrWithAnotherMethodNothingIsKept(String method, String call) {
        assertThat(asking.ask(method, call, "x").status()).isGreaterThanOrEqualTo(400);
        assertThat(asking.get("content").json().elements()).isEmpty();
    }

    @Test
    void aSecretIsShownInsideAloneAndMissingOnesOfSeveralAreAbsent() {
        asking.post("secrets/a", "{\"value\":{\"k\":1}}");
        asking.post("secrets/b%2Fc", "{\"value\":\"v\"}");
        assertThat(asking.get("secrets/a").text()).doesNotContain("k");
        assertThat(asking.get("secrets?keys=a").text()).isEqualTo("{}");
        assertThat(asking.get("/internal/projects/p/secrets/a").text()).isEqualTo("{\"value\":{\"k\":1}}");
        assertThat(asking.get("/internal/projects/p/secrets/?keys=none,b%2Fc").text())
                .isEqualTo("{\"b/c\":{\"value\":\"v\"}}");
        assertThat(asking.get("/internal/projects/p/secrets/none").status()).isEqualTo(404);
        assertThat(asking.get("/internal/projects/p/content/a").status()).isEqualTo(404);
        assertThat(asking.get("secrets?list=true").text()).isEqualTo("[\"a\",\"b/c\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\":null}", "\"v\"", "[]", ""})
    void aSecretWithoutAValueIsRefused(String body) {
        assertThat(asking.post("secrets/a", body).status()).isEqualTo(400);
        assertThat(asking.get("secrets?list=true").text()).isEqualTo("[]");
    }

    /** As the vendor's local stand-in does. */
    @Test
    void aConnectionWhoseSecretIsMissingIsABadRequestAndNotAbsent() {
        asking.post(
                "connections",
                "{\"name\":\"c\",\"connectionType\":\"mongo\",\"params\":[{\"name\":\"uri\",\"value\":\"#SECURE.pw\"}]}");
        Asking.Answer refused = asking.get("/internal/projects/p/connections/c");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").text()).contains("pw");
        asking.post("secrets/pw", "{\"value\":\"v\"}");
        assertThat(asking.get("/internal/projects/p/connections/c").text()).contains("\"value\":\"v\"");
        assertThat(asking.get("connections/c").text()).contains("#SECURE.pw");
    }

    @Test
    void eachProjectHasItsOwnThings() {
        asking.post("content/a", "mine");
        assertThat(asking.get("/fabric/v4/projects/q/content/a").status()).isEqualTo(404);
        assertThat(asking.get("/fabric/v4/projects").status()).isEqualTo(404);
        assertThat(asking.get("/elsewhere").status()).isEqualTo(404);
    }
}
