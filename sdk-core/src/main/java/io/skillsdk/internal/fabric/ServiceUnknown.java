package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;

/** What is said when the address of a service cannot be derived from the endpoint. */
final class ServiceUnknown {

    private ServiceUnknown() {}

    static FabricException of(String what, String service, String setting) {
        return new FabricException(
                Reason.INVALID,
                0,
                what,
                "the address of the platform's " + service + " service is not known, as the endpoint's host is not"
                        + " cortex-internal; set " + setting);
    }
}
