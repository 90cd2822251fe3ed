package io.skillsdk.internal.action;

import io.skillsdk.internal.json.shape.Constraints;
import io.skillsdk.internal.json.shape.JsonShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A parameter that a caller sends beside the body, for descriptions.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param name its name
 * @param shape what one text of it is read as
 * @param many whether several are taken
 * @param required whether a call without it is refused
 * @param defaults the texts that stand for it when there is none; empty for none
 * @param constraints what is held against its value, in the words of JSON Schema
 */
public record ParameterInfo(
        String in,
        String name,
        JsonShape shape,
        boolean many,
        boolean required,
        List<String> defaults,
        Map<String, Object> constraints) {

    /** Those of an action with such a path: names in its path first, also those that it does not take. */
    static List<ParameterInfo> of(PathTemplate path, List<ArgumentResolver> resolvers, ActionMethod method) {
        List<ParameterInfo> all = new ArrayList<>();
        for (int i = 0; i < resolvers.size(); i++) {
            if (resolvers.get(i) instanceof NamedParameter named) {
                all.add(of(named, method, i));
            }
        }
        Set<String> taken = new HashSet<>();
        for (ParameterInfo each : all) {
            if (each.in().equals("path")) {
                taken.add(each.name());
            }
        }
        List<ParameterInfo> passed = new ArrayList<>();
        for (String name : path.names()) {
            if (!taken.contains(name)) {
                JsonShape text = new JsonShape.Scalar(String.class, JsonShape.Kind.STRING, "", "a string", List.of());
                passed.add(new ParameterInfo("path", name, text, false, true, List.of(), Map.of()));
            }
        }
        passed.addAll(all);
        return passed;
    }

    private static ParameterInfo of(NamedParameter named, ActionMethod method, int index) {
        return new ParameterInfo(
                named.source().name().toLowerCase(Locale.ROOT),
                named.name(),
                named.type().shape(),
                named.form().takesMany(),
                named.required(),
                named.defaults(),
                Constraints.of(
                        method.parameterAnnotations(index), method.method().getParameterTypes()[index]));
    }
}
