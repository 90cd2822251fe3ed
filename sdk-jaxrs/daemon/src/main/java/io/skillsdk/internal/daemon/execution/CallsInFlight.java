package io.skillsdk.internal.daemon.execution;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The calls that take long enough for anybody to ask for them: those that wait, have a thread of their own, have outlasted a leader, or are
 * answered later. A call that is over before its leader goes on is never here, and costs nothing.
 */
public final class CallsInFlight {

    private static final int MOST_NAMED = 10;

    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    void add(Call call) {
        calls.add(call);
    }

    void remove(Call call) {
        calls.remove(call);
    }

    /** How many there are, and which: each with its action and activation where these are known; at most ten are named. */
    public String inWords() {
        List<Call> now = List.copyOf(calls);
        if (now.isEmpty()) {
            return "0 calls";
        }
        String named = now.stream().limit(MOST_NAMED).map(Call::inWords).collect(Collectors.joining(", "));
        int more = now.size() - MOST_NAMED;
        return now.size()
                + (now.size() == 1 ? " call: " : " calls: ")
                + named
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** How many there are. */
    int size() {
        return calls.size();
    }
}
