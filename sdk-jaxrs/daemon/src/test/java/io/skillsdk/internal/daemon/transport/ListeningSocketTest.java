package io.skillsdk.internal.daemon.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.http.Refusals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.SelectorHandler;
import org.glassfish.grizzly.nio.SelectorRunner;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of listening, on a machine so busy that a selector does not come to take what was accepted for it. */
class ListeningSocketTest {

    private final DaemonExecutors threads = new DaemonExecutors(UnaryOperator.identity());

    private final ConnectionRegistry connections = new ConnectionRegistry(100, new Refusals(), threads.log());

    private final Set<SelectorRunner> selectors = ConcurrentHashMap.newKeySet();

    private final CountDownLatch goOn = new CountDownLatch(1);

    private final List<Socket> clients = new ArrayList<>();

    private final TCPNIOTransport transport =
            TCPNIOTransportBuilder.newInstance().setSelectorRunnersCount(2).build();

    private final ListeningSocket listening = new ListeningSocket(transport, connections);

    private TCPNIOServerConnection server;

    @BeforeEach
    void start() throws IOException {
        transport.setProcessor(FilterChainBuilder.stateless()
                .add(new TransportFilter())
                .add(connections)
                .add(new BaseFilter() {
                    @Override
                    public NextAction handleAccept(FilterChainContext context) {
                        Connection<?> accepted = context.getConnection();
                        selectors.add(((NIOConnection) accepted).getSelectorRunner());
                        return context.getInvokeAction();
                    }
                })
                .build());
        server = transport.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        transport.start();
    }

    @AfterEach
    void stop() throws IOException {
        goOn.countDown();
        transport.shutdownNow();
        threads.stop();
        for (Socket client : clients) {
            client.close();
        }
    }

    private Socket connect() throws IOException {
        InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
        Socket client = new Socket(address.getAddress(), address.getPort());
        client.setSoTimeout(180_000);
        clients.add(client);
        return client;
    }

    /** Keeps a selector busy, but not the one that accepts. */
    private void keepOneBusy() throws IOException, InterruptedException {
        while (selectors.size() < 2) {
            connect();
            int open = clients.size();
            await().until(() -> connections.size() == open);
        }
        SelectorRunner busy = selectors.stream()
                .filter(each -> each != server.getSelectorRunner())
                .findFirst()
                .orElseThrow();
        CountDownLatch begun = new CountDownLatch(1);
        transport
                .getSelectorHandler()
                .execute(
                        busy,
                        () -> {
                            begun.countDown();
                            return goOn.await(180, TimeUnit.SECONDS);
                        },
                        null);
        assertThat(begun.await(180, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aConnectionThatNoSelectorKnowsYetIsWaitedFor() throws Exception {
        keepOneBusy();
        Socket first = connect();
        Socket second = connect();
        listening.close();
        await().until(() -> {
            connections.closeIdle(1);
            return connections.size() <= 1; // that of the busy selector, whose end it cannot see yet
        });
        assertThat(connections.closeIdle(1)).isFalse();
        goOn.countDown();
        await().until(() -> connections.closeIdle(1));
        assertThat(first.getInputStream().read()).isNegative();
        assertThat(second.getInputStream().read()).isNegative();
    }

    @Test
    void aConnectionThatNoSelectorWillKnowIsClosed() throws Exception {
        keepOneBusy();
        Socket first = connect();
        Socket second = connect();
        listening.close();
        transport.shutdownNow();
        connections.closeArriving();
        assertThat(first.getInputStream().read()).isNegative();
        assertThat(second.getInputStream().read()).isNegative();
    }

    private void enqueue(SelectorHandler.Task task) {
        transport.getSelectorHandler().enque(server.getSelectorRunner(), task, null);
    }

    /** Whether the selector that accepted has seen to all that was enqueued, and waits for what comes next. */
    private boolean sleeps(SelectorRunner selector) {
        return Arrays.stream(selector.getRunnerThread().getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("select"));
    }

    /** The selector is woken for the close while it is awake: that wake-up is still to be seen when the close looks once more. */
    @Test
    void theSelectorIsWokenForWhatComesAfterTheClose() throws Exception {
        CountDownLatch awake = new CountDownLatch(1);
        enqueue(() -> {
            awake.countDown();
            return goOn.await(180, TimeUnit.SECONDS);
        });
        assertThat(awake.await(180, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(() -> {
            try {
                listening.close();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        SelectorRunner selector = server.getSelectorRunner();
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        closing.join(60_000);
        await().until(() -> sleeps(selector));

        CountDownLatch served = new CountDownLatch(1);
        transport
                .getSelectorHandler()
                .enque(
                        selector,
                        () -> {
                            served.countDown();
                            return true;
                        },
                        null);
        // before the selector would look by itself, after 30 s
        assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
