package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.yaml.Places;

/** Finds keys that are misspelt. Keys of people's own, which resemble none of the platform's, are theirs. */
public final class KeyChecks {

    private KeyChecks() {}

    public static void run(Places places, FindingCollector findings) {
        places.misspellings()
                .forEach(one -> findings.add(
                        Rule.KEY_MISSPELT,
                        one.part(),
                        "There is no key '" + one.key() + "'; did you mean '" + one.meant() + "'? Fix the name."));
    }
}
