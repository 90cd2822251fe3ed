package io.skillsdk.internal.json;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.PackageVersion;

/**
 * Whether Jackson's jars on the class path fit together. Jackson 3 keeps its annotations under the coordinates of Jackson 2, so a
 * BOM that is about Jackson 2 gives an application annotations that are too old. Without this, some class is missing when a type is
 * looked at for the first time.
 */
public final class JacksonVersion {

    /** What a databind asks for, whatever the type it reads, and since which version of it the annotations have it. */
    private record Need(int sinceDatabind3, String annotation) {}

    private static final List<Need> NEEDS = List.of(
            new Need(1, "com.fasterxml.jackson.annotation.JsonSerializeAs"),
            new Need(2, "com.fasterxml.jackson.annotation.JsonApplyView"));

    private JacksonVersion() {}

    /** What is wrong and how to fix it, in sentences; null when the jars fit. */
    public static @Nullable String problem() {
        int minor = PackageVersion.VERSION.getMinorVersion();
        for (Need need : NEEDS) {
            if (need.sinceDatabind3() <= minor && !isThere(need.annotation())) {
                return "jackson-annotations" + place() + " is older than Jackson " + PackageVersion.VERSION
                        + " needs. A BOM, such as those of Spring Boot 3 and Quarkus 3, or another dependency sets its version. Add"
                        + " com.fasterxml.jackson.core:jackson-annotations:2." + (20 + minor)
                        + " to the dependencyManagement of your project, above the BOM.";
            }
        }
        return null;
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, JacksonVersion.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String place() {
        CodeSource source = JacksonAnnotation.class.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        return place == null ? "" : " (" + place.getPath() + ")";
    }
}
