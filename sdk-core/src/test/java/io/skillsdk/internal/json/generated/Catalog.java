package io.skillsdk.internal.json.generated;

import io.skillsdk.internal.json.generated.Sent.Elements;
import io.skillsdk.internal.json.generated.Sent.Members;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** The shapes that generated types are made of, each with how its payloads are made. */
final class Catalog {

    private static final Object OBJECT = new Members(java.util.List.of("no"), java.util.List.of(true));

    private static final Object ARRAY = Elements.of(Elements.of());

    private final Map<Type, Function<Random, Object>> shapes = new LinkedHashMap<>();

    Catalog() {
        plain();
        polymorphic();
    }

    Map<Type, Function<Random, Object>> shapes() {
        return shapes;
    }

    /** Any value that takes no structure in its place. */
    static Cell scalar(Object sound) {
        return Cell.of(sound, OBJECT, ARRAY);
    }

    /** A number that must be there. */
    static Cell number(int sound) {
        return Cell.of(sound, "x", OBJECT, ARRAY, null, "5", true, Cell.ABSENT);
    }

    /** A number that need not be there. */
    static Cell integer(int sound) {
        return Cell.of(sound, "x", OBJECT, ARRAY, "5", true, 99999999999L, 1.5);
    }

    /** A number of a primitive type that need not be there. */
    static Cell primitive(int sound) {
        return Cell.of(sound, "x", OBJECT, ARRAY, null, "5", true, 99999999999L, 1.5);
    }

    static Cell text(String sound) {
        return Cell.of(sound, 5, OBJECT, ARRAY, true);
    }

    static Cell requiredText(String sound) {
        return Cell.of(sound, 5, OBJECT, ARRAY, null, Cell.ABSENT);
    }

    private static Members point(Random random) {
        return Members.of(random, "x", number(random.nextInt(9)), "y", number(2));
    }

    private void plain() {
        shapes.put(Shapes.Point.class, Catalog::point);
        shapes.put(
                Shapes.Aliased.class,
                r -> Members.of(
                        r,
                        r.nextBoolean() ? "text" : r.nextBoolean() ? "txt" : "t",
                        Cell.of("a", 5, OBJECT, null),
                        "n",
                        number(1)));
        shapes.put(
                Shapes.Unwrapped.class,
                r -> Members.of(
                        r, "at-x", number(1), "at-y", number(2), "first", text("a"), "last", text("b"), "floor",
                        number(3)));
        shapes.put(
                Shapes.UnwrappedBean.class, r -> Members.of(r, "x", number(1), "y", number(2), "floor", primitive(3)));
        shapes.put(Shapes.Kebab.class, r -> Members.of(r, "shoe-size", number(43), "last-place", point(r)));
        shapes.put(Shapes.Camel.class, r -> Members.of(r, "ShoeSize", primitive(43), "LastName", text("a")));
        shapes.put(
                Shapes.Weighed.class,
                r -> Members.of(
                        r,
                        "weight",
                        Cell.of("5kg", "5", "x"),
                        "all",
                        Elements.of(Cell.of("1kg", "1"), Cell.of("2kg", "y")),
                        "n",
                        number(1)));
        shapes.put(Shapes.Either.class, r -> r.nextBoolean() ? point(r) : Cell.of("1/2", "1", "1/2/3"));
        shapes.put(Shapes.Converted.class, r -> Members.of(r, "day", Cell.of("day 5", "5", OBJECT), "n", number(1)));
        shapes.put(
                Shapes.Mixed.class,
                r -> Members.of(
                        r,
                        "size",
                        number(1),
                        "point",
                        Cell.of(Members.of(r, "x", 1, "y", 2), "x", 5, ARRAY),
                        "open",
                        text("o")));
        shapes.put(Shapes.Made.class, r -> Members.of(r, "size", number(1), "unit", text("m")));
        shapes.put(Shapes.Delegating.class, r -> Elements.of(point(r), point(r)));
        shapes.put(Shapes.Percent.class, r -> Cell.of(5, "x", 101, OBJECT, ARRAY));
        shapes.put(Shapes.Row.class, Catalog::row);
        shapes.put(
                Shapes.RowBean.class,
                r -> Elements.of(integer(1), Cell.of(2, -1, "x", OBJECT), Elements.of(row(r), row(r))));
        shapes.put(
                Shapes.Lenient.class,
                r -> Members.of(
                        r,
                        "many",
                        r.nextBoolean() ? Cell.of(1, "x", OBJECT) : Elements.of(integer(1), integer(2)),
                        "any",
                        Members.of(r, r.nextBoolean() ? "X" : "x", integer(1), r.nextBoolean() ? "Y" : "y", integer(2)),
                        "day",
                        Cell.of("31.01.2026", "2026-01-31", 5, OBJECT, ARRAY)));
        shapes.put(
                Shapes.Open.class,
                r -> Members.of(
                        r,
                        "known",
                        integer(1),
                        "a",
                        Cell.of(1, "x", -1),
                        "b",
                        Cell.of(2, -5, OBJECT),
                        "c",
                        integer(3)));
        shapes.put(Shapes.OpenRecord.class, r -> Members.of(r, "known", number(1), "p", point(r), "q.r", point(r)));
        shapes.put(
                Shapes.Merged.class,
                r -> Members.of(
                        r,
                        "map",
                        Members.of(r, "base", integer(1), "b", integer(2)),
                        "inner",
                        Members.of(r, "x", integer(1)),
                        "list",
                        Elements.of(integer(1), integer(2))));
        shapes.put(Shapes.Viewed.class, r -> Members.of(r, "open", number(1), "at", point(r)));
        shapes.put(Shapes.Injected.class, r -> Members.of(r, "n", number(1), "by", text("me")));
        shapes.put(
                Shapes.Strict.class,
                r -> Members.of(
                        r,
                        "text",
                        requiredText("a"),
                        "list",
                        Elements.of(Cell.of("a", null, 5), Cell.of("b", null, OBJECT)),
                        "map",
                        Members.of(r, "a", Cell.of(1, null, "x"), "b", Cell.of(2, (Object) null)),
                        "flag",
                        Cell.of(true, "true", 1, null, Cell.ABSENT)));
        shapes.put(
                Shapes.Primitives.class,
                r -> Members.of(
                        r,
                        "small",
                        Cell.of(-128, null, 128, 255, -129, "1", 1.5),
                        "whole",
                        primitive(1),
                        "flag",
                        Cell.of(true, null, "true", 1),
                        "real",
                        Cell.of(1.5, null, "x", OBJECT),
                        "reals",
                        Elements.of(
                                Cell.of(1.5, "x", null, Cell.HUGE), Cell.of(2.5, Cell.HUGE), Cell.of(3.5, Cell.HUGE)),
                        "bytes",
                        Elements.of(Cell.of(1, 128, 200, "x"), Cell.of(-1, 255, OBJECT)),
                        "perhaps",
                        Cell.of(2.5, "x", Cell.HUGE)));
        shapes.put(
                Shapes.Keys.class,
                r -> Members.of(
                        r, "small", Members.of(r, "-128", 1, "127", 2), "real", Members.of(r, "1.5", integer(1))));
        shapes.put(
                Shapes.Range.class,
                r -> Cell.of(Members.of(r, "from", 1, "to", 2), Members.of(r, "from", 2, "to", 1), "x", ARRAY));
        shapes.put(
                Shapes.Built.class,
                r -> Members.of(r, "size", Cell.of(1, -1, "x", OBJECT), "points", Elements.of(point(r), point(r))));
    }

