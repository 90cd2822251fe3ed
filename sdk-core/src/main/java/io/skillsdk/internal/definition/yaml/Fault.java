package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.yaml.Place;

/**
 * A value that is not of the kind that is expected at its place.
 *
 * @param part where, such as {@code inputs[0].parameters[0].required}
 * @param message what is there, and what is expected
 */
public record Fault(String part, Place place, String message) {}
