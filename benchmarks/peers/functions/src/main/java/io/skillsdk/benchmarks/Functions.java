package io.skillsdk.benchmarks;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import com.google.cloud.functions.invoker.runner.Invoker;

/** Google's functions framework. */
public final class Functions implements HttpFunction {

    @Override
    public void service(HttpRequest request, HttpResponse response) throws Exception {
        byte[] answer = Work.answer(request.getInputStream());
        response.setContentType("application/json");
        response.getOutputStream().write(answer);
    }

    public static void main(String[] args) throws Exception {
        Invoker.main(new String[] {"--target", Functions.class.getName(), "--port", args[0]});
    }
}
