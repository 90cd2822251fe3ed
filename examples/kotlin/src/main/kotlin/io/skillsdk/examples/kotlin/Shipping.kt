package io.skillsdk.examples.kotlin

import io.skillsdk.SkillAction
import io.skillsdk.SkillParameter
import io.skillsdk.daemon.SkillDaemon

/** A size of parcel, with its price in cents. */
enum class Size(val cents: Int) {
    SMALL(499),
    LARGE(999),
}

/** The payload: what has no default and is not nullable must be sent. */
data class Parcel(
    @param:SkillParameter(description = "Who gets it", example = "Ada")
    val to: String,
    val size: Size,
    val express: Boolean = false,
    val stops: List<String> = emptyList(),
    val note: String? = null,
) {
    init {
        require(stops.size <= MOST_STOPS) { "at most $MOST_STOPS stops are possible" }
    }

    private companion object {
        const val MOST_STOPS = 3
    }
}

/** The result. */
data class Quote(val cents: Int, val label: String)

/** Says what a parcel costs: a skill in Kotlin. */
class Shipping {

    @SkillAction(title = "Shipping quote", description = "Says what a parcel costs")
    fun quote(payload: Parcel): Quote {
        val cents = payload.size.cents * (if (payload.express) 2 else 1) + payload.stops.size * 100
        return Quote(cents, payload.to + (payload.note?.let { " ($it)" } ?: ""))
    }

    /** Answers what it was sent. */
    @SkillAction(title = "Echo", description = "Answers the parcel that it was sent")
    fun echo(payload: Parcel): Parcel = payload
}

fun main(args: Array<String>) = SkillDaemon.run(args, Shipping())
