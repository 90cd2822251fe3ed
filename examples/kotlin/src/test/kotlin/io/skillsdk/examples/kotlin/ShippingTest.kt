package io.skillsdk.examples.kotlin

import io.skillsdk.testing.SkillTester
import io.skillsdk.testing.TestResponse
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ShippingTest {

    private val tester: SkillTester = SkillTester.of(Shipping())

    private fun quote(payload: String): TestResponse = tester.action("quote").invokeJson("{\"payload\":$payload}")

    private fun faults(payload: String): List<String> = quote(payload).violations().map { "${it.field()} ${it.message()}" }

    @Test
    fun `what is not sent has its default`() {
        assertThat(quote("""{"to":"Ada","size":"SMALL"}""").payload(Quote::class.java)).isEqualTo(Quote(499, "Ada"))
        assertThat(quote("""{"to":"Ada","size":"LARGE","express":true,"note":null,"stops":["Bath"]}""").payload(Quote::class.java))
            .isEqualTo(Quote(2098, "Ada"))
    }

    @Test
    fun `what has no default and is not nullable is required`() {
        assertThat(faults("{}"))
            .containsExactly(
                "payload.to is required, and must be a string",
                "payload.size is required, and must be one of SMALL, LARGE",
            )
    }

    @Test
    fun `null is refused where the type takes none`() {
        assertThat(faults("""{"to":null,"size":null}"""))
            .containsExactly(
                "payload.to must not be null, and must be a string",
                "payload.size must not be null, and must be one of SMALL, LARGE",
            )
    }

    @Test
    fun `exactly the faulty members are named`() {
        assertThat(faults("""{"to":5,"size":"small","express":"yes","stops":["a",1,{}],"note":"n"}"""))
            .containsExactly(
                "payload.to must be a string, not a number",
                "payload.size must be one of SMALL, LARGE",
                "payload.express must be true or false, not a string",
                "payload.stops[1] must be a string, not a number",
                "payload.stops[2] must be a string, not an object",
            )
    }

    @Test
    fun `what the class requires is said in its own words`() {
        assertThat(faults("""{"to":"Ada","size":"SMALL","stops":["a","b","c","d"]}"""))
            .containsExactly("payload is refused: at most 3 stops are possible")
    }

    @Test
    fun `what is answered would be accepted`() {
        val answer = tester.action("echo").invokeJson("""{"payload":{"to":"Ada","size":"SMALL","stops":["a"]}}""").json()
        assertThat(tester.action("echo").invokeJson(answer).json()).isEqualTo(answer)
    }
}
