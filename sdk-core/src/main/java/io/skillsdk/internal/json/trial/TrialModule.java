package io.skillsdk.internal.json.trial;

import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.module.SimpleModule;

/** The last module of a mapper for trials: it sees what all others have brought. */
final class TrialModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TrialModule() {
        super("trial");
        setDeserializerModifier(new TrialReaders());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        if (context.getOwner() instanceof MapperBuilder<?, ?> builder) {
            builder.annotationIntrospector(new NullsUnchecked(builder.annotationIntrospector()));
        }
    }
}
