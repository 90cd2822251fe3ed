package io.skillsdk.testing.junit;

import io.skillsdk.internal.definition.resolve.MessageDelivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Finds the files of {@link MessageFiles}. JUnit makes it; it is not for other use. */
final class MessageFilesProvider implements ArgumentsProvider, AnnotationConsumer<MessageFiles> {

    private String value = "";

    MessageFilesProvider() {}

    @Override
    public void accept(MessageFiles annotation) {
        value = annotation.value();
    }

    /** The way in which every JUnit from 5.0 on asks; the newer one has a parameter whose type there is from 5.13 on only. */
    @Override
    @SuppressWarnings("deprecation")
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        // looked for once they are asked for: what is thrown here, newer versions take for a provider that lacks the
        // newer way
        return Stream.of(Path.of(value)).flatMap(MessageFilesProvider::messages);
    }

    private static Stream<Arguments> messages(Path folder) {
        List<Path> files = find(folder);
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no .json file in " + folder.toAbsolutePath().normalize() + ".");
        }
        return files.stream()
                .map(file -> Arguments.of(Named.of(folder.relativize(file).toString(), file)));
    }

    /** Messages of inputs that skill.yaml routes to a job or an external API are not for a daemon's tests. */
    private static boolean mayReachDaemon(Path message) {
        MessageDelivery way = MessageDelivery.of(message);
        return way == null || way.mayReachDaemon();
    }

    private static List<Path> find(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .filter(MessageFilesProvider::mayReachDaemon)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
