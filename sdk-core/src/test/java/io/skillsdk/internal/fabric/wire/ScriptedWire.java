package io.skillsdk.internal.fabric.wire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A wire without HTTP that gives one answer or fault after the other; the last one again and again. */
final class ScriptedWire implements Wire {

    private interface Step {
        WireAnswer take() throws WireFault;
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    private final List<WireRequest> requests = new ArrayList<>();

    ScriptedWire answer(int status, String body, Map<String, String> headers) {
        steps.add(
                () -> new WireAnswer(status, headers, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    ScriptedWire answer(int status, String body) {
        return answer(status, body, Map.of("content-type", "application/json"));
    }

    ScriptedWire fault(WireFault.Kind kind) {
        steps.add(() -> {
            throw new WireFault(kind, "the " + kind, null);
        });
        return this;
    }

    @Override
    public WireAnswer exchange(WireRequest request, Budget budget) throws WireFault {
        requests.add(request);
        return (steps.size() > 1 ? steps.remove() : steps.element()).take();
    }

    List<WireRequest> requests() {
        return requests;
    }
}
