package io.skillsdk.internal.action;

/**
 * Stands for an instance with actions that is not made: its class says all that there is to describe. Its actions cannot be
 * called.
 *
 * @param type the class that has the actions
 */
public record DescribedActions(Class<?> type) {}
