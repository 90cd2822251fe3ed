package io.skillsdk.jaxrs;

import io.undertow.Undertow;
import jakarta.ws.rs.core.Application;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;

/** An application on RESTEasy, at a free port. */
final class ResteasyServer extends UndertowJaxrsServer {

    ResteasyServer(Application application) {
        start(Undertow.builder().addHttpListener(0, "127.0.0.1"));
        deploy(application, "/");
    }

    URI uri() {
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        return URI.create("http://127.0.0.1:" + port + "/");
    }
}
