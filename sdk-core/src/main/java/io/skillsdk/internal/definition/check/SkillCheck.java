package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.definition.Finding;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.finding.Suppressions;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.platform.DefinitionChecks;
import io.skillsdk.internal.definition.platform.EndpointChecks;
import io.skillsdk.internal.definition.platform.PortClaims;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.workspace.TypeIndex;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.definition.yaml.Places;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.yaml.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks definitions against the platform's rules and the files around them, and the one of this jar against its actions. */
public final class SkillCheck {

    private final @Nullable ActionCatalog catalog;

    private final DaemonEndpoint endpoint;

    private final List<?> instances;

    private final @Nullable String chosen;

    private final TypeIndex types = new TypeIndex();

    /** A check by the platform's rules alone. */
    public SkillCheck(DaemonEndpoint endpoint) {
        this.catalog = null;
        this.endpoint = endpoint;
        this.instances = List.of();
        this.chosen = null;
    }

    /**
     * A check against actions too.
     *
     * @param instances the instances whose classes have the actions
     * @param chosen the name or folder of the skill that they are behind; null to find out
     */
    public SkillCheck(ActionCatalog catalog, List<?> instances, DaemonEndpoint endpoint, @Nullable String chosen) {
        this.catalog = catalog;
        this.endpoint = endpoint;
        this.instances = instances;
        this.chosen = chosen;
    }

    /**
     * Checks all definitions below some paths.
     *
     * @throws DefinitionException when a path is not there, or has no definition
     */
    public CheckReport run(List<Path> paths) {
        Map<Path, DefinitionFile> read = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        boolean unreadable = false;
        for (Path path : paths) {
            for (Path file : Workspace.definitions(path)) {
                try {
                    read.putIfAbsent(file, DefinitionReader.readAsMeant(file));
                } catch (DefinitionException e) {
                    FindingCollector broken = new FindingCollector(file, new Places());
                    broken.addAt(Rule.UNREADABLE, new Place(Math.max(e.line(), 1), 1), "The file " + e.problem());
                    findings.addAll(broken.all());
                    unreadable = true;
                }
            }
        }
        Set<Path> ours = catalog == null
                ? Set.of()
                : new SkillOfActions(catalog, instances, chosen).find(List.copyOf(read.values()), unreadable);
        Neighbours neighbours = new Neighbours(read.values());
        List<String> held = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int quiet = 0;
        for (DefinitionFile file : read.values()) {
            boolean our = ours.contains(file.path());
            (our ? held : others).add(Printable.of(Neighbours.nameOf(file)));
            quiet += check(file, our, neighbours, findings);
        }
        return new CheckReport(List.copyOf(findings), held, others, quiet);
    }

    private int check(DefinitionFile file, boolean our, Neighbours neighbours, List<Finding> found) {
        SkillDefinition definition = file.definition();
        Workspace workspace = Workspace.around(file.path());
        FindingCollector own = new FindingCollector(file.path(), file.places());
        Suppressions suppressions = new Suppressions(file.path(), file.text(), own);
        PortClaims ports = new PortClaims(own, our ? endpoint.port() : null);
        new DefinitionChecks(file, workspace.actionNames(), ports, own).run();
        TypeIndex.Types skillTypes = types.of(workspace, definition.name(), neighbours.others(file, workspace));
        Set<String> used = new HashSet<>();
        ParameterChecks parameters = new ParameterChecks(skillTypes, own, used);
        new TypeChecks(skillTypes, own).run(definition, parameters, used, our);
        new PathTemplateChecks(definition, parameters, own).run();
        Set<String> misled = Set.of();
        Set<String> unreached = Set.of();
        if (our && catalog != null) {
            ActionChecks actions = new ActionChecks(definition, catalog, parameters, own);
            actions.run();
            misled = actions.misled();
            unreached = actions.unreached();
        }
        new WorkspaceChecks(definition, workspace, own, neighbours.areBuilt(workspace), our, ports, unreached).run();
        new EndpointChecks(definition, ports, own).settlePorts();
        ActionCatalog behind = our ? catalog : null;
        MessagePayloads payloads = new MessagePayloads(definition, parameters, behind, misled, own);
        new MessageChecks(definition, workspace, behind, payloads, own).run();
        int quiet = 0;
        for (Finding finding : own.all()) {
            if (suppressions.covers(finding)) {
                quiet++;
            } else {
                found.add(finding);
            }
        }
        return quiet;
    }
}
