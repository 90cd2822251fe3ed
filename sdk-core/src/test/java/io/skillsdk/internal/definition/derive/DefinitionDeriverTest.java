package io.skillsdk.internal.definition.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperty;
import io.skillsdk.SkillResponse;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.write.DefinitionWriter;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.routing.ActionCatalog;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A skill.yaml that is derived of actions says what they do, and goes to text and back unchanged. */
class DefinitionDeriverTest {

    record Line(String sku, int quantity) {}

    record Order(@SkillParameter(required = true) List<Line> lines, Optional<String> note) {}

    record Receipt(Line first, BigDecimal total) {}

    @SkillProperty(name = "limit", type = SkillProperty.Type.NUMBER, defaultValue = "0.50", description = "yes: no")
    @SkillProperty(
            name = "mode",
            defaultValue = "on",
            validValues = {"on", "off"})
    @SkillProperty(name = "key", defaultValue = "#SECURE.key", secure = true)
    static final class Shop {

        @SkillAction(
                title = "on",
                description = "Takes: an order # now",
                outputs = {"rejected"})
        public SkillResponse<Receipt> order(Order order) {
            return SkillResponse.to("rejected", new Receipt(order.lines().get(0), BigDecimal.ONE));
        }

        @SkillAction(path = "orders/{id}", method = HttpMethod.GET)
        public long count(@PathParameter("id") String id) {
            return id.length();
        }

        @SkillAction(output = "any")
        public Map<String, Object> other(Map<String, Object> payload) {
            return payload;
        }

        @SkillAction
        public List<Line> lines(List<Line> lines) {
            return lines;
        }
    }

    static final class One {
        @SkillAction(title = "Word count", description = "Counts")
        public int count(String text) {
            return text.length();
        }
    }

    private static DerivedDefinition derive(String name, Object... instances) {
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        ActionCatalog catalog = ActionCatalog.of(endpoint.defaults(), List.of(instances));
        PodPatches pod = new PodPatches("health", Duration.ofSeconds(5), Duration.ofSeconds(40));
        return new DefinitionDeriver(catalog, endpoint, name, pod).derive();
    }

