package com.fasterxml.jackson.databind.node;

/** Stands for the node of Jackson 2, which the SDK must not depend on. */
public final class ObjectNode {

    /** Is an object. */
    public boolean isObject() {
        return true;
    }
}
