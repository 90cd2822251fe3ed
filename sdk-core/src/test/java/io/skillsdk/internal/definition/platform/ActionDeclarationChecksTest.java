package io.skillsdk.internal.definition.platform;

import static io.skillsdk.internal.definition.platform.PlatformFindings.messages;
import static io.skillsdk.internal.definition.platform.PlatformFindings.parts;
import static io.skillsdk.internal.definition.platform.PlatformFindings.skill;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform and the registry take of an entry of {@code actions}. */
class ActionDeclarationChecksTest {

    /** A name as the reference grammar of registries has it (distribution/reference), without a tag and a digest. */
    private static final Pattern REFERENCE;

    static {
        String label = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
        String domain = "(?:localhost|" + label + "(?=[.:])(?:\\." + label + ")*)(?::[0-9]+)?";
        String path = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
        REFERENCE = Pattern.compile("(?:" + domain + "/)?" + path + "(?:/" + path + ")*");
    }

    private static String action(String keys) {
        return skill("actions:\n  - name: orders\n    type: daemon\n    image: orders\n    " + keys);
    }

    private static String image(String image) {
        return skill("actions: [{name: orders, type: daemon, image: '" + image + "'}]");
    }

    @Test
    void aSoundActionHasNoFinding() {
        assertThat(parts(skill())).isEmpty();
        assertThat(parts(action("port: 5000"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "a",
                "0",
                "acme/orders",
                "registry.example.com/team/orders",
                "registry.example.com:5000/orders",
                "localhost/orders",
                "a__b",
                "a--b",
                "my.image_name-1",
                "${registry}/orders",
                "{{image}}",
                "Registry.Example.com/orders"
            })
    void anImageOfARegistryIsTaken(String image) {
        assertThat(parts(image(image))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Orders, image-invalid",
        "Acme/orders, image-invalid",
        "registry.example.com./orders, image-invalid",
        "acme//orders, image-invalid",
        "/orders, image-invalid",
        "orders/, image-invalid",
        "-orders, image-invalid",
        "orders-, image-invalid",
        "a..b, image-invalid",
        "a._b, image-invalid",
        "a___b, image-invalid",
        "acme-/orders, image-invalid",
        "o rders, image-invalid",
        "örders, image-invalid",
        "https://registry/orders, image-invalid",
        "docker://orders, image-invalid",
        "orders:1, image-tag",
        "registry:5000/orders:latest, image-tag",
        "orders@sha256:0123, image-tag",
        "'', image-missing",
        "' ', image-missing"
    })
    void anImageThatARegistryRefusesIsFound(String image, String id) {
        assertThat(parts(image(image))).containsExactly("actions[0].image " + id);
    }

    @Test
    void imagesAreJudgedAsTheReferenceGrammarDoes() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder image = new StringBuilder();
            random.ints(1 + random.nextInt(9), 0, 12).forEach(c -> image.append("aab0Z._-//é ".charAt(c)));
            boolean valid = REFERENCE.matcher(image).matches();
            assertThat(ActionDeclarationChecks.isImage(image.toString()))
                    .as("seed %d: '%s'", seed, image)
                    .isEqualTo(valid);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", ".a", "__a", "-", "/a", "a"})
    void anImageIsAtMost255CharactersLongAndALongerOneIsReadWithoutRecursion(String part) {
        assertThat(ActionDeclarationChecks.isImage("a" + part.repeat(50) + "a")).isTrue();
        assertThat(messages(image("a" + part.repeat(50_000) + "a")))
                .singleElement()
                .asString()
                .endsWith("characters; shorten it to 255, the most that a registry takes.");
        assertThat(parts(image("a".repeat(255)))).isEmpty();
        assertThat(parts(image("a".repeat(256)))).containsExactly("actions[0].image image-invalid");
    }

    @ParameterizedTest
    @CsvSource({"daemon", "Daemon", "DAEMON", "job"})
    void aTypeIsTakenInAnyCase(String type) {
        String runtime = type.equals("job") ? "cortex/jobs" : "cortex/daemons";
        assertThat(parts(skill(
                        "inputs: [{name: a, routing: {all: {action: orders, runtime: " + runtime
                                + ", output: response}}}]",
                        "properties: " + (type.equals("job") ? "[]" : "[{name: daemon.port, defaultValue: 5000}]"),
                        "actions: [{name: orders, image: orders, type: " + type + "}]")))
                .isEmpty();
    }

    @Test
    void anotherTypeIsFoundWithTheOneThatIsMeant() {
        assertThat(messages(skill("actions: [{name: orders, image: orders, type: deamon}]")))
                .containsExactly("There is no type of action 'deamon'; did you mean 'daemon'? Fix the name.");
        assertThat(messages(skill("actions: [{name: orders, image: orders, type: service}]")))
                .containsExactly("There is no type of action 'service'; use one of daemon, job.");
        assertThat(messages(skill("actions: [{name: orders, image: orders}]")))
                .containsExactly("The action has no type; add 'type: daemon' or 'type: job'.");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "'\"2\"'", "999999", "'{{count}}'"})
    void aScaleCountIsANumberOfContainers(String count) {
        assertThat(parts(action("scaleCount: " + count))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "many", "1000000", "[1]", "true"})
    void aScaleCountThatIsNoneIsFound(String count) {
        assertThat(parts(action("scaleCount: " + count))).containsExactly("actions[0].scaleCount value-malformed");
    }

    @ParameterizedTest
    @CsvSource({"0", "65536", "-5000", "5000.5", "http", "'\"\"'", "true", "99999999999"})
    void aPortThatIsNoneIsFound(String port) {
        assertThat(parts(action("port: " + port))).containsExactly("actions[0].port port-invalid");
    }

    @Test
    void theEnvironmentIsOneTextOfQuotedPairs() {
        for (String sound :
                new String[] {"", "''", "'\"A\"=\"1\"'", "'\"A\"=\"1\", \"B\"=\"\"'", "|\n      \"A\"=\"1\""}) {
            assertThat(parts(action("environmentVariables: " + sound))).isEmpty();
        }
        for (String malformed : new String[] {"A=1", "{A: 1}", "[A]", "5", "'\"A\"=\"1\",'"}) {
            assertThat(parts(action("environmentVariables: " + malformed)))
                    .as(malformed)
                    .containsExactly("actions[0].environmentVariables environment-malformed");
        }
        assertThat(messages(action("environmentVariables: '\"A\"=\"1\",\"A\"=\"1\"'")))
                .containsExactly("The variable 'A' is there twice; remove one.");
    }

    @Test
    void whereTheFileIsATemplateItsPlacesAreNoFaultsOfTheirOwn() {
        assertThat(parts("""
                camel: 1.0.0
                name: {{skillname}}
                inputs: [{name: a, routing: {all: {action: "{{skillname}}", runtime: cortex/daemons, output: b}}}]
                outputs: [{name: b}]
                properties: [{name: daemon.port, defaultValue: 5000}]
                actions: [{name: "{{skillname}}", type: daemon, image: "{{image}}", scaleCount: "{{count}}"}]
                """)).containsExactly("name name-invalid");
    }
}
