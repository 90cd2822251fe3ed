package io.skillsdk.internal.json;

import java.util.stream.Stream;

/**
 * A class of {@link JacksonForms}.
 *
 * @param sound what is read of it
 * @param broken the same with one fault
 * @param field where the fault is
 */
record JacksonCase(Class<?> type, String sound, String broken, String field) {

    static Stream<JacksonCase> all() {
        return Stream.of(
                new JacksonCase(
                        JacksonForms.Delegating.class, "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":\"x\"}", "payload.b"),
                new JacksonCase(
                        JacksonForms.Holder.class,
                        "{\"text\":\"a\",\"several\":5,\"texts\":[\"b\"],\"map\":{\"c\":{\"d\":1}}}",
                        "{\"text\":\"a\",\"several\":[],\"texts\":[\"b\"],\"map\":{\"c\":{\"d\":1}}}",
                        "payload.several"),
                new JacksonCase(JacksonForms.Several.class, "true", "{}", "payload"),
                new JacksonCase(JacksonForms.Several.class, "\"x\"", "[\"x\"]", "payload"),
                new JacksonCase(
                        JacksonForms.Properties.class,
                        "{\"unit\":\"kg\",\"name\":\"a\",\"size\":1}",
                        "{\"unit\":\"KILOS\",\"name\":\"a\",\"size\":1}",
                        "payload.unit"),
                new JacksonCase(
                        JacksonForms.Fields.class,
                        "{\"next\":{\"a\":2},\"a\":1}",
                        "{\"next\":{\"a\":\"2\"},\"a\":1}",
                        "payload.next.a"),
                new JacksonCase(
                        JacksonForms.Parent.class,
                        "{\"name\":\"p\",\"children\":[{\"age\":1},{\"age\":2}]}",
                        "{\"name\":\"p\",\"children\":[{\"age\":1},{\"age\":null}]}",
                        "payload.children[1].age"),
                new JacksonCase(
                        JacksonForms.Identified.class,
                        "{\"@id\":1,\"n\":1,\"other\":{\"@id\":2,\"n\":2,\"other\":1}}",
                        "{\"@id\":1,\"n\":1,\"other\":{\"@id\":2,\"n\":true,\"other\":1}}",
                        "payload.other.n"),
                new JacksonCase(
                        JacksonForms.Merging.class,
                        "{\"map\":{\"b\":2},\"list\":[2],\"kept\":null,\"empty\":null,\"without\":[1,null,2]}",
                        "{\"map\":{\"b\":\"2\"},\"list\":[2],\"kept\":null,\"empty\":null,\"without\":[1,null,2]}",
                        "payload.map.b"),
                new JacksonCase(
                        JacksonForms.AnyBean.class,
                        "{\"x\":[1,{\"y\":null}],\"known\":1,\"\":true}",
                        "{\"x\":[1,{\"y\":null}],\"known\":\"1\",\"\":true}",
                        "payload.known"),
                new JacksonCase(
                        JacksonForms.Named.class,
                        "{\"shoe_size\":43,\"Given\":\"a\",\"at_x\":1,\"at_y\":2,\"more\":[]}",
                        "{\"shoe_size\":43,\"Given\":\"a\",\"at_x\":1,\"at_y\":\"2\",\"more\":[]}",
                        "payload.at_y"),
                new JacksonCase(
                        JacksonForms.Viewed.class,
                        "{\"open\":1,\"closed\":\"c\"}",
                        "{\"open\":1,\"closed\":5}",
                        "payload.closed"),
                new JacksonCase(
                        JacksonForms.Injected.class, "{\"by\":\"me\",\"n\":1}", "{\"by\":{},\"n\":1}", "payload.by"),
                new JacksonCase(
                        JacksonForms.Built.class,
                        "{\"of\":[\"kg\",\"ton\"],\"size\":2}",
                        "{\"of\":[\"kg\",\"x\"],\"size\":2}",
                        "payload.of[1]"),
                new JacksonCase(JacksonForms.Row.class, "[\"t\",5]", "[\"t\",\"5\"]", "payload[1]"),
                new JacksonCase(JacksonForms.Boxes.class, """
                        {"numbers":{"value":1,"more":[2],"inner":{"value":3,"more":[],"inner":null}},
                         "texts":{"value":"a","more":["b"],"inner":null},"any":{"kg":1}}""", """
                        {"numbers":{"value":1,"more":[2],"inner":{"value":3,"more":[],"inner":null}},
                         "texts":{"value":"a","more":[5],"inner":null},"any":{"kg":1}}""", "payload.texts.more[0]"),
                new JacksonCase(
                        JacksonForms.Mapped.class,
                        "{\"byUnit\":{\"kg\":[[\"kg\",1]],\"TONS\":[]},\"byText\":{\"a\":1}}",
                        "{\"byUnit\":{\"kg\":[[\"kg\",1]],\"none\":[]},\"byText\":{\"a\":1}}",
                        "payload.byUnit.none"),
                new JacksonCase(
                        JacksonForms.Way.class,
                        "{\"km\":5,\"car\":\"a\"}",
                        "{\"km\":null,\"car\":\"a\"}",
                        "payload.km"),
                new JacksonCase(JacksonForms.Way.class, "{\"steps\":5}", "{\"steps\":\"5\"}", "payload.steps"),
                new JacksonCase(
                        JacksonForms.Visible.class,
                        "{\"n\":5,\"type\":\"noticed\"}",
                        "{\"n\":[],\"type\":\"noticed\"}",
                        "payload.n"));
    }
}
