package io.skillsdk.daemon;

import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.fabric.source.SourceSettings;

/**
 * Settings that have been read and checked, together with the skill's own.
 *
 * @param daemon those of the daemon
 * @param platform those of the platform's client
 */
record ValidSettings(ServerSettings daemon, SourceSettings platform) {}
