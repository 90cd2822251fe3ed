package io.skillsdk.benchmarks;

import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Grizzly by itself, with its default worker threads. */
public final class Grizzly extends HttpHandler {

    @Override
    public void service(Request request, Response response) throws Exception {
        byte[] answer = Work.answer(request.getInputStream());
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    public static void main(String[] args) throws Exception {
        HttpServer server = new HttpServer();
        server.addListener(new NetworkListener("benchmark", "127.0.0.1", Integer.parseInt(args[0])));
        server.getServerConfiguration().addHttpHandler(new Grizzly(), "/invoke");
        server.start();
        Thread.currentThread().join();
    }
}
