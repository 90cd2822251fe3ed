package com.fasterxml.jackson.databind.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the annotation of Jackson 2, which the SDK must not depend on. */
@Retention(RetentionPolicy.RUNTIME)
public @interface JsonNaming {}
