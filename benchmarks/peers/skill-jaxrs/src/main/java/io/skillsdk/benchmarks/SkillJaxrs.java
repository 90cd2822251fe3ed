package io.skillsdk.benchmarks;

import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.StringTokenizer;

/** The SDK with one JAX-RS component of its author: the same actions as {@code Skill}, and a response filter. */
public final class SkillJaxrs {

    public record Text(String text) {}

    public record Nap(String text, long millis) {}

    public record Count(int words) {}

    /** Adds a header. */
    public static final class Header implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle("X-Benchmark", "yes");
        }
    }

    @SkillAction(path = "invoke")
    public Count count(Text payload) {
        return new Count(new StringTokenizer(payload.text()).countTokens());
    }

    @SkillAction(path = "sleep")
    public Count sleep(Nap payload) throws InterruptedException {
        Thread.sleep(payload.millis());
        return count(new Text(payload.text()));
    }

    public static void main(String[] args) {
        SkillDaemon.of(new SkillJaxrs())
                .register(new Header())
                .set("daemon.host", "127.0.0.1")
                .set("daemon.port", args[0])
                .run();
    }
}
