package io.skillsdk.benchmarks;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.net.URI;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on its Grizzly container, as most people write it. */
@Path("invoke")
public final class Jersey {

    @POST
    @Produces("application/json")
    public byte[] invoke(InputStream body) {
        return Work.answer(body);
    }

    public static void main(String[] args) throws Exception {
        GrizzlyHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:" + args[0] + "/"), new ResourceConfig(Jersey.class));
        Thread.currentThread().join();
    }
}
