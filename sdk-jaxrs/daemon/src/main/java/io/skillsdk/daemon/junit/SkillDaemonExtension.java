package io.skillsdk.daemon.junit;

import io.skillsdk.daemon.SkillDaemon;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A daemon for the tests of a class, on a free port of this machine. In a static field it serves all tests of the class, in any
 * other field one test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SkillDaemonExtension DAEMON = SkillDaemonExtension.of(new WordCount());
 *
 * @Test
 * void wordsAreCounted() {
 *     given().baseUri(DAEMON.uri().toString()).body(...).post("/invoke").then().statusCode(200);
 * }
 * }</pre>
 *
 * <p>The extension sets {@code daemon.host} and {@code daemon.port}; all else is as the builder says. The daemon is stopped after the
 * tests, once the calls in flight have ended. Needs {@code junit-jupiter-api}, which a project that tests with JUnit has.
 */
public final class SkillDaemonExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final Supplier<SkillDaemon.Builder> described;

    private final Map<String, Supplier<String>> settings = new LinkedHashMap<>();

    private @Nullable SkillDaemon daemon;

    private boolean servesAll;

    private SkillDaemonExtension(Supplier<SkillDaemon.Builder> described) {
        this.described = described;
    }

    /**
     * Serves actions with the default settings.
     *
     * @param actions instances whose classes have {@code @SkillAction} methods
     * @return the extension
     */
    public static SkillDaemonExtension of(Object... actions) {
        return of(() -> SkillDaemon.builder(actions));
    }

    /**
     * Serves what a builder describes.
     *
     * @param described makes the builder, once for each start
     * @return the extension
     */
    public static SkillDaemonExtension of(Supplier<SkillDaemon.Builder> described) {
        return new SkillDaemonExtension(described);
    }

    /**
     * Sets a setting of the daemon or of the skill's own, as {@link SkillDaemon.Builder#set} does.
     *
     * @param name its whole name, such as {@code acme.db.url}
     * @param value its value
     * @return this extension
     */
    public SkillDaemonExtension set(String name, String value) {
        return set(name, () -> value);
    }

    /**
     * Sets a setting whose value is known only when the daemon starts, such as the address of a database that another extension starts.
     *
     * @param name its whole name, such as {@code acme.db.url}
     * @param value gives its value, once for each start
     * @return this extension
     */
    public SkillDaemonExtension set(String name, Supplier<String> value) {
        settings.put(name, value);
        return this;
    }

    /**
     * Returns the daemon.
     *
     * @return the daemon that serves the current test
     * @throws IllegalStateException outside of a test
     */
    public SkillDaemon daemon() {
        if (daemon == null) {
            throw new IllegalStateException(
                    "The daemon is not running. Annotate the field with @RegisterExtension, and use it within a test.");
        }
        return daemon;
    }

    /**
     * Returns the address of the daemon.
     *
     * @return a URI such as {@code http://127.0.0.1:43121/}
     * @throws IllegalStateException outside of a test
     */
    public URI uri() {
        return daemon().uri();
    }

    /**
     * Returns the port of the daemon.
     *
     * @return the port, 1 to 65535
     * @throws IllegalStateException outside of a test
     */
    public int port() {
        return daemon().port();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        servesAll = true;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!servesAll) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!servesAll) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void start() {
        SkillDaemon.Builder builder =
                described.get().set("daemon.host", "127.0.0.1").set("daemon.port", "0");
        settings.forEach((name, value) -> builder.set(name, value.get()));
        daemon = builder.start();
    }

    private void stop() {
        SkillDaemon running = daemon;
        daemon = null;
        if (running != null) {
            running.close();
        }
    }
}
