package io.skillsdk.internal.fabric.wire;

/** Carries a request to the platform, or to what stands in for it. Thread-safe. */
public interface Wire {

    /**
     * Sends a request once and returns as soon as the head of the answer is there.
     *
     * @param budget how long it may take, the body of the answer included
     * @throws WireFault when there is no answer
     */
    WireAnswer exchange(WireRequest request, Budget budget) throws WireFault;
}
