package io.skillsdk.internal.json.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.internal.failure.IncompatibleLibraryException;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.PackageVersion;

/**
 * Jackson as it is on the class path. Others often choose the versions of its parts, such as the BOM of a framework. Parts that do not
 * fit together fail at some time, at the first answer perhaps, so they are compared at start.
 */
public final class JacksonLibrary {

    /** The annotations of Jackson 3.0 have version 2.20; each minor has the next one. */
    private static final int FIRST_ANNOTATIONS = 20;

    /** An annotation that Jackson cannot do without, from a minor version on: that of the annotations it came with. */
    private record Needed(int minor, String annotation) {}

    private static final List<Needed> NEEDED = List.of(
            new Needed(1, "com.fasterxml.jackson.annotation.JsonSerializeAs"),
            new Needed(2, "com.fasterxml.jackson.annotation.JsonApplyView"));

    private record Found(
            List<JacksonModule> modules, @Nullable String problem) {}

    private static final Found FOUND = look(PackageVersion.VERSION);

    private JacksonLibrary() {}

    /** Whether a reader or writer is Jackson's own, and none of an author or of another module. */
    public static boolean hasMade(Object part) {
        return part.getClass().getName().startsWith("tools.jackson.databind.");
    }

    /** Whether a class of this name is Jackson's, or one of those with which the SDK's mapper differs from a plain one. */
    public static boolean isPartOfReading(String name) {
        return name.startsWith("tools.jackson.")
                || name.startsWith("io.skillsdk.internal.json.mapper.")
                || name.startsWith("io.skillsdk.internal.json.parser.")
                || name.startsWith("io.skillsdk.internal.json.strict.");
    }

    /**
     * Compares the versions of what is on the class path.
     *
     * @throws IncompatibleLibraryException when parts do not fit together, with the dependency that fixes it
     */
    public static void check() {
        if (FOUND.problem != null) {
            throw new IncompatibleLibraryException(FOUND.problem);
        }
    }

    /**
     * The modules on the class path.
     *
     * @throws IncompatibleLibraryException when parts do not fit together
     */
    public static List<JacksonModule> modules() {
        check();
        return FOUND.modules;
    }

    private static Found look(Version databind) {
        Version core = tools.jackson.core.json.PackageVersion.VERSION;
        if (core.getMinorVersion() != databind.getMinorVersion()) {
            return new Found(List.of(), unlike(core, databind));
        }
        for (Needed needed : NEEDED) {
            if (needed.minor <= databind.getMinorVersion() && !exists(needed.annotation)) {
                return new Found(List.of(), old(databind));
            }
        }
        try {
            List<JacksonModule> modules = MapperBuilder.findModules();
            return new Found(
                    modules,
                    modules.stream()
                            .map(JacksonModule::version)
                            .filter(version -> isUnlike(version, databind))
                            .map(version -> unlike(version, databind))
                            .findFirst()
                            .orElse(null));
        } catch (ServiceConfigurationError | LinkageError e) {
            return new Found(
                    List.of(),
                    "The class path has a Jackson module that does not work with jackson-databind " + databind + " ("
                            + e.getMessage() + "). Give it the version " + databind + ".");
        }
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, JacksonLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Modules of others have versions of their own. */
    private static boolean isUnlike(@Nullable Version version, Version databind) {
        return version != null
                && !version.isUnknownVersion()
                && version.getGroupId().startsWith("tools.jackson")
                && (version.getMajorVersion() != databind.getMajorVersion()
                        || version.getMinorVersion() != databind.getMinorVersion());
    }

    private static String unlike(Version version, Version databind) {
        return sentence(
                version.getArtifactId() + " " + version,
                databind,
                databind.getMajorVersion() + "." + databind.getMinorVersion(),
                dependency(version.getGroupId(), version.getArtifactId(), databind.toString()));
    }

    private static String old(Version databind) {
        String found = JsonProperty.class.getPackage().getImplementationVersion();
        int minor = FIRST_ANNOTATIONS + databind.getMinorVersion();
        int least = FIRST_ANNOTATIONS
                + NEEDED.stream()
                        .mapToInt(Needed::minor)
                        .filter(needed -> needed <= databind.getMinorVersion())
                        .max()
                        .orElse(0);
        return sentence(
                found == null ? "an old version of jackson-annotations" : "jackson-annotations " + found,
                databind,
                "2." + least + " or later",
                dependency("com.fasterxml.jackson.core", "jackson-annotations", "2." + minor));
    }

    private static String sentence(String found, Version databind, String needed, String dependency) {
        return "The class path has " + found + ", but jackson-databind " + databind + " needs " + needed
                + ". Add this to the dependencies in pom.xml: " + dependency;
    }

    private static String dependency(String group, String artifact, String version) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version></dependency>";
    }
}
