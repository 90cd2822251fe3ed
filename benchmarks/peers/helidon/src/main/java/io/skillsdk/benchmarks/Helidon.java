package io.skillsdk.benchmarks;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;

/** Helidon SE: a virtual thread for each connection. */
public final class Helidon {

    public static void main(String[] args) {
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .routing(routing -> routing.post("/invoke", (request, response) -> response.header(
                                HeaderNames.CONTENT_TYPE, "application/json")
                        .send(Work.answer(request.content().inputStream()))))
                .build()
                .start();
    }
}
