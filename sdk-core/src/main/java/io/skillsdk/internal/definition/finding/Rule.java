package io.skillsdk.internal.definition.finding;

import static io.skillsdk.definition.Severity.ERROR;
import static io.skillsdk.definition.Severity.WARNING;

import io.skillsdk.definition.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is checked, each with the reason why it matters. */
public enum Rule {
    UNREADABLE(ERROR, "A file that cannot be read is not taken by the platform either."),
    VALUE_MALFORMED(ERROR, "A value of another kind than expected is not taken by the platform."),
    KEY_MISSPELT(ERROR, "The platform ignores keys that it does not know, without a word."),
    CAMEL_VERSION(WARNING, "The version of the format says how the rest is read: 1.0.0 is the one that is known."),
    NAME_MISSING(ERROR, "Nothing can refer to a part without a name."),
    NAME_INVALID(ERROR, "The platform makes names of services of it, which take letters, digits, - and _ only."),
    NAME_LONG(WARNING, "The platform's generator takes names of at most 20 characters."),
    INPUT_MISSING(ERROR, "A skill without an input cannot be called."),
    INPUT_TWICE(ERROR, "Only one of two inputs of one name can be called."),
    OUTPUT_TWICE(ERROR, "Only one of two outputs of one name can be mapped."),
    PARAMETER_TWICE(ERROR, "Only one of two parameters of one name counts."),
    ROUTING_MISSING(ERROR, "An input without routing leads nowhere."),
    ROUTING_PROPERTY_UNKNOWN(ERROR, "A property that is not declared never has a value."),
    ROUTING_ACTION_UNKNOWN(ERROR, "The gateway refuses a call whose action it does not find."),
    ROUTING_OUTPUT_UNKNOWN(ERROR, "An output that the skill does not have cannot be mapped."),
    ROUTING_RUNTIME_UNKNOWN(
            ERROR,
            "The runtime decides who answers: cortex/daemons, cortex/jobs, cortex/functions or"
                    + " cortex/external-api. Gateways differ in what they make of another."),
    ROUTING_DEFAULT_MISSING(WARNING, "A value that no rule matches leads nowhere."),
    ROUTING_RULES_MISSING(ERROR, "Routing by a property or field needs rules."),
    ROUTING_SHADOWED(WARNING, "All comes before a property, and a property before a field: the rest never applies."),
    ROUTING_FIELD_UNKNOWN(WARNING, "A field that is not among the parameters is not sent by those who read them."),
    RULE_MATCH_MISSING(ERROR, "A rule without a match never applies."),
    RULE_MATCH_UNKNOWN(WARNING, "A match that the property cannot have never applies."),
    RULE_MATCH_TWICE(WARNING, "Rules match in any case, and the first counts: the second is never reached."),
    PROPERTY_TWICE(WARNING, "Only one of two properties of one name counts."),
    PROPERTY_DEFAULT(ERROR, "A default that is not of the property's type or one of its validValues cannot be chosen."),
    PROPERTY_TYPE(WARNING, "The platform knows String, Number, Boolean and Enum."),
    PROPERTY_VALUES_MISSING(WARNING, "An Enum without validValues offers nothing to choose from."),
    PROPERTY_VALUES_TWICE(WARNING, "A value that is there twice is offered twice."),
    PROPERTY_QUALIFIED_BY(WARNING, "A property that depends on one that is not there is never active."),
    SECURE_DEFAULT(ERROR, "A secret in plain text is visible to everybody who reads the definition."),
    SECURE_MISSING(ERROR, "The platform resolves #SECURE.<key> only where secure is true."),
    SECURE_UNQUOTED(ERROR, "An unquoted # starts a comment in YAML, so the value is lost."),
    SECURE_PARTIAL(ERROR, "The platform resolves a secret only where it is the whole value."),
    HEADER_NAME(WARNING, "Of headers.x.y only x is sent as the header's name, and not every text is a name."),
    DAEMON_METHOD_MISSING(WARNING, "Without daemon.method the platform sends POST."),
    DAEMON_METHOD_INVALID(ERROR, "Only methods of HTTP can be sent."),
    DAEMON_METHOD_DIFFERS(ERROR, "The action answers another method with 405."),
    DAEMON_PATH_MISSING(WARNING, "Without daemon.path the platform calls invoke."),
    DAEMON_PATH_DIFFERS(ERROR, "Where no action answers, each call is a 404."),
    DAEMON_PATH_INVALID(ERROR, "The path is put behind host and port as it is."),
    DAEMON_PATH_TEMPLATE(WARNING, "The gateway escapes {{key}} for HTML, and fails where the key is missing."),
    DAEMON_PORT_MISSING(ERROR, "Without daemon.port the gateway calls port 8080, and not 5000."),
    DAEMON_PORT_INVALID(ERROR, "A port is a number from 1 to 65535."),
    DAEMON_PORT_DIFFERS(ERROR, "Where the daemon does not listen, no call arrives."),
    EXTERNAL_API(ERROR, "The gateway calls an external API at the property url, by the property method."),
    ACTION_TYPE(
            ERROR, "The gateway refuses an action that is neither a daemon nor a job, or not what its runtime needs."),
    ACTION_TWICE(ERROR, "Only one of two actions of one name is deployed."),
    ACTION_UNUSED(WARNING, "An action that no input routes to is deployed and never called."),
    ACTION_FOLDER_MISSING(ERROR, "The CLI builds an action in the folder actions/<name>."),
    ACTION_FOLDER_UNKNOWN(WARNING, "A folder that no action is named like is never built."),
    DOCKERFILE_MISSING(ERROR, "The CLI builds an action by the Dockerfile in its folder."),
    DOCKERFILE_BUILDKIT(ERROR, "The platform's builder knows no RUN --mount, COPY --chmod or heredocs."),
    DOCKERFILE_CONTEXT(ERROR, "Only the action's folder is sent to the builder, without what starts with a dot."),
    DOCKERFILE_MALFORMED(ERROR, "The builder refuses a Dockerfile without FROM, or with an instruction that is none."),
    COMMAND_CLASS(ERROR, "A container whose class is not there does not start."),
    IMAGE_MISSING(ERROR, "Without an image there is nothing to run."),
    IMAGE_TAG(ERROR, "Publishing appends a tag."),
    IMAGE_INVALID(ERROR, "The registry refuses a name that is not valid."),
    PORT_INVALID(ERROR, "A port is a number from 1 to 65535."),
    ENVIRONMENT_MALFORMED(ERROR, "The platform reads the environment as one text of quoted pairs."),
    POD_SPEC_MALFORMED(
            ERROR,
            "The platform adds the patches of podSpec to the pod, and Kubernetes refuses a pod that is not valid."),
    PARAMETERS_MISSING(ERROR, "Callers read from the parameters what they have to send."),
    PARAMETER_MISSING(ERROR, "Callers read from the parameters what they have to send."),
    PARAMETER_UNKNOWN(ERROR, "What is declared and not read misleads callers."),
    PARAMETER_RENAMED(ERROR, "What is sent under another name is not read."),
    PARAMETER_TYPE(ERROR, "A value of another type is refused."),
    PARAMETER_REQUIRED(ERROR, "What is required and not sent is refused."),
    PARAMETER_FORMAT(WARNING, "A text of another format is refused."),
    TYPE_UNKNOWN(WARNING, "A type that is nowhere says nothing."),
    TYPE_MISSING(WARNING, "Without a type it is not known what an object, or a list of them, has."),
    TYPE_TWICE(WARNING, "A type's name is one for the whole project: the second overwrites the first."),
    TYPE_UNUSED(WARNING, "A type that nothing refers to says nothing of what is sent."),
    OUTPUT_MISSING(ERROR, "A result that is routed to an output that the skill does not have is lost."),
    OUTPUT_UNUSED(WARNING, "An output that nothing leads to never has a result."),
    INPUT_OF_ACTION_MISSING(ERROR, "An action that no input leads to cannot be called."),
    OUTPUT_ACTION_UNKNOWN(ERROR, "With several actions the output of the routing chooses the one that is called."),
    ROUTING_WRONG_ACTION(ERROR, "The input would call another action than the one whose output it is routed to."),
    PROPERTY_UNDECLARED(ERROR, "The platform drops properties that skill.yaml does not declare."),
    PROPERTY_DIFFERS(ERROR, "A property that is declared otherwise than in the code is read wrongly."),
    MESSAGE_MISSING(ERROR, "A folder of messages without a message holds nothing."),
    MESSAGE_MALFORMED(ERROR, "The CLI sends a JSON object."),
    MESSAGE_KEY(ERROR, "The CLI takes payload, properties, sessionId and correlationId only."),
    MESSAGE_PAYLOAD(ERROR, "A message that the action refuses tests nothing."),
    MESSAGE_PROPERTIES(ERROR, "Properties that are not declared are dropped, and a path that no action has is a 404."),
    MESSAGE_INPUT_UNKNOWN(ERROR, "A message is sent to the input that its folder is named like."),
    SUPPRESSION(WARNING, "A suppression names a rule, and says why.");

    private final Severity severity;

    private final String reason;

    Rule(Severity severity, String reason) {
        this.severity = severity;
        this.reason = reason;
    }

    /** Its name in reports and suppressions. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** Why it matters, in a sentence. */
    public String reason() {
        return reason;
    }

    /** The rule of an id. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
