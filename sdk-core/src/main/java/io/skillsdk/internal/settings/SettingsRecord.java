package io.skillsdk.internal.settings;

import io.skillsdk.Secret;
import io.skillsdk.SkillSetting;
import io.skillsdk.internal.settings.SettingSources.Found;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record that holds settings of a skill: what settings it has below a prefix, and how it is made of their values. */
public final class SettingsRecord {

    private final String prefix;

    private final Class<?> type;

    private final List<Component> components = new ArrayList<>();

    /** One component: a nested record, or a setting. */
    private record Component(
            String name,
            String key,
            SkillSetting annotation,
            boolean optional,
            @Nullable SettingsRecord nested,
            @Nullable SettingType type,
            boolean secret) {}

    /** The records around this one, and it itself. */
    private final Set<Class<?>> around;

    private SettingsRecord(String prefix, Class<?> type, Set<Class<?>> around) {
        this.around = around;
        this.prefix = prefix;
        this.type = type;
    }

    /**
     * Reads what a record declares.
     *
     * @throws InvalidSettingException when it is no record, or a component has a type that settings cannot have
     */
    public static SettingsRecord of(String prefix, Class<?> type) {
        return of(prefix, type, Set.of());
    }

    private static SettingsRecord of(String prefix, Class<?> type, Set<Class<?>> outer) {
        if (!type.isRecord()) {
            throw new InvalidSettingException("The settings below '" + prefix + "' are to be held by "
                    + type.getSimpleName() + ", which is not a record.");
        }
        if (prefix.equals("daemon") || prefix.startsWith("daemon.")) {
            throw new InvalidSettingException(
                    "The prefix 'daemon' is the daemon's. Choose another one for your settings.");
        }
        if (!prefix.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*")) {
            throw new InvalidSettingException("'" + prefix
                    + "' is not a valid prefix of settings. It is made of lower-case letters, digits and dashes, in parts separated by"
                    + " dots, such as acme.db.");
        }
        Set<Class<?>> around = new HashSet<>(outer);
        if (!around.add(type)) {
            throw new InvalidSettingException("The settings below '" + prefix + "' have no end, as "
                    + type.getSimpleName() + " holds itself. Use another record there.");
        }
        SettingsRecord record = new SettingsRecord(prefix, type, around);
        for (RecordComponent component : type.getRecordComponents()) {
            record.add(component);
        }
        return record;
    }

    private void add(RecordComponent component) {
        SkillSetting annotation = component.getAnnotation(SkillSetting.class);
        String name =
                annotation == null || annotation.name().isEmpty() ? dashed(component.getName()) : annotation.name();
        Type declared = component.getGenericType();
        boolean optional = declared instanceof ParameterizedType wrapped && wrapped.getRawType() == Optional.class;
        Type value = optional ? ((ParameterizedType) declared).getActualTypeArguments()[0] : declared;
        String key = prefix + "." + name;
        SettingType read = SettingType.of(value);
        if (read == null && value instanceof Class<?> nested && nested.isRecord() && !optional) {
            components.add(
                    new Component(component.getName(), key, annotation, false, of(key, nested, around), null, false));
        } else if (read == null) {
            throw new InvalidSettingException(
                    "The component '" + component.getName() + "' of " + type.getSimpleName()
                            + " has the type " + declared.getTypeName()
                            + ", which settings cannot have. Allowed are String, numbers,"
                            + " boolean, Duration, DataSize, URI, Path, Secret, enums, lists and optionals of these, and nested records.");
        } else {
            components.add(new Component(component.getName(), key, annotation, optional, null, read, isSecret(value)));
        }
    }

