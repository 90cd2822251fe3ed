package io.skillsdk.internal.definition.platform;

import io.skillsdk.definition.Finding;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the platform's rules find in the text of a skill.yaml alone. */
final class PlatformFindings {

    /** A skill without a finding; its sections are replaced by what a test is about. */
    private static final String INPUTS = """
            inputs:
              - name: request
                routing:
                  all: {action: orders, runtime: cortex/daemons, output: response}
            """;

    private static final String OUTPUTS = "outputs: [{name: response}]\n";

    private static final String PROPERTIES = "properties: [{name: daemon.port, type: String, defaultValue: 5000}]\n";

    private static final String ACTIONS = "actions: [{name: orders, type: daemon, image: orders}]\n";

    private PlatformFindings() {}

    /** A definition with these sections, and sound ones for those that are not given. */
    static String skill(String... sections) {
        StringBuilder text = new StringBuilder("camel: 1.0.0\nname: orders\n");
        for (String usual : List.of(INPUTS, OUTPUTS, PROPERTIES, ACTIONS)) {
            String key = usual.substring(0, usual.indexOf(':') + 1);
            String own = "";
            for (String section : sections) {
                own += section.startsWith(key) ? section + "\n" : "";
            }
            text.append(own.isEmpty() ? usual : own);
        }
        for (String section : sections) {
            text.append(section.matches("(?s)(inputs|outputs|properties|actions):.*") ? "" : section + "\n");
        }
        return text.toString();
    }

    /** The findings of a definition whose folders of actions are called like its actions. */
    static List<Finding> of(String yaml) {
        try {
            Path file = Files.createTempFile("skill", ".yaml");
            try {
                Files.writeString(file, yaml);
                DefinitionFile read = DefinitionReader.readAsMeant(file);
                FindingCollector collector = new FindingCollector(file, read.places());
                PortClaims ports = new PortClaims(collector, null);
                new DefinitionChecks(read, Set.of("orders"), ports, collector).run();
                new EndpointChecks(read.definition(), ports, collector).settlePorts();
                return collector.all();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of what is found, by line. */
    static List<String> ids(String yaml) {
        return of(yaml).stream().map(Finding::id).toList();
    }

    /** The part and the id of what is found, such as {@code actions[0].image image-tag}. */
    static List<String> parts(String yaml) {
        return of(yaml).stream()
                .map(finding -> finding.part() + " " + finding.id())
                .toList();
    }

    /** The messages of what is found. */
    static List<String> messages(String yaml) {
        return of(yaml).stream().map(Finding::message).toList();
    }
}
