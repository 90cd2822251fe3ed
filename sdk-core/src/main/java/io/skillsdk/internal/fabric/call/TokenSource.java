package io.skillsdk.internal.fabric.call;

/** Where the token comes from. Thread-safe. */
public interface TokenSource {

    /**
     * A token that has not expired.
     *
     * @param what what is asked for, for the message
     * @throws io.skillsdk.fabric.FabricException when there is none
     */
    String token(String what);
}
