package io.skillsdk.internal.json;

import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How the SDK speaks JSON: the one mapper, shared by all doors. */
final class Json {

    static final int MAX_DEPTH = 500;

    static final int MAX_NUMBER_LENGTH = 1000;

    static final int MAX_KEY_LENGTH = 50_000;

    static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .annotationIntrospector(new RequiredAnnotations())
            .addModule(envelopes())
            // a payload is typed: "5" is no number, 5 is no text, 1.5 is no integer
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            // results keep the order in which their author wrote them
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // values are read from the middle of a body; its end is checked by the envelope reader
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .findAndAddModules()
            .build();

    private Json() {}

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_KEY_LENGTH)
                        // a string is as long as its body may be
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    private static SimpleModule envelopes() {
        return new SimpleModule("skill-envelopes")
                .addDeserializer(SkillRequest.class, new EnvelopeDeserializer())
                .addSerializer(new EnvelopeSerializer())
                .addSerializer(SkillProperties.class, new RedactingSerializer());
    }
}
