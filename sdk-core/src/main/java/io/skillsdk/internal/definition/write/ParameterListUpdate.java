package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.derive.ParameterDeriver;
import io.skillsdk.internal.definition.edit.TreePath;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a list of parameters that has items in sync: what has drifted changes, all else stays. */
final class ParameterListUpdate {

    private final FileChanges changes;

    private final TypeUpdates types;

    ParameterListUpdate(FileChanges changes, TypeUpdates types) {
        this.changes = changes;
        this.types = types;
    }

    void apply(Item owner, Members.Known wanted) {
        Map<String, Item> present = new LinkedHashMap<>();
        owner.items("parameters").forEach(item -> {
            // of a parameter that is there twice the first one counts
            if (item.name() != null && present.putIfAbsent(item.name(), item) != null) {
                changes.remove(item);
            }
        });
        Map<String, Item> renamed = new ParameterRenames(present, wanted.all()).find();
        Set<String> names = wanted.all().stream().map(Member::name).collect(Collectors.toSet());
        present.forEach((name, item) -> {
            if (!names.contains(name) && !renamed.containsValue(item)) {
                changes.remove(item);
            }
        });
        TreePath list = owner.at().then("parameters");
        int before = 0;
        for (Member member : wanted.all()) {
            Item item = renamed.getOrDefault(member.name(), present.get(member.name()));
            if (item == null) {
                changes.insert(list, before, types.parameter(member, wanted.written()));
                continue;
            }
            if (renamed.containsKey(member.name())) {
                changes.set(item, "name", member.name());
            }
            update(item, member, wanted.written());
            before = item.index() + 1;
        }
    }

    private void update(Item item, Member member, boolean written) {
        String type = item.text("type");
        boolean isOfType = type != null && PlatformTypes.describes(type, member.shape());
        if (!isOfType) {
            changes.set(item, "type", PlatformTypes.of(member.shape()));
        }
        if ("true".equalsIgnoreCase(item.text("required")) != member.required()) {
            changes.set(item, "required", member.required());
        }
        if (isOfType) {
            String format = item.text("format");
            Set<String> formats = ParameterDeriver.formats(member.shape());
            boolean fits = format == null || formats.isEmpty() || formats.contains(format.toLowerCase(Locale.ROOT));
            if (format == null || !fits) {
                state(item, "format", ParameterDeriver.format(member.shape()), !fits);
            }
            state(item, Parameter.VALID_VALUES, values(member.shape()), false);
        } else {
            state(item, "format", ParameterDeriver.format(member.shape()), true);
            state(item, Parameter.VALID_VALUES, values(member.shape()), true);
        }
        updateReference(item, member, written);
    }

    /** Says what the code does; what the code does not say is removed where it was wrong. */
    private void state(Item item, String key, @Nullable Object value, boolean wrong) {
        if (value == null) {
            if (wrong) {
                changes.remove(item, key);
            }
        } else if (!texts(item.value(key)).equals(texts(value))) {
            changes.set(item, key, value);
        }
    }

    private static @Nullable List<Object> values(JsonShape shape) {
        List<Object> values = ParameterDeriver.values(shape);
        return values.isEmpty() ? null : values;
    }

    private static Set<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of(String.valueOf(value).toLowerCase(Locale.ROOT));
    }

    private void updateReference(Item item, Member member, boolean written) {
        Structure nested = ParameterDeriver.nested(member.shape());
        String present = item.text(Parameter.REF);
        if (nested == null) {
            boolean open = List.of("object", "array").contains(PlatformTypes.of(member.shape()));
            if (present != null && !open) {
                changes.remove(item, Parameter.REF);
            }
            return;
        }
        String reference = present == null ? types.reference(nested, written) : types.sync(present, nested, written);
        if (!reference.equals(present)) {
            changes.set(item, Parameter.REF, reference);
        }
    }

    /** Inserts all parameters where there are none. */
    List<Object> all(Members.Known wanted) {
        List<Object> all = new ArrayList<>();
        wanted.all().forEach(member -> all.add(types.parameter(member, wanted.written())));
        return all;
    }
}
