package io.skillsdk.internal.fabric.source;

import io.skillsdk.internal.settings.NamedSetting;
import io.skillsdk.internal.settings.SettingDescription;
import java.util.ArrayList;
import java.util.List;

/** The names of the client's settings, with their defaults. */
public enum FabricSetting {
    ENDPOINT("fabric.endpoint", "", "The platform's endpoint, in place of the one in each call"),
    ACCOUNTS_ENDPOINT("fabric.accounts-endpoint", "", "The platform's accounts service; derived from the endpoint"),
    CONNECTIONS_ENDPOINT(
            "fabric.connections-endpoint", "", "The platform's connections service; derived from the endpoint"),
    TIMEOUT("fabric.timeout", "10s", "How long a call of the platform may take, within the deadline of the action"),
    CONNECT_TIMEOUT("fabric.connect-timeout", "2s", "How long a connection to the platform may take"),
    RETRIES("fabric.retries", "2", "How often a call of the platform is sent again where that is safe"),
    MAX_ANSWER_SIZE("fabric.max-answer-size", "8MiB", "The most bytes of a JSON answer of the platform"),
    SESSION_FORM("fabric.session-form", "auto", "How sessions are written: auto, wrapped or bare"),
    LOCAL(
            "fabric.local",
            "store",
            "What answers without a platform: store (the workspace), keep (the same, with what is written"
                    + " kept in fabric/), environment, or profile:NAME of ~/.cortex/config");

    /** What the names of all settings of the client begin with. */
    public static final String PREFIX = "fabric";

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final NamedSetting setting;

    FabricSetting(String key, String byDefault, String meaning) {
        this.setting = new NamedSetting(key, byDefault, meaning);
    }

    /** What a reader reads. */
    NamedSetting setting() {
        return setting;
    }

    /** The name, as in {@code --fabric.timeout}. */
    public String key() {
        return setting.key();
    }

    /** The value where nothing else is said. */
    public String byDefault() {
        return setting.byDefault();
    }

    /** What help and the table of settings tell of each. */
    public static List<SettingDescription> describe() {
        List<SettingDescription> all = new ArrayList<>();
        for (FabricSetting each : values()) {
            all.add(each.setting.describe());
        }
        return all;
    }

    /** All names. */
    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (FabricSetting each : values()) {
            keys.add(each.key());
        }
        return keys;
    }
}
