package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.derive.ParameterDeriver;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parameters that have only got another name. One is taken for renamed where place and type agree: between the
 * same neighbours one parameter is gone, and one of the same type is new.
 */
final class ParameterRenames {

    /** The names around: those that are both in the file and in the code. */
    private record Gap(@Nullable String before, @Nullable String after) {}

    private final Map<String, Item> present;

    private final List<Member> wanted;

    ParameterRenames(Map<String, Item> present, List<Member> wanted) {
        this.present = present;
        this.wanted = wanted;
    }

    /** The items of the file by their new names. */
    Map<String, Item> find() {
        Map<String, Member> byName = new HashMap<>();
        wanted.forEach(member -> byName.put(member.name(), member));
        Map<Gap, List<String>> gone = gaps(List.copyOf(present.keySet()), byName);
        Map<Gap, List<String>> added = gaps(wanted.stream().map(Member::name).toList(), present);
        Map<String, Item> renamed = new HashMap<>();
        gone.forEach((gap, old) -> {
            List<String> now = added.getOrDefault(gap, List.of());
            if (old.size() == 1 && now.size() == 1) {
                Item item = Objects.requireNonNull(present.get(old.get(0)));
                Member member = Objects.requireNonNull(byName.get(now.get(0)));
                if (agrees(item, member)) {
                    renamed.put(member.name(), item);
                }
            }
        });
        return renamed;
    }

    /** The names that the others do not have, by what is around them. */
    private static Map<Gap, List<String>> gaps(List<String> names, Map<String, ?> others) {
        Map<Gap, List<String>> gaps = new HashMap<>();
        String before = null;
        List<String> open = new ArrayList<>();
        for (String name : names) {
            if (others.containsKey(name)) {
                gaps.put(new Gap(before, name), open);
                before = name;
                open = new ArrayList<>();
            } else {
                open.add(name);
            }
        }
        gaps.put(new Gap(before, null), open);
        return gaps;
    }

    private static boolean agrees(Item item, Member member) {
        String type = item.text("type");
        boolean nested = ParameterDeriver.nested(member.shape()) != null;
        boolean described =
                member.description().isEmpty() || member.description().equals(item.text("description"));
        return type != null
                && PlatformTypes.describes(type, member.shape())
                && nested == item.has(Parameter.REF)
                && described;
    }
}
