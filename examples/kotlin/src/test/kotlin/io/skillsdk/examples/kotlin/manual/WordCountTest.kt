package io.skillsdk.examples.kotlin.manual

import io.skillsdk.testing.SkillTester
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** What docs/kotlin.md shows: it is the source that stands beside this test. */
class WordCountTest {

    private val tester: SkillTester = SkillTester.of(WordCount())

    @Test
    fun `the manual shows this code`() {
        val source = Files.readString(Path.of("src/test/kotlin/io/skillsdk/examples/kotlin/manual/WordCount.kt"))
        val shown = Files.readString(Path.of("../../docs/kotlin.md")).substringAfter("```kotlin\n").substringBefore("```")
        assertThat(source).endsWith("\n\n$shown")
    }

    @Test
    fun `it answers, with and without the default`() {
        assertThat(words("""{"text":"to be or not to be"}""")).isEqualTo(6)
        assertThat(words("""{"text":"to be or not to be","limit":2}""")).isEqualTo(2)
        assertThat(tester.invokeJson("""{"payload":{"limit":2}}""").violations().map { it.field() }).containsExactly("payload.text")
    }

    private fun words(payload: String): Any? = tester.invokeJson("{\"payload\":$payload}").payload(Map::class.java)["words"]
}
