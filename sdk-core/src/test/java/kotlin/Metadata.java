package kotlin;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for what Kotlin's compiler puts on every class. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Metadata {}
