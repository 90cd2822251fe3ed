package io.skillsdk.daemon;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A daemon in a process of its own. */
final class DaemonUnderTest implements AutoCloseable {

    private static final Pattern SERVING = Pattern.compile(" on http://127.0.0.1:(\\d+), \\d+ ms");

    /** A shell has what it runs in the background ignore Ctrl-C, and all that this starts: as from a terminal. */
    private static final List<String> AS_FROM_A_TERMINAL = List.of("env", "--default-signal=INT,HUP");

    private final Process process;

    private final List<String> said = new CopyOnWriteArrayList<>();

    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private final Thread reader;

    private DaemonUnderTest(Process process) {
        this.process = process;
        this.reader = new Thread(this::listen, "said");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it, on a free port, and waits until it serves. */
    static DaemonUnderTest start(Class<?> main, String... args) throws IOException {
        return serving(launch(List.of(), List.of(), main, onFreePort(args)));
    }

    /** The same with options for its JVM. */
    static DaemonUnderTest startWith(List<String> options, Class<?> main) throws IOException {
        return serving(launch(AS_FROM_A_TERMINAL, options, main, onFreePort()));
    }

    /** The same with environment variables. */
    static DaemonUnderTest startWith(Map<String, String> environment, Class<?> main) throws IOException {
        List<String> env = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> env.add(name + "=" + value));
        return serving(launch(env, List.of(), main, onFreePort()));
    }

    /** The same in a process that may open so many files. */
    static DaemonUnderTest startWithFiles(int most, Class<?> main) throws IOException {
        List<String> shell = List.of("sh", "-c", "ulimit -n " + most + " && exec \"$0\" \"$@\"");
        return serving(launch(shell, List.of(), main, onFreePort()));
    }

    /** Starts it, whether it serves or not. */
    static DaemonUnderTest launch(Class<?> main, String... args) throws IOException {
        return launch(AS_FROM_A_TERMINAL, List.of(), main, List.of(args));
    }

    /** Starts it with options for its JVM, whether it serves or not. */
    static DaemonUnderTest launchWith(List<String> options, Class<?> main) throws IOException {
        return launch(AS_FROM_A_TERMINAL, options, main, List.of());
    }

    /** Starts it with another class path, whether it serves or not. */
    static DaemonUnderTest launchOn(String classPath, Class<?> main) throws IOException {
        return launch(List.of(), List.of(), classPath, main, onFreePort());
    }

    /** Starts a program that is in no class of the tests, in a folder, whether it serves or not. */
    static DaemonUnderTest launchIn(Path folder, String classPath, String main, List<String> options, String... args)
            throws IOException {
        ProcessBuilder process =
                new ProcessBuilder(command(AS_FROM_A_TERMINAL, options, classPath, main, List.of(args)));
        return new DaemonUnderTest(
                process.directory(folder.toFile()).redirectErrorStream(true).start());
    }

    private static DaemonUnderTest launch(List<String> by, List<String> options, Class<?> main, List<String> args)
            throws IOException {
        return launch(by, options, System.getProperty("java.class.path"), main, args);
    }

    private static DaemonUnderTest launch(
            List<String> by, List<String> options, String classPath, Class<?> main, List<String> args)
            throws IOException {
        return new DaemonUnderTest(new ProcessBuilder(command(by, options, classPath, main.getName(), args))
                .redirectErrorStream(true)
                .start());
    }

    private static List<String> command(
            List<String> by, List<String> options, String classPath, String main, List<String> args) {
        List<String> command = new ArrayList<>(by);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dlogback.configurationFile=logback-process.xml", "-cp", classPath, main));
        command.addAll(args);
        return command;
    }

    private static List<String> onFreePort(String... args) {
        List<String> all = new ArrayList<>(List.of("--daemon.host=127.0.0.1", "--daemon.port=0"));
        all.addAll(List.of(args));
        return all;
    }

    private static DaemonUnderTest serving(DaemonUnderTest daemon) {
        daemon.port();
        return daemon;
    }

    private void listen() {
        process.inputReader().lines().forEach(this::hear);
        port.completeExceptionally(new AssertionError("It never said where it serves: " + said));
    }

    private void hear(String line) {
        said.add(line);
        Matcher serving = SERVING.matcher(line);
        if (serving.find()) {
            port.complete(Integer.parseInt(serving.group(1)));
        }
    }

    int port() {
        return port.orTimeout(180, TimeUnit.SECONDS).join();
    }

    /** Posts an empty envelope. */
    Response post(String path) {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + port())
                .contentType("application/json")
                .body("{}")
                .post(path);
    }

    /** The same on a thread of its own. */
    CompletableFuture<Response> postLater(String path) {
        return CompletableFuture.supplyAsync(() -> post(path), task -> new Thread(task, "caller").start());
    }

    /** The status of its readiness. */
    int readiness() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + port())
                .get("/health/ready")
                .statusCode();
    }

    /** All lines that it has printed. */
    List<String> said() {
        return said;
    }

    /** The id of its process. */
    long pid() {
        return process.pid();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.toHandle().destroy(); // unlike the process itself, it leaves the output open
    }

    /** Sends a signal, such as INT. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (!kill.waitFor(60, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new AssertionError("The signal " + name + " could not be sent");
        }
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            throw new AssertionError("It has not ended: " + said + threads());
        }
        reader.join(60_000); // another process may hold its output open
        return process.exitValue();
    }

    /** What its threads do, as far as it can still tell. */
    private String threads() throws InterruptedException {
        try {
            Process dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            CompletableFuture<String> printed = CompletableFuture.supplyAsync(
                    () -> dump.inputReader().lines().collect(Collectors.joining("\n", "\n", "")),
                    task -> new Thread(task, "threads").start());
            return printed.get(60, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            return " and does not tell its threads: " + e;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
