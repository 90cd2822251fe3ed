package io.skillsdk.internal.openapi;

/**
 * What a description says of the skill as a whole.
 *
 * @param title its name, for people
 * @param version its version, such as that of its jar
 */
public record ApiInfo(String title, String version) {

    private static final String UNKNOWN = "unversioned";

    /** With the version of the jar that a class is in. */
    public static ApiInfo of(String title, Class<?> ofTheSkill) {
        String version =
                ofTheSkill.getPackage() == null ? null : ofTheSkill.getPackage().getImplementationVersion();
        return new ApiInfo(title, version == null ? UNKNOWN : version);
    }
}