    /** Whether a value is a secret, or a list of them. */
    private static boolean isSecret(Type type) {
        return type == Secret.class
                || (type instanceof ParameterizedType list
                        && Arrays.stream(list.getActualTypeArguments()).anyMatch(SettingsRecord::isSecret));
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The prefix of its settings. */
    public String prefix() {
        return prefix;
    }

    /** Its settings, those of nested records included. */
    public List<SettingDescription> describe() {
        List<SettingDescription> all = new ArrayList<>();
        for (Component each : components) {
            if (each.nested != null) {
                all.addAll(each.nested.describe());
            } else {
                String byDefault = defaultOf(each);
                all.add(new SettingDescription(
                        each.key,
                        each.annotation == null ? "" : each.annotation.description(),
                        byDefault,
                        byDefault == null && !each.optional,
                        each.secret));
            }
        }
        return all;
    }

    private static @Nullable String defaultOf(Component component) {
        return component.annotation == null
                        || component.annotation.defaultValue().equals(SkillSetting.REQUIRED)
                ? null
                : component.annotation.defaultValue();
    }

    /**
     * Makes the record of the values of its settings.
     *
     * @throws InvalidSettingException when a value is missing or not valid, or a name below the prefix is no setting; all are named
     */
    public Object bind(SettingSources sources) {
        List<String> faults = new ArrayList<>();
        refuseUnknownNames(sources, faults);
        Object bound = bind(sources, faults);
        if (bound == null || !faults.isEmpty()) {
            throw InvalidSettingException.of(faults);
        }
        return bound;
    }

    private void refuseUnknownNames(SettingSources sources, List<String> faults) {
        List<String> keys = describe().stream().map(SettingDescription::key).toList();
        faults.addAll(SettingReader.unknownNames(sources, prefix, keys));
    }

    private @Nullable Object bind(SettingSources sources, List<String> faults) {
        // not before: a provider of constraints that starts is slow, and logs
        SettingsConstraints constraints = SettingsConstraints.of(type);
        @Nullable Object[] values = new Object[components.size()];
        List<SettingsConstraints.Refused> refused = new ArrayList<>();
        int before = faults.size();
        for (int i = 0; i < values.length; i++) {
            Component each = components.get(i);
            int known = faults.size();
            values[i] = each.nested != null ? each.nested.bind(sources, faults) : value(each, sources, faults);
            if (each.nested == null && faults.size() == known) {
                refused.addAll(constraints.check(each.name, values[i]));
            }
        }
        Object made = faults.size() > before ? null : make(values, faults);
        if (made != null) {
            refused = constraints.check(made);
        }
        refused.forEach(each -> faults.add(sentence(each, sources)));
        return made;
    }

    private String sentence(SettingsConstraints.Refused refused, SettingSources sources) {
        Component component = components.stream()
                .filter(each -> each.name.equals(refused.component()))
                .findFirst()
                .orElse(null);
        String message = refused.message() + (refused.message().endsWith(".") ? "" : ".");
        if (component == null || component.type == null) {
            return "The settings below " + (component == null ? prefix : component.key) + " are not valid: " + message;
        }
        Found found = sources.find(component.key);
        String byDefault = defaultOf(component);
        String value = found != null ? found.value() : byDefault == null ? "not set" : byDefault;
        String shown = component.secret ? "not valid" : found == null && byDefault == null ? value : "'" + value + "'";
        return component.key + " is " + shown + " (from " + (found == null ? SettingSources.DEFAULTS : found.source())
                + (message.startsWith("must ") ? "), but " : "): ") + message;
    }

    private static @Nullable Object value(Component component, SettingSources sources, List<String> faults) {
        Found found = sources.find(component.key);
        String byDefault = defaultOf(component);
        if (found == null && byDefault != null) {
            found = new Found(byDefault, SettingSources.DEFAULTS);
        }
        SettingType type = component.type;
        if (found == null || type == null) {
            if (!component.optional) {
                faults.add(component.key + " is not set. Set it to " + (type == null ? "a value" : type.allowed())
                        + ": with --"
                        + component.key + "=…, the environment variable " + SettingSources.variable(component.key)
                        + ", or in "
                        + SettingSources.FILE + ".");
            }
            return Optional.empty();
        }
        Object value = type.reader().read(found.value());
        if (value == null) {
            faults.add(component.key + " is " + (component.secret ? "not valid" : "'" + found.value() + "'") + " (from "
                    + found.source() + "), but must be " + type.allowed() + ".");
            return null;
        }
        return component.optional ? Optional.of(value) : value;
    }

    /** A constructor of the author's may refuse values, with its own sentence. */
    private @Nullable Object make(@Nullable Object[] values, List<String> faults) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            faults.add("The settings below " + prefix + " are not valid: "
                    + (e.getCause() == null || e.getCause().getMessage() == null
                            ? "they are refused by " + type.getSimpleName()
                            : e.getCause().getMessage()));
            return null;
        } catch (ReflectiveOperationException e) {
            throw new InvalidSettingException(
                    "The record " + type.getSimpleName() + " cannot be made: " + e.getMessage(), e);
        }
    }
}
