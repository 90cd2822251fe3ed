package io.skillsdk.internal.json.mapper;

import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.json.library.JacksonLibrary;
import io.skillsdk.internal.json.parser.WholeStringFactory;
import io.skillsdk.internal.json.strict.FiniteNumber;
import io.skillsdk.internal.json.strict.StrictScalars;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How the SDK speaks JSON: the one mapper, shared by all doors. */
public final class Json {

    /** The most characters of a number. */
    public static final int MAX_NUMBER_LENGTH = 1000;

    /** The most characters of a key. */
    public static final int MAX_KEY_LENGTH = 50_000;

    /** The most levels of nesting in a body, unless the daemon is told otherwise. */
    public static final int MAX_DEPTH = 100;

    /** The mapper for bodies of the usual depth. */
    public static final JsonMapper MAPPER = mapper(MAX_DEPTH);

    private Json() {}

    /** The mapper for bodies that may be nested so deeply. */
    public static JsonMapper forDepth(int maxDepth) {
        return maxDepth == MAX_DEPTH ? MAPPER : mapper(maxDepth);
    }

    private static JsonMapper mapper(int maxDepth) {
        JsonMapper.Builder builder = JsonMapper.builder(factory(maxDepth))
                .deserializationContexts(new FrugalContexts())
                .annotationIntrospector(new RequiredAnnotations())
                .addModule(skills())
                .addModule(new SimpleModule("required").setDeserializerModifier(new RequiredMembers()))
                .addModule(new SimpleModule("answers").setSerializerModifier(new AnswerableOnly()))
                // a payload is typed: "5" is no number, 5 is no text, 1.5 is no integer
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> refuse(
                                text, CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean))
                // {} for a bean that shows nothing is no answer
                .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                // values are kept as they were sent
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
                .disable(DateTimeFeature.WRITE_DATES_WITH_CONTEXT_TIME_ZONE)
                // results keep the order in which their author wrote them
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                // values are read from the middle of a body; its end is checked by the envelope reader
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (LogicalType scalar : List.of(
                LogicalType.Integer, LogicalType.Float, LogicalType.Boolean, LogicalType.DateTime, LogicalType.Enum)) {
            builder.withCoercionConfig(
                    scalar, each -> refuse(each, CoercionInputShape.EmptyString, CoercionInputShape.EmptyArray));
        }
        return builder.addModules(JacksonLibrary.modules()).build();
    }

    private static void refuse(MutableCoercionConfig type, CoercionInputShape... shapes) {
        type.setAcceptBlankAsEmpty(false);
        for (CoercionInputShape shape : shapes) {
            type.setCoercion(shape, CoercionAction.Fail);
        }
    }

    private static JsonFactory factory(int maxDepth) {
        return WholeStringFactory.of(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_KEY_LENGTH)
                        // a string is as long as its body may be
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                // a call is read and written on one thread, or on few
                .recyclerPool(JsonRecyclerPools.threadLocalPool()));
    }

    private static SimpleModule skills() {
        SimpleModule module = new SimpleModule("skills");
        module.setSerializers(new EnvelopeSerializers());
        return module
                // a set keeps the order of sending, too
                .addAbstractTypeMapping(Set.class, LinkedHashSet.class)
                .setDeserializerModifier(new StrictScalars())
                .setSerializerModifier(new LocalDates())
                // no modifier is asked about it
                .addDeserializer(OptionalDouble.class, FiniteNumber.ofOptional())
                .addSerializer(Declared.class, new Declared.Writer())
                .addDeserializer(SkillRequest.class, new EnvelopeDeserializer())
                .addSerializer(SkillProperties.class, new RedactingSerializer());
    }
}
