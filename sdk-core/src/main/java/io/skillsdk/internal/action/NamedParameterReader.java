package io.skillsdk.internal.action;

import io.skillsdk.Header;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.Violation;
import io.skillsdk.internal.action.NamedParameter.Form;
import io.skillsdk.internal.action.NamedParameter.Source;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations {@code @PathParameter}, {@code @QueryParameter} and {@code @Header} say. */
final class NamedParameterReader {

    private static final Map<Class<?>, Object> EMPTY = Map.of(
            Optional.class, Optional.empty(),
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty(),
            List.class, List.of(),
            Collection.class, List.of(),
            Set.class, Set.of());

    private final PathTemplate path;

    private final Function<Type, PayloadType> bindable;

    /**
     * Makes a reader.
     *
     * @param bindable proves that JSON can bind to a type, and refuses it otherwise
     */
    NamedParameterReader(PathTemplate path, Function<Type, PayloadType> bindable) {
        this.path = path;
        this.bindable = bindable;
    }

    /** Whether an annotation gives a parameter a name. */
    static boolean reads(Annotation annotation) {
        return annotation instanceof PathParameter
                || annotation instanceof QueryParameter
                || annotation instanceof Header;
    }

    /**
     * Reads one.
     *
     * @param raw the parameter's class
     * @param type its type, without type variables
     */
    NamedParameter read(Annotation annotation, Class<?> raw, Type type) {
        if (annotation instanceof PathParameter parameter) {
            return ofPath(parameter.value(), raw, type);
        }
        if (annotation instanceof QueryParameter parameter) {
            return optional(Source.QUERY, parameter.value(), raw, type, parameter.required(), parameter.defaultValue());
        }
        Header header = (Header) annotation;
        return optional(Source.HEADER, header.value(), raw, type, header.required(), header.defaultValue());
    }

    private NamedParameter ofPath(String name, Class<?> raw, Type type) {
        if (!path.hasName(name)) {
            throw new InvalidActionException("it takes the path parameter '" + name + "', but its path '/" + path.text()
                    + "' has no {" + name + "}. Add it: @SkillAction(path = \"…/{" + name + "}\").");
        }
        if (form(raw) != Form.ONE || isMany(raw)) {
            throw new InvalidActionException(
                    "its path parameter '" + name + "' is a " + raw.getSimpleName()
                            + ", but a call always has exactly one value for it. Take a String, a number, a boolean or an enum.");
        }
        return new NamedParameter(Source.PATH, name, bindable.apply(type), Form.ONE, true, List.of(), null);
    }

    private NamedParameter optional(
            Source source, String name, Class<?> raw, Type type, boolean required, String[] defaults) {
        String what = (source == Source.QUERY ? "its query parameter '" : "its header '") + name + "'";
        if (name.isBlank()) {
            throw new InvalidActionException(what + " has no name. Give it one.");
        }
        Form form = form(raw);
        if (form == Form.ONE && isMany(raw)) {
            throw new InvalidActionException(
                    what + " is a " + raw.getSimpleName()
                            + ". Take a List or a Set for several values, or a String, a number, a boolean or an enum for one.");
        }
        if (required && defaults.length > 0) {
            throw new InvalidActionException(what + " is required and has a default. Leave one of them out.");
        }
        Type element = form == Form.ONE ? type : PayloadType.argumentOf(type, container(form));
        NamedParameter parameter = new NamedParameter(
                source, name, bindable.apply(element), form, required, List.of(defaults), absent(raw));
        refuseBadDefault(parameter, what);
        return parameter;
    }

    /** Better at the start than with every call. */
    private static void refuseBadDefault(NamedParameter parameter, String what) {
        List<String> defaults = parameter.defaults();
        if (defaults.size() > 1 && !parameter.form().takesMany()) {
            throw new InvalidActionException(what + " has " + defaults.size() + " defaults, but takes one value.");
        }
        List<Violation> violations = new ArrayList<>();
        if (!defaults.isEmpty()) {
            parameter.convert(defaults, violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidActionException("the default of " + what + " "
                    + violations.get(0).message() + ", but is '" + String.join("', '", defaults) + "'.");
        }
    }

    private static Form form(Class<?> raw) {
        if (raw == Optional.class) {
            return Form.OPTIONAL;
        }
        if (raw == List.class || raw == Collection.class) {
            return Form.LIST;
        }
        return raw == Set.class ? Form.SET : Form.ONE;
    }

    private static Class<?> container(Form form) {
        return form == Form.OPTIONAL ? Optional.class : Collection.class;
    }

    /** What no single text can be. */
    private static boolean isMany(Class<?> raw) {
        return Collection.class.isAssignableFrom(raw)
                || Map.class.isAssignableFrom(raw)
                || (raw.isArray() && raw != byte[].class);
    }

    private static @Nullable Object absent(Class<?> raw) {
        // the zero of a primitive type, as in JAX-RS
        return raw.isPrimitive() ? Array.get(Array.newInstance(raw, 1), 0) : EMPTY.get(raw);
    }
}
