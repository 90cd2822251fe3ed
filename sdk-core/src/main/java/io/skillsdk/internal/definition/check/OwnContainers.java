package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which containers of a definition are those of this jar, where several are daemons: those that an input leads to which fits
 * an action, by its output, name or parameters; where there is none, the one that is called like the skill.
 */
final class OwnContainers {

    private final Set<String> all = new LinkedHashSet<>();

    private final Set<String> own = new LinkedHashSet<>();

    OwnContainers(SkillDefinition definition, ActionCatalog catalog) {
        SkillRouting routing = new SkillRouting(definition);
        for (Input input : definition.inputs()) {
            for (SkillRouting.Leg leg : SkillRouting.legs(input)) {
                if (routing.isDaemon(leg.target()) && leg.target().action() != null) {
                    all.add(leg.target().action());
                    if (catalog.actions().stream().anyMatch(action -> fits(action, input, leg.target()))) {
                        own.add(leg.target().action());
                    }
                }
            }
        }
        if (own.isEmpty() && definition.name() != null && all.contains(definition.name())) {
            own.add(definition.name());
        }
    }

    /** Whether a target is of this jar. */
    boolean has(RoutingTarget target) {
        return all.size() < 2 || target.action() == null || own.contains(target.action());
    }

    private static boolean fits(Action action, Input input, RoutingTarget target) {
        return action.output().equals(target.output())
                || action.name().equals(input.name())
                || (Members.ofPayload(action) instanceof Members.Known known
                        && input.parameters() instanceof Parameters.Listed listed
                        && names(known)
                                .equals(listed.all().stream()
                                        .map(Parameter::name)
                                        .collect(Collectors.toSet())));
    }

    private static Set<String> names(Members.Known known) {
        return known.all().stream().map(Member::name).collect(Collectors.toSet());
    }
}