    private static Object row(Random random) {
        return Elements.of(text("a"), Cell.of(1, "x", OBJECT, null), point(random));
    }

    private void polymorphic() {
        shapes.put(Polymorphs.Shape.class, r -> shape(r, 3));
        shapes.put(
                Polymorphs.Pet.class,
                r -> r.nextBoolean()
                        ? Members.of(r, "type", Cell.of("cat", "cow"), "lives", 7)
                        : Members.of(r, "type", "dog", "age", integer(3)));
        shapes.put(
                Polymorphs.Vehicle.class,
                r -> r.nextBoolean()
                        ? Members.of(r, "car", Members.of(r, "doors", number(3)))
                        : Members.of(r, "bus", Members.of(r, "seats", number(9), "line", text("a"))));
        shapes.put(
                Polymorphs.Tree.class,
                r -> r.nextBoolean()
                        ? Elements.of("oak", Members.of(r, "height", number(3)))
                        : Elements.of(Cell.of("elm", "fir"), Members.of(r, "age", 1, "ill", true)));
        shapes.put(
                Polymorphs.Payment.class,
                r -> r.nextBoolean()
                        ? Members.of(r, "number", text("1"), "year", Cell.of(2030, "x", OBJECT, null))
                        : Members.of(r, "iban", text("DE"), "amount", Cell.of(5, "x", ARRAY, null)));
        shapes.put(
                Polymorphs.Door.class,
                r -> r.nextBoolean()
                        ? Members.of(r, "width", number(3))
                        : Members.of(r, "@t", "Fancy", "width", number(3), "colour", text("red")));
        shapes.put(
                Polymorphs.External.class,
                r -> Members.of(r, "which", "car", "vehicle", Members.of(r, "doors", number(3)), "number", integer(1)));
        shapes.put(
                Polymorphs.ExternalRecord.class,
                r -> Members.of(r, "which", "point", "thing", point(r), "number", number(1)));
        shapes.put(Polymorphs.Sized.class, r -> Members.of(r, "side", number(1)));
    }

    private static Object shape(Random random, int depth) {
        return depth == 0 || random.nextBoolean()
                ? Members.of(
                        random, "kind", "circle", "radius", Cell.of(1.5, "x", null, OBJECT), "label", requiredText("l"))
                : Members.of(
                        random,
                        "kind",
                        "group",
                        "shapes",
                        Elements.of(shape(random, depth - 1), shape(random, depth - 1)),
                        "at",
                        point(random));
    }
}
