package io.skillsdk.internal.daemon.settings;

import io.skillsdk.internal.fabric.source.SourceSettings;

/**
 * Settings that have been read and checked, together with the skill's own.
 *
 * @param daemon those of the daemon
 * @param platform those of the platform's client
 */
public record ValidSettings(ServerSettings daemon, SourceSettings platform) {}
