package io.skillsdk.internal.json;

import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.library.JacksonLibrary;
import io.skillsdk.internal.json.mapper.FrugalContext;
import io.skillsdk.internal.json.sent.SentValue;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.trial.MissingMember;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.util.ClassUtil;

/** Says of a fault what is wanted at its place. What a type looks like is told by its description, which may be vague. */
final class FaultWords {

    private static final Pattern MISSING_TYPE = Pattern.compile("missing type id property '([^']+)'");

    private static final Pattern KNOWN_TYPES = Pattern.compile("known type ids = \\[([^\\]]*)\\]");

    private static final String NOT_ALLOWED = "has a value that is not allowed";

    private final KnownShapes known;

    private final SentValue root;

    private final Map<SentValue, @Nullable JsonShape> shapes = new HashMap<>();

    private final Map<String, String> typeNames = new HashMap<>();

    FaultWords(KnownShapes known, SentValue root) {
        this.known = known;
        this.root = root;
    }

    /** Of a value that Jackson refused. */
    String of(JacksonException fault, SentValue value) {
        if (fault instanceof InvalidTypeIdException type) {
            return choice(type, value);
        }
        if (fault instanceof PropertyBindingException unknown) {
            return "has a member that is not known: " + unknown.getPropertyName();
        }
        String ownWords = authorsWords(fault);
        return ownWords == null ? of(target(fault), value) : "is refused: " + ownWords;
    }

    /** Of a value that is not of the class that Jackson wants. */
    String of(@Nullable Class<?> target, SentValue value) {
        JsonShape wanted = wanted(value, target);
        return value.ordinal() == Integer.MAX_VALUE ? "is required" + andMustBe(wanted) : mismatch(wanted, value);
    }

    /** Of a name that is not a key of its map. */
    String key(Class<?> target) {
        JsonShape key = known.of(target);
        return "is not a valid map key"
                + (key == null || isVague(key)
                        ? ""
                        : ": it must be " + key.expectation().replace("a string ", ""));
    }

    String missing(MissingMember missing, SentValue object) {
        if (missing.message() != null) {
            return missing.message();
        }
        JsonShape at = shapeAt(object);
        Member member = at == null ? null : member(at, missing.name());
        JsonShape wanted = member == null ? known.of(missing.type()) : member.shape();
        return "is required" + andMustBe(wanted);
    }

    /** What follows the name of an object for a member that it lacks. */
    String segment(SentValue object, String name) {
        int place = placeInTuple(object, name);
        return FieldNames.segment(place < 0 ? name : null, place);
    }

    /** Whether an array, whose members have no names, is long enough to have a member. */
    boolean isSent(SentValue array, String name) {
        int place = placeInTuple(array, name);
        return place >= 0 && place < array.children().size();
    }

