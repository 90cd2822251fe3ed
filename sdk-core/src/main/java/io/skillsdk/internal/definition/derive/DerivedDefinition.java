package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.TypeDefinition;
import java.util.List;

/**
 * What the actions say a skill.yaml should.
 *
 * @param definition the skill.yaml
 * @param types the named types that its parameters refer to, nested records of payloads and results
 */
public record DerivedDefinition(SkillDefinition definition, List<TypeDefinition> types) {}