    private static Input input(SkillDefinition definition, String name) {
        return definition.inputs().stream()
                .filter(input -> name.equals(input.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Parameters parameters) {
        return parameters instanceof Parameters.Listed listed
                ? listed.all().stream()
                        .map(one -> Objects.requireNonNull(one.name()))
                        .toList()
                : List.of();
    }

    @Test
    void eachActionHasAnInputAndAnOutputOfItsOwn() {
        SkillDefinition shop = derive("shop", new Shop()).definition();
        assertThat(shop.inputs()).extracting(Input::name).containsExactly("count", "lines", "order", "other");
        assertThat(shop.outputs())
                .extracting(Output::name)
                .containsExactly("count", "lines", "order", "rejected", "any");
        assertThat(shop.inputs()).allSatisfy(input -> {
            var all = Objects.requireNonNull(
                    Objects.requireNonNull(input.routing()).all());
            assertThat(all.action()).isEqualTo("shop");
            assertThat(all.runtime()).isEqualTo("cortex/daemons");
            assertThat(shop.outputs()).extracting(Output::name).contains(all.output());
        });
        assertThat(input(shop, "order").title()).isEqualTo("on");
        assertThat(input(shop, "count").title()).isEqualTo("count");
        assertThat(input(shop, "count").description()).isNull();
    }

    @Test
    void whatAnInputHasIsWhatItsActionTakes() {
        SkillDefinition shop = derive("shop", new Shop()).definition();
        assertThat(names(input(shop, "order").parameters())).containsExactly("lines", "note");
        // at daemon.path a name of an action's own path is taken from the payload
        assertThat(names(input(shop, "count").parameters())).containsExactly("id");
        assertThat(input(shop, "other").parameters()).isEqualTo(new Parameters.Unspecified());
        assertThat(input(shop, "lines").parameters()).isEqualTo(new Parameters.Unspecified());
        assertThat(names(shop.outputs().get(0).parameters())).containsExactly("result");
        assertThat(names(shop.outputs().get(3).parameters())).containsExactly("first", "total");
    }

    @Test
    void oneActionGivesTheSkillItsTitle() {
        SkillDefinition one = derive("team/Word-Count", new One()).definition();
        assertThat(one.title()).isEqualTo("Word count");
        assertThat(one.description()).isEqualTo("Counts");
        assertThat(derive("shop", new Shop()).definition().title()).isEqualTo("shop");
        assertThat(one.actions()).singleElement().satisfies(container -> {
            assertThat(container.name()).isEqualTo("team/Word-Count");
            assertThat(container.image()).isEqualTo("word-count");
            assertThat(container.command()).isEmpty();
        });
    }

    @Test
    void thePropertiesAreTheDaemonsAndThoseOfTheCode() {
        List<Property> properties = derive("shop", new Shop()).definition().properties();
        assertThat(properties)
                .extracting(Property::name)
                .containsExactly("daemon.method", "daemon.path", "daemon.port", "limit", "mode", "key");
        assertThat(properties.get(2).defaultValue())
                .isEqualTo(Integer.valueOf(DaemonEndpoint.ofClassPath().port()));
        assertThat(properties.get(4).type()).isEqualTo("Enum");
        assertThat(properties.get(5).secure()).isTrue();
    }

    @Test
    void everyTypeThatIsReferredToIsThereAndNoOther() {
        DerivedDefinition derived = derive("shop", new Shop());
        Set<String> references = new HashSet<>();
        derived.definition().inputs().forEach(input -> collect(input.parameters(), references));
        derived.definition().outputs().forEach(output -> collect(output.parameters(), references));
        derived.types().forEach(type -> collect(new Parameters.Listed(type.parameters()), references));
        assertThat(derived.types()).extracting(TypeDefinition::name).containsExactlyInAnyOrderElementsOf(references);
        assertThat(references).allMatch(name -> name.startsWith("shop-"));
    }

    private static void collect(Parameters parameters, Set<String> references) {
        if (parameters instanceof Parameters.Listed listed) {
            listed.all().stream()
                    .map(one -> one.other().get(Parameter.REF))
                    .filter(Objects::nonNull)
                    .forEach(ref -> references.add(ref.toString()));
        }
    }

    @Test
    void whatIsWrittenIsReadAsItWasDerived() {
        for (String name :
                List.of("shop", "yes", "1.0", "team/shop", "a: b", "#x", "{{x}}", "it's \"é\uD83D\uDE00\"")) {
            SkillDefinition derived = derive(name, new Shop()).definition();
            SkillDefinition read = DefinitionReader.parse(DefinitionWriter.write(derived));
            assertThat(DefinitionWriter.write(read)).as(name).isEqualTo(DefinitionWriter.write(derived));
            assertThat(read.name()).isEqualTo(name);
            assertThat(read.inputs()).isEqualTo(derived.inputs());
            assertThat(read.properties().get(3).defaultValue()).isEqualTo(0.5);
            assertThat(read.actions().get(0).podSpec())
                    .isEqualTo(Objects.requireNonNull(derived.actions().get(0).podSpec()));
        }
    }

    @Test
    void anActionMoreChangesNothingOfTheOthers() {
        SkillDefinition one = derive("shop", new Shop()).definition();
        SkillDefinition more = derive("shop", new Shop(), new Object() {
                    @SkillAction
                    public String another(String text) {
                        return text;
                    }
                })
                .definition();
        assertThat(more.inputs()).containsAll(one.inputs());
        assertThat(more.outputs()).containsAll(one.outputs());
        assertThat(more.properties()).isEqualTo(one.properties());
        assertThat(more.actions()).isEqualTo(one.actions());
        ActionDeclaration container = more.actions().get(0);
        assertThat(container.type()).isEqualTo("daemon");
    }
}
