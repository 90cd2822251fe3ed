package io.skillsdk.internal.daemon.page;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.PageRequest;
import io.skillsdk.daemon.extension.PageResponse;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.openapi.ApiInfo;
import io.skillsdk.internal.openapi.NearbySkill;
import io.skillsdk.internal.openapi.OpenApi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The OpenAPI description of the actions, made at its first request. */
public final class OpenApiPage implements BuiltInPage.Answer {

    /** Where it is. */
    public static final String PATH = "openapi.json";

    private final ServedDaemon daemon;

    // guarded by this
    private byte @Nullable [] made;

    public OpenApiPage(ServedDaemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public PageResponse to(PageRequest request) {
        return PageResponse.ok("application/json", document());
    }

    private synchronized byte[] document() {
        byte[] document = made;
        if (document == null) {
            NearbySkill skill = NearbySkill.of(Path.of(""), daemon.catalog());
            ActionDefaults defaults = new ActionDefaults(
                    daemon.setting("daemon.method").orElse(ActionDefaults.PLATFORM.method()),
                    daemon.setting("daemon.path").orElse(ActionDefaults.PLATFORM.path()));
            Class<?> ofTheSkill = daemon.catalog().actions().get(0).type();
            document = OpenApi.json(daemon.catalog(), defaults, ApiInfo.of(skill.title(), ofTheSkill), skill.examples())
                    .getBytes(StandardCharsets.UTF_8);
            made = document;
        }
        return document;
    }
}
