package io.skillsdk.internal.constraint;

import io.skillsdk.internal.failure.IncompatibleLibraryException;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Starts the application's provider of Jakarta Validation. Only for those who know that the API is on the class path. */
public final class JakartaValidator {

    /** The implementation of Jakarta Expression Language that goes with the SDK's version of the API. */
    static final String EXPRESSLY = "6.0.0";

    private JakartaValidator() {}

    /**
     * The provider's validator, which is dear to make, and logs.
     *
     * @return the validator, or null where there is the API and no provider
     * @throws IncompatibleLibraryException when the provider does not work, with what to do
     */
    public static @Nullable Validator find() {
        try {
            return Validation.buildDefaultValidatorFactory().getValidator();
        } catch (NoProviderFoundException e) {
            LoggerFactory.getLogger(JakartaValidator.class)
                    .debug("jakarta.validation-api is there without a provider: constraints are not checked");
            return null;
        } catch (ValidationException | LinkageError e) {
            throw new IncompatibleLibraryException(sentence(e), e);
        }
    }

    private static String sentence(Throwable failure) {
        return isOfExpressions(failure)
                ? "The class path has a provider of Jakarta Validation without Jakarta Expression Language, which it needs."
                        + " Add this to the dependencies in pom.xml: <dependency><groupId>org.glassfish.expressly</groupId>"
                        + "<artifactId>expressly</artifactId><version>" + EXPRESSLY + "</version></dependency>"
                : "The provider of Jakarta Validation on the class path does not work (" + failure.getMessage()
                        + "). Correct what it names, or remove it from the dependencies.";
    }

    private static boolean isOfExpressions(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage()).replace('/', '.');
            if (message.contains("jakarta.el.")) {
                return true;
            }
        }
        return false;
    }
}
