package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.yaml.Place;
import io.skillsdk.internal.yaml.YamlReader;
import io.skillsdk.internal.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where each value of a JSON text is: JSON is YAML, whose reader knows. */
final class MessageText {

    private final @Nullable YamlValue root;

    private MessageText(@Nullable YamlValue root) {
        this.root = root;
    }

    static MessageText of(byte[] json) {
        try {
            return new MessageText(YamlReader.read("message", new String(json, StandardCharsets.UTF_8)));
        } catch (DefinitionException e) {
            return new MessageText(null); // larger or deeper than a definition may be
        }
    }

    /** Where a text stops to be JSON; its start where it is JSON, but no object. */
    static Place faultOf(byte[] json) {
        int[] at = JsonCodec.faultIn(json);
        return at == null ? Place.START : new Place(Math.max(1, at[0]), Math.max(1, at[1]));
    }

    /** The place of a value by its path, such as {@code payload.lines[0].sku}, or that of the nearest around it. */
    Place place(String path) {
        YamlValue value = root;
        Place place = Place.START;
        for (String step : path.replace("[", ".[").split("\\.", -1)) {
            if (value instanceof YamlValue.Mapping keys && keys.entries().get(step) != null) {
                YamlValue.Entry entry = keys.entries().get(step);
                place = new Place(
                        entry.key()
                                .getStartMark()
                                .map(mark -> mark.getLine() + 1)
                                .orElse(1),
                        entry.key()
                                .getStartMark()
                                .map(mark -> mark.getColumn() + 1)
                                .orElse(1));
                value = entry.value();
            } else if (value instanceof YamlValue.Sequence list
                    && step.matches("\\[[0-9]{1,6}]")
                    && Integer.parseInt(step.substring(1, step.length() - 1))
                            < list.items().size()) {
                value = list.items().get(Integer.parseInt(step.substring(1, step.length() - 1)));
                place = value.place();
            } else {
                return place;
            }
        }
        return place;
    }
}
