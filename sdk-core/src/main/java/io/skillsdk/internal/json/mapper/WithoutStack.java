package io.skillsdk.internal.json.mapper;

/** An exception that costs next to nothing: it has not looked at the stack. */
public interface WithoutStack {}
