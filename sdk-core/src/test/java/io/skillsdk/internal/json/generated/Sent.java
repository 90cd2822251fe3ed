package io.skillsdk.internal.json.generated;

import io.skillsdk.internal.json.JsonCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A generated payload as a tree: objects and arrays of {@link Cell}s and plain values, written as JSON. */
sealed interface Sent {

    /** Writes it, and adds each cell with its place. */
    void write(String place, StringBuilder json, List<Place> places);

    /** A cell, and the name under which a fault in it is told. */
    record Place(String name, Cell cell) {}

    /** An object. Its members come in any order; a name may be a cell, too. */
    record Members(List<Object> names, List<Object> values) implements Sent {

        static Members of(Random random, Object... all) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < all.length; i += 2) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            return new Members(
                    new ArrayList<>(order.stream().map(i -> all[i]).toList()),
                    new ArrayList<>(order.stream().map(i -> all[i + 1]).toList()));
        }

        @Override
        public void write(String place, StringBuilder json, List<Place> places) {
            String comma = "";
            json.append('{');
            for (int i = 0; i < names.size(); i++) {
                Object name = names.get(i) instanceof Cell cell ? String.valueOf(cell.current()) : names.get(i);
                String here = place + "." + name;
                if (names.get(i) instanceof Cell cell) {
                    places.add(new Place(here, cell));
                }
                if (values.get(i) instanceof Cell cell && cell.current() == Cell.ABSENT) {
                    places.add(new Place(here, cell));
                    continue;
                }
                json.append(comma).append(JsonCodec.write(name)).append(':');
                Sent.writePart(values.get(i), here, json, places);
                comma = ",";
            }
            json.append('}');
        }
    }

    /** An array. */
    record Elements(List<Object> values) implements Sent {

        static Elements of(Object... all) {
            return new Elements(List.of(all));
        }

        @Override
        public void write(String place, StringBuilder json, List<Place> places) {
            String comma = "";
            json.append('[');
            for (int i = 0; i < values.size(); i++) {
                json.append(comma);
                Sent.writePart(values.get(i), place + "[" + i + "]", json, places);
                comma = ",";
            }
            json.append(']');
        }
    }

    /** Writes a tree, a cell or a plain value. */
    static void writePart(@Nullable Object part, String place, StringBuilder json, List<Place> places) {
        if (part instanceof Sent tree) {
            tree.write(place, json, places);
        } else if (part instanceof Cell cell) {
            places.add(new Place(place, cell));
            if (cell.current() instanceof Sent tree) {
                tree.write(place, json, new ArrayList<>());
            } else {
                json.append(JsonCodec.write(cell.current()));
            }
        } else {
            json.append(JsonCodec.write(part));
        }
    }
}
