package kotlin.coroutines;

/** Stands for the last parameter of a suspend function. */
public interface Continuation<T> {}
