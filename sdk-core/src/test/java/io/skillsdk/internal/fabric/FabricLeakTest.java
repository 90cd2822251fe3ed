package io.skillsdk.internal.fabric;

import static io.skillsdk.internal.fabric.wire.RawServer.json;
import static io.skillsdk.internal.fabric.wire.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.internal.fabric.FabricTimeTest.Asking;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.GivenToken;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.wire.RawServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Token, secrets and values of connections show nowhere, whatever the platform answers. */
@Timeout(60)
@Isolated
class FabricLeakTest {

    private static final String TOKEN = "t0ken-LEAK";

    private static final String SECRET = "s3cret-LEAK";

    private static final List<Asking> CALLS = List.of(
            f -> f.session().state(),
            f -> f.session().put("a", 1),
            f -> f.session().get("a", Integer.class),
            f -> f.session().delete(),
            f -> f.secrets().get("s", Integer.class),
            f -> f.secrets().getAll("s", "t"),
            f -> f.secrets().save("s", SECRET),
            f -> f.connections().get("c").mongo(),
            f -> f.connections().get("c").as(Integer.class),
            f -> f.connections().get("c").number("uri"),
            f -> f.connections().save(ConnectionDefinition.of("c", "mongo", Map.of("uri", SECRET))),
            f -> f.content().exists("a"),
            f -> f.content().download("a").json(Integer.class),
            f -> f.content().download("a").lines(Integer.class).toList(),
            f -> f.content().upload("a", ContentBody.of("x")),
            f -> f.content().list("").toList(),
            f -> f.experiments().get("e").lastRun(),
            f -> f.experiments().get("e").startRun(),
            f -> f.models().get("m").as(Integer.class),
            f -> f.skills().invoke(Invocation.of("s", "i").payload(Map.of()), Integer.class),
            f -> f.activations().get("a"),
            f -> f.graphql("{a}", Map.of(), Integer.class),
            f -> f.raw().get("x", Integer.class));

    /** A platform that repeats all it is told, as badly as it can. */
    private static final List<RawServer.Script> ANSWERS = List.of(
            json(
                    200,
                    "{\"value\":\"" + SECRET + "\",\"state\":{\"a\":\"" + SECRET + "\"},\"data\":\"" + SECRET
                            + "\",\"name\":\"c\",\"connectionType\":\"mongo\",\"params\":[{\"name\":\"uri\",\"value\":\""
                            + SECRET
                            + "\"}],\"response\":\"" + SECRET + "\"}"),
            json(200, "\"" + SECRET + "\""),
            json(200, "[\"" + SECRET + "\"]"),
            json(400, "{\"message\":\"bad token " + TOKEN + "\"}"),
            json(401, "{\"error\":\"Bearer " + TOKEN + "\"}"),
            json(500, "{\"message\":\"x\",\"details\":[{\"message\":\"" + TOKEN + "\"}]}"),
            json(200, "{\"success\":false,\"message\":\"" + TOKEN + "\"}"),
            reply("200 OK", "text/plain", "you sent " + TOKEN),
            reply(
                    "302 Found",
                    "text/plain",
                    "",
                    "X-Auth-Error: " + TOKEN + " expired",
                    "Location: http://x/?t=" + TOKEN),
            reply("307 X", "text/html", TOKEN, "Location: http://x/?t=" + TOKEN),
            RawServer.cut(),
            (request, out) -> {
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"a\":\"" + SECRET).getBytes());
                return false;
            });

    @Test
    void nothingOfItIsInLogsExceptionsUrlsOrThreadNames() throws Exception {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                log.add(event.getThreadName()
                        + event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        appender.start();
        root.addAppender(appender);
        try {
            for (RawServer.Script answer : ANSWERS) {
                try (RawServer server = new RawServer(answer)) {
                    TestPlatform platform = new TestPlatform(
                            server.url(), FabricSettings.DEFAULTS.retries(1).sessionForm(SessionForm.WRAPPED));
                    Fabric fabric = platform.call(TOKEN, Duration.ofSeconds(30)).fabric();
                    CALLS.forEach(call -> log.add(thrown(fabric, call)));
                    server.requests().forEach(request -> log.add(request.line()));
                    log.add(fabric + " " + fabric.session() + fabric.content() + fabric.secrets());
                }
            }
            Thread.getAllStackTraces().keySet().forEach(thread -> log.add(thread.getName()));
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
        }
        assertThat(log).hasSizeGreaterThan(CALLS.size() * ANSWERS.size());
        assertThat(log).noneMatch(line -> line.contains("LEAK"));
    }

    @Test
    void valuesThatHoldSecretsDoNotShowThem() {
        FabricCall call = new FabricCall("http://h", TOKEN, "p", "s", "a", null, Map.of("x-request-id", "r"));
        ConnectionDefinition connection = ConnectionDefinition.of("c", "mongo", Map.of("uri", SECRET));
        assertThat(List.of(
                        call.toString(),
                        connection.toString(),
                        connection.mongo().toString(),
                        io.skillsdk.Secret.of(SECRET).toString(),
                        new GivenToken(TOKEN, java.time.Clock.systemUTC()).toString(),
                        Platform.overHttp(FabricSettings.DEFAULTS).open(call).toString(),
                        io.skillsdk.internal.fabric.json.JsonDocument.of(SECRET).toString()))
                .noneMatch(text -> text.contains("LEAK"));
    }

    private static String thrown(Fabric fabric, Asking asking) {
        try {
            asking.ask(fabric);
            return "";
        } catch (Exception e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
    }
}
