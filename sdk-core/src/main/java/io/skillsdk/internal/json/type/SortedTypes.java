package io.skillsdk.internal.json.type;

import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.PriorityBlockingQueue;
import tools.jackson.databind.JavaType;

/** Refuses a sorted collection of what has no order: each call would fail, as soon as there is something in it. */
final class SortedTypes {

    private SortedTypes() {}

    static void refuse(Set<JavaType> types) {
        for (JavaType type : types) {
            JavaType sorted = type.isTypeOrSubTypeOf(SortedMap.class)
                    ? type.getKeyType()
                    : isSorted(type) ? type.getContentType() : null;
            if (sorted != null && !isOrdered(sorted)) {
                String name = PayloadType.describe(type);
                throw new UnbindableTypeException(
                        name,
                        name + " is sorted, and " + PayloadType.describe(sorted)
                                + " has no order. Make that Comparable,"
                                + " or take a List or a Map, which keep the order of sending.");
            }
        }
    }

    private static boolean isSorted(JavaType type) {
        return type.isTypeOrSubTypeOf(SortedSet.class)
                || type.isTypeOrSubTypeOf(PriorityQueue.class)
                || type.isTypeOrSubTypeOf(PriorityBlockingQueue.class);
    }

    /** An interface of the author's may have classes that are ordered. */
    private static boolean isOrdered(JavaType type) {
        boolean known = (type.isConcrete() && !type.isJavaLangObject()) || type.isContainerType();
        return !known || type.isTypeOrSubTypeOf(Comparable.class);
    }
}
