package io.skillsdk.daemon;

import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.settings.ValidSettings;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.settings.SkillSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * A skill whose actions can be called: its settings are read, its instances made, its start hooks run.
 *
 * @param settings the settings of the daemon
 * @param fabric the platform
 * @param extensions the optional modules
 * @param options what stands around the actions, of the extensions too
 * @param catalog the actions
 * @param version which version of the program it is, from 1, while it is developed; 0 otherwise
 */
record OpenedSkill(
        ServerSettings settings,
        FabricSource fabric,
        Extensions extensions,
        PipelineOptions options,
        ActionCatalog catalog,
        int version) {

    /**
     * Opens a skill, one step after the other.
     *
     * @param resources closes what was opened, also when this fails halfway
     * @throws DaemonStartException when it cannot be opened
     */
    static OpenedSkill open(
            SkillDescription skill, Map<String, String> arguments, SkillResources resources, int version) {
        SettingSources sources = skill.sources(arguments);
        ValidSettings settings = skill.read(sources);
        ServerSettings read = settings.daemon();
        ProcessFabric platform = new ProcessFabric(settings.platform(), Path.of(""));
        skill.openSurroundings(resources);
        Extensions extensions = Extensions.find(sources);
        extensions.openIn(resources);
        ActionCatalog catalog = SkillDescription.catalog(
                read, skill.make(SkillSettings.ofProcess(arguments, skill.settings), resources));
        skill.runStartHooks(() -> {});
        skill.stopHooks.forEach(resources::atEnd);
        return new OpenedSkill(read, platform, extensions, extensions.extended(skill.options), catalog, version);
    }
}
