package io.skillsdk.internal.settings;

import io.skillsdk.DataSize;
import io.skillsdk.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the value of a setting is read: from text to a Java type, with a sentence that says what is allowed. */
record SettingType(String allowed, Reader reader) {

    /** Reads a text; null when it is not valid. */
    interface Reader {
        @Nullable Object read(String text);
    }

    private static final Map<Class<?>, SettingType> SCALARS = scalars();

    private static Map<Class<?>, SettingType> scalars() {
        Map<Class<?>, SettingType> types = new LinkedHashMap<>();
        types.put(String.class, new SettingType("a text", text -> text));
        types.put(Secret.class, new SettingType("a text", Secret::of));
        types.put(long.class, new SettingType("a whole number", SettingValues::wholeNumber));
        types.put(
                int.class,
                new SettingType("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE, text -> {
                    Long number = SettingValues.wholeNumber(text);
                    return number == null || number != number.intValue() ? null : (Object) number.intValue();
                }));
        types.put(double.class, new SettingType("a number such as 0.75", SettingType::number));
        types.put(BigDecimal.class, new SettingType("a number such as 0.75", SettingType::decimal));
        types.put(boolean.class, new SettingType("true or false", SettingType::flag));
        types.put(Duration.class, new SettingType("a time such as 500ms, 30s, 5m or 2h", SettingValues::time));
        types.put(DataSize.class, new SettingType("a size such as 1048576, 512KiB or 20MiB", text -> {
            Long bytes = SettingValues.bytes(text);
            return bytes == null ? null : new DataSize(bytes);
        }));
        types.put(URI.class, new SettingType("an absolute URI such as https://example.org/", SettingType::uri));
        types.put(Path.class, new SettingType("a path of a file or folder", SettingType::path));
        types.put(Long.class, types.get(long.class));
        types.put(Integer.class, types.get(int.class));
        types.put(Double.class, types.get(double.class));
        types.put(Boolean.class, types.get(boolean.class));
        return types;
    }

    /** The type of a component, or null when settings cannot have it. */
    static @Nullable SettingType of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            SettingType element = of(list.getActualTypeArguments()[0]);
            return element == null
                    ? null
                    : new SettingType(
                            "a list, separated by commas, each " + element.allowed, text -> list(text, element));
        }
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            return enumeration(enumeration.getEnumConstants());
        }
        return type instanceof Class<?> scalar ? SCALARS.get(scalar) : null;
    }

    private static SettingType enumeration(Object[] constants) {
        String allowed =
                Arrays.stream(constants).map(SettingType::constant).collect(Collectors.joining(", ", "one of ", ""));
        return new SettingType(
                allowed,
                text -> Arrays.stream(constants)
                        .filter(value -> constant(value)
                                .equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                        .findFirst()
                        .orElse(null));
    }

    private static String constant(Object value) {
        return ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Object list(String text, SettingType element) {
        List<Object> values = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Object value = element.reader.read(part.trim());
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private static @Nullable Object number(String text) {
        BigDecimal decimal = decimal(text);
        return decimal == null || Double.isInfinite(decimal.doubleValue()) ? null : (Object) decimal.doubleValue();
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            return text.length() > 100 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable Object uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable Object path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
