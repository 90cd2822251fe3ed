package io.skillsdk.internal.fabric;

import io.skillsdk.internal.fabric.wire.JsonAnswers;
import io.skillsdk.internal.fabric.wire.PlatformClient;

/**
 * What all calls of a process share, whichever project they are for.
 *
 * @param client sends requests
 * @param answers reads what comes back
 * @param forms what was found out about the platform's sessions
 */
record SharedClient(PlatformClient client, JsonAnswers answers, SessionForms forms) {}