    private int placeInTuple(SentValue array, String name) {
        if (array.token() == JsonToken.START_ARRAY && shapeAt(array) instanceof JsonShape.Tuple tuple) {
            for (int i = 0; i < tuple.members().size(); i++) {
                if (tuple.members().get(i).name().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The member that should have named a type, or empty where it is there or nothing is known of it. */
    static String discriminator(JacksonException fault, SentValue value) {
        if (value.token() != JsonToken.START_OBJECT || !(fault instanceof InvalidTypeIdException type)) {
            return "";
        }
        Matcher told = MISSING_TYPE.matcher(type.getOriginalMessage());
        return told.find() ? FieldNames.segment(told.group(1), -1) : "";
    }

    /** What Jackson says of the types that it knows, unless their names are those of classes. */
    private String choice(InvalidTypeIdException fault, SentValue value) {
        String names = typeNames.computeIfAbsent(fault.getOriginalMessage(), message -> typeNames(fault, message));
        String id = fault.getTypeId();
        if (id != null) {
            String allowed = names.isEmpty() ? NOT_ALLOWED : "must be one of " + names;
            return id.equals(value.name()) && !id.equals(value.text())
                    ? "is not the name of a type" + (names.isEmpty() ? "" : ": that " + allowed)
                    : allowed;
        }
        if (value.token() != JsonToken.START_OBJECT) {
            return mismatch(described(fault), value);
        }
        if (discriminator(fault, value).isEmpty()) {
            return "has members that do not tell which of the allowed forms it has";
        }
        return "is required" + (names.isEmpty() ? "" : ", and must be one of " + names);
    }

    private String typeNames(InvalidTypeIdException fault, String message) {
        Matcher known = KNOWN_TYPES.matcher(message);
        String told = known.find()
                ? known.group(1)
                : described(fault) instanceof JsonShape.Choice choice
                        ? String.join(", ", choice.variants().keySet())
                        : "";
        return AuthorFailure.isTechnical(told) ? "" : told;
    }

    private @Nullable JsonShape described(InvalidTypeIdException fault) {
        return fault.getBaseType() == null ? null : known.of(fault.getBaseType());
    }

    private static String mismatch(@Nullable JsonShape wanted, SentValue value) {
        String found = JsonDescriptions.of(value.token());
        if (value.token() == JsonToken.VALUE_NULL) {
            return "must not be null" + andMustBe(wanted);
        }
        if (wanted == null || isVague(wanted)) {
            return NOT_ALLOWED;
        }
        boolean container = !(wanted instanceof JsonShape.Scalar);
        boolean sameKind = wanted.expectation().startsWith(found)
                || (wanted instanceof JsonShape.Scalar scalar && isOfKind(value.token(), scalar));
        if (container && wanted.expectation().equals(found)) {
            return "has a form that is not allowed";
        }
        boolean tooLarge =
                sameKind && value.token().isNumeric() && wanted.expectation().equals("a number");
        return "must be " + wanted.expectation()
                + (sameKind ? tooLarge ? " of at most 308 digits" : "" : ", not " + found);
    }

    private static boolean isOfKind(JsonToken token, JsonShape.Scalar scalar) {
        return switch (scalar.kind()) {
            case INTEGER, NUMBER -> token.isNumeric();
            case BOOLEAN -> token.isBoolean();
            case STRING -> token == JsonToken.VALUE_STRING;
        };
    }

    /** The description of what Jackson wanted: that of the place, if it is of the class that Jackson names. */
    private @Nullable JsonShape wanted(SentValue value, @Nullable Class<?> target) {
        JsonShape at = shapeAt(value);
        if (target == null || target == Object.class || isOfTheWhole(target, value)) {
            return at;
        }
        if (at != null && !(at instanceof JsonShape.Anything) && sameClass((JavaType) at.type(), target)) {
            return at;
        }
        JsonShape described = known.of(target);
        return isVague(described) ? at : described;
    }

    /** Where a null is among elements that must not be null, Jackson names the class of the collection. */
    private boolean isOfTheWhole(Class<?> target, SentValue value) {
        return value.token() == JsonToken.VALUE_NULL
                && Iterable.class.isAssignableFrom(target)
                && value.parent() != null
                && shapeAt(value.parent()) instanceof JsonShape.Array;
    }

    private static boolean sameClass(JavaType type, Class<?> target) {
        return ClassUtil.wrapperType(type.getRawClass().isPrimitive() ? type.getRawClass() : int.class)
                        == ClassUtil.wrapperType(target.isPrimitive() ? target : int.class)
                && (type.getRawClass() == target || type.getRawClass().isPrimitive() || target.isPrimitive());
    }

    private static @Nullable Class<?> target(JacksonException fault) {
        if (fault instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        }
        Throwable cause = fault;
        while (cause != null && !(cause instanceof InputCoercionException)) {
            cause = cause.getCause();
        }
        return cause instanceof InputCoercionException coercion ? coercion.getTargetType() : null;
    }

    /** What an author's own reader says, by an exception that it asked Jackson for. */
    private static @Nullable String authorsWords(JacksonException fault) {
        if (fault.getClass() != MismatchedInputException.class && fault.getClass() != InvalidFormatException.class) {
            return null;
        }
        for (StackTraceElement frame : fault.getStackTrace()) {
            String name = frame.getClassName();
            boolean reports = name.startsWith("tools.jackson.databind.exc.")
                    || name.startsWith("io.skillsdk.internal.json.trial.")
                    || name.equals("tools.jackson.databind.DeserializationContext")
                    || name.equals(FrugalContext.class.getName())
                    || name.equals("tools.jackson.databind.DatabindException");
            if (!reports) {
                boolean ours = JacksonLibrary.isPartOfReading(name);
                String words = fault.getOriginalMessage();
                return ours || words == null || AuthorFailure.isTechnical(words) ? null : words;
            }
        }
        return null;
    }

    private static String andMustBe(@Nullable JsonShape wanted) {
        return wanted == null || isVague(wanted) ? "" : ", and must be " + wanted.expectation();
    }

    private static boolean isVague(@Nullable JsonShape shape) {
        return shape == null || shape instanceof JsonShape.Anything;
    }

    private @Nullable JsonShape shapeAt(SentValue value) {
        SentValue parent = value.parent();
        if (value == root || parent == null) {
            return known.whole();
        }
        if (!value.token().isStructStart()) {
            return part(shapeAt(parent), value);
        }
        JsonShape at = shapes.get(value);
        if (at == null && !shapes.containsKey(value)) {
            at = part(shapeAt(parent), value);
            shapes.put(value, at);
        }
        return at;
    }

    private static @Nullable JsonShape part(@Nullable JsonShape whole, SentValue step) {
        if (whole instanceof JsonShape.Array array && step.name() == null) {
            return array.element();
        }
        if (whole instanceof JsonShape.Tuple tuple && step.name() == null) {
            return step.index() < tuple.members().size()
                    ? tuple.members().get(step.index()).shape()
                    : null;
        }
        if (whole instanceof JsonShape.Dictionary dictionary && step.name() != null) {
            return dictionary.value();
        }
        if (whole instanceof JsonShape.Choice choice && step.parent() != null && step.name() != null) {
            JsonShape variant = step.parent().children().stream()
                    .filter(sibling -> choice.discriminator().equals(sibling.name()))
                    .map(sibling -> choice.variants().get(sibling.text()))
                    .findFirst()
                    .orElse(null);
            return variant == null ? null : part(variant, step);
        }
        Member member = step.name() == null || whole == null ? null : member(whole, step.name());
        return member == null ? null : member.shape();
    }

    private static @Nullable Member member(JsonShape whole, String name) {
        if (!(whole instanceof JsonShape.Structure structure)) {
            return null;
        }
        Member member = structure.members().get(name);
        return member != null
                ? member
                : structure.members().values().stream()
                        .filter(each ->
                                each.aliases().contains(name) || each.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }
}
