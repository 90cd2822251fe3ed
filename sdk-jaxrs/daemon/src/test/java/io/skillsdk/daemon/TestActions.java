package io.skillsdk.daemon;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Actions that every door over HTTP is tested with. */
public final class TestActions {

    public record Text(@SkillParameter(required = true) String text) {}

    public record Count(int words) {}

    @SkillAction
    public Count count(Text payload) {
        return new Count(payload.text().split(" ").length);
    }

    @SkillAction(path = "later")
    public CompletionStage<SkillResponse<Count>> later(Text payload) {
        return CompletableFuture.supplyAsync(() -> SkillResponse.to("out", count(payload)));
    }

    @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
    public Map<String, Object> profile(@PathParameter("id") int id, SkillContext context) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", id);
        result.put("q", context.queryParameter("q").orElse("-"));
        result.put("header", context.header("x-test").orElse("-"));
        return result;
    }

    @SkillAction(path = "profiles/{id}", method = HttpMethod.DELETE)
    public void delete(@PathParameter("id") int id) {}

    @SkillAction(path = "put", method = HttpMethod.PUT)
    public Count put(Text payload) {
        return count(payload);
    }

    @SkillAction(path = "large")
    public String large() {
        return "abc ".repeat(10_000);
    }

    @SkillAction(path = "refuse")
    public void refuse() {
        throw new SkillException(422, "No.");
    }

    @SkillAction(path = "fail")
    public void fail() {
        throw new IllegalStateException("the cause");
    }
}
