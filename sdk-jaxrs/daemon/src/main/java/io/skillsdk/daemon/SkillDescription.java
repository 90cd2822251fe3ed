package io.skillsdk.daemon;

import io.skillsdk.SkillException;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.settings.Setting;
import io.skillsdk.internal.daemon.settings.SettingsReader;
import io.skillsdk.internal.daemon.settings.ValidSettings;
import io.skillsdk.internal.fabric.source.FabricSetting;
import io.skillsdk.internal.fabric.source.FabricSettingsReader;
import io.skillsdk.internal.fabric.source.SourceSettings;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.SettingDescription;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingsRecord;
import io.skillsdk.settings.SkillSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A skill, as its builder describes it: what it serves, and with what. */
final class SkillDescription {

    final List<ActionSource> actions = new ArrayList<>();

    final Map<String, String> settings = new LinkedHashMap<>();

    final List<SettingsRecord> ownSettings = new ArrayList<>();

    final List<Object> components = new ArrayList<>();

    final Map<String, BooleanSupplier> readiness = new LinkedHashMap<>();

    boolean closesActions = true;

    PipelineOptions options = PipelineOptions.NONE;

    /** Listeners and interceptors. */
    final List<Object> around = new ArrayList<>();

    final List<Runnable> startHooks = new ArrayList<>();

    final List<Runnable> stopHooks = new ArrayList<>();

    <E extends Throwable> void onException(Class<E> type, Function<? super E, ? extends SkillException> mapping) {
        options = options.onException(type, mapping);
    }

    void listener(CallListener listener) {
        options = options.listener(listener);
        around.add(listener);
    }

    void interceptor(ActionInterceptor interceptor) {
        options = options.interceptor(interceptor);
        around.add(interceptor);
    }

    /** The instances with actions, or what stands for those that are not made. */
    List<Object> described() {
        return actions.stream().map(ActionSource::described).toList();
    }

    /** Whether any is made only when the daemon serves. */
    boolean makesActions() {
        return actions.stream().anyMatch(each -> each.instance() == null);
    }

    /** Makes the instances, in the order in which they were added; each is remembered before the next one is made. */
    List<Object> make(SkillSettings settings, SkillResources resources) {
        List<Object> instances = new ArrayList<>();
        for (ActionSource source : actions) {
            Object instance = source.make(settings);
            opened(instance, resources);
            instances.add(instance);
        }
        return instances;
    }

    /** Listeners, interceptors and components, which are there before the actions. */
    void openSurroundings(SkillResources resources) {
        for (Object each : around) {
            opened(each, resources);
        }
        for (Object each : components) {
            opened(each, resources);
        }
    }

    /**
     * Runs what is to run before the first call.
     *
     * @param before called before each hook
     */
    void runStartHooks(Runnable before) {
        for (Runnable hook : startHooks) {
            before.run();
            try {
                hook.run();
            } catch (RuntimeException e) {
                String reason = e.getMessage() == null ? e.toString() : e.getMessage();
                throw new DaemonStartException("An onStart hook failed: " + reason, e);
            }
        }
    }

    /** Actions that were made before the builder was given them. */
    void openMade(SkillResources resources) {
        actions.stream().map(ActionSource::instance).forEach(instance -> {
            if (instance != null) {
                opened(instance, resources);
            }
        });
    }

    private void opened(Object given, SkillResources resources) {
        if (closesActions) {
            resources.opened(given);
        }
    }

    /** All settings: of the daemon, of the platform's client, and of the skill's own. */
    List<SettingDescription> describeSettings() {
        List<SettingDescription> all = new ArrayList<>(Setting.describe());
        all.addAll(FabricSetting.describe());
        for (SettingsRecord own : ownSettings) {
            all.addAll(own.describe());
        }
        return all;
    }

    /** The names of all settings. */
    List<String> settingNames() {
        List<String> names = new ArrayList<>();
        for (SettingDescription each : describeSettings()) {
            names.add(each.key());
        }
        return names;
    }

    SettingSources sources(Map<String, String> arguments) {
        return reading(() -> SettingSources.ofProcess(arguments, settings));
    }

    /**
     * Reads the settings of the daemon and of the platform's client, and checks the skill's own.
     *
     * @throws DaemonStartException when some are not valid, with all that is wrong
     */
    ValidSettings read(SettingSources sources) {
        List<String> faults = new ArrayList<>();
        ServerSettings daemon = read(() -> SettingsReader.read(sources), faults);
        SourceSettings platform = read(() -> platformOf(sources), faults);
        for (SettingsRecord own : ownSettings) {
            read(() -> own.bind(sources), faults);
        }
        if (daemon == null || platform == null || !faults.isEmpty()) {
            throw cannotStart(InvalidSettingException.of(faults));
        }
        return new ValidSettings(daemon, platform);
    }

    private static <T> @Nullable T read(Reading<T> reading, List<String> faults) {
        try {
            return reading.read();
        } catch (InvalidSettingException e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    /** Reads the settings of the daemon alone, for a command that makes no action. */
    ServerSettings readServer(Map<String, String> arguments) {
        return reading(() -> SettingsReader.read(sources(arguments)));
    }

    /** Reads the settings of the platform's client. */
    SourceSettings platform(SettingSources sources) {
        return reading(() -> platformOf(sources));
    }

    private static SourceSettings platformOf(SettingSources sources) {
        return FabricSettingsReader.read(sources, System.getenv());
    }

    /** What an operator should look at in the environment. */
    List<String> doubts(SettingSources sources) {
        List<String> prefixes = new ArrayList<>(List.of(SettingsReader.PREFIX));
        for (SettingsRecord own : ownSettings) {
            prefixes.add(own.prefix());
        }
        return sources.doubtfulVariables(settingNames(), prefixes);
    }

    static ActionCatalog catalog(ServerSettings read, List<?> instances) {
        if (instances.isEmpty()) {
            throw new DaemonStartException(
                    "The daemon has no action. Give it an instance whose class has @SkillAction methods.");
        }
        try {
            return ActionCatalog.of(
                    new ActionDefaults(read.method(), read.path(), read.limits().maxDepth()), instances);
        } catch (IllegalArgumentException e) {
            throw new DaemonStartException(e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (InvalidSettingException e) {
            throw cannotStart(e);
        }
    }

    private static DaemonStartException cannotStart(InvalidSettingException e) {
        return new DaemonStartException(e.getMessage(), e);
    }
}
