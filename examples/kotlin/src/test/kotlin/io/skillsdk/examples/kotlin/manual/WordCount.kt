package io.skillsdk.examples.kotlin.manual

import io.skillsdk.SkillAction
import io.skillsdk.daemon.SkillDaemon

data class Text(val text: String, val limit: Int = 10)

class WordCount {
    @SkillAction
    fun count(payload: Text) = mapOf("words" to payload.text.split(" ").take(payload.limit).size)
}

fun main(args: Array<String>) = SkillDaemon.run(args, WordCount())
