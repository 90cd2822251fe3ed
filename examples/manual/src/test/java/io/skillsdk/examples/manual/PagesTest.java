package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skillsdk.examples.manual.Page.Block;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** Every page can be reached, its links lead somewhere, and what it shows in XML and JSON can be read. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");

    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    static Stream<Page> pages() throws IOException {
        return Page.all().map(Page::read);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theLinksOfAPageLeadToFilesAndHeadings(Page page) {
        Matcher link = LINK.matcher(withoutCode(page.text()));
        while (link.find()) {
            if (!link.group(1).contains("://")) {
                Path target =
                        link.group(1).isEmpty() ? page.file() : page.file().resolveSibling(link.group(1));
                assertThat(target).as("linked from %s", page).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(Page.read(target)))
                            .as("headings of %s, linked from %s", target, page)
                            .contains(link.group(2));
                }
            }
        }
    }

    @Test
    void theIndexOfTheManualHasEveryPage() throws IOException {
        String index = Page.read(Page.ROOT.resolve("docs/README.md")).text();
        try (Stream<Path> files = Files.list(Page.ROOT.resolve("docs"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAPageShowsInXmlAndJsonCanBeRead(Page page) {
        for (Block block : page.blocks()) {
            String text = String.join("\n", block.lines());
            assertThatCode(() -> read(block.language(), text)).as(text).doesNotThrowAnyException();
        }
    }

    private static void read(String language, String text) throws Exception {
        if (language.equals("xml")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<of-a-page>" + text + "</of-a-page>")));
        } else if (language.equals("json")) {
            JsonMapper.shared().readTree(text);
        }
    }

    private static String withoutCode(String text) {
        return text.replaceAll("(?ms)^\\s*```.*?^\\s*```", "").replaceAll("`[^`\n]*`", "`");
    }

    /** As GitHub makes them of headings. */
    private static Set<String> anchors(Page page) {
        return HEADING.matcher(page.text().replaceAll("(?ms)^\\s*```.*?^\\s*```", ""))
                .results()
                .map(heading -> heading.group(1)
                        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
