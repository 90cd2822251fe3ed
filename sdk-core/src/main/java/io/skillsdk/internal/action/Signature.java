package io.skillsdk.internal.action;

import io.skillsdk.BackgroundTasks;
import io.skillsdk.HttpMethod;
import io.skillsdk.Secret;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.json.answer.ResultType;
import io.skillsdk.internal.json.answer.UnwritableTypeException;
import io.skillsdk.internal.json.type.PayloadType;
import io.skillsdk.internal.json.type.UnbindableTypeException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What an action takes and returns. */
public record Signature(
        Method method,
        List<ArgumentResolver> arguments,
        PayloadType payload,
        boolean takesPayload,
        @Nullable ResultType result,
        boolean isAsynchronous) {

    private static final PayloadType ANY = PayloadType.of(Object.class);

    /** The result's type in Java's words. */
    String resultType() {
        return result == null ? "void" : result.describe();
    }

    static Signature of(ActionMethod found, HttpMethod http, PathTemplate path) {
        return new Reader(found, http, path).read();
    }

    private static final class Reader {

        private final ActionMethod found;

        private final Method method;

        private final Class<?> concrete;

        private final HttpMethod http;

        private final NamedParameterReader named;

        private final List<ArgumentResolver> arguments = new ArrayList<>();

        private @Nullable PayloadType payload;

        private @Nullable PayloadType enveloped;

        private Reader(ActionMethod found, HttpMethod http, PathTemplate path) {
            this.found = found;
            this.method = found.method();
            this.concrete = found.type();
            this.http = http;
            this.named = new NamedParameterReader(path, this::bindable);
        }

        Signature read() {
            Parameter[] parameters = method.getParameters();
            for (int i = 0; i < parameters.length; i++) {
                Parameter parameter = parameters[i];
                ArgumentResolver argument = argument(parameter, found.parameterName(i));
                if (argument instanceof ArgumentResolver.Whole && arguments.contains(argument)) {
                    throw new InvalidActionException(
                            argument == ArgumentResolver.Whole.PAYLOAD
                                    ? "it has two payload parameters. Put both into one record, or annotate the one that is"
                                            + " not from the payload with @PathParameter, @QueryParameter or @Header."
                                    : "it takes " + parameter.getType().getSimpleName() + " twice. Take it once.");
                }
                arguments.add(argument);
            }
            return signature();
        }

        private Signature signature() {
            boolean takesPayload = payload != null || enveloped != null;
            if (takesPayload && !HttpMethods.carriesBody(http)) {
                throw new InvalidActionException(
                        "it takes a payload, but the platform sends none with " + http
                                + ". Use POST, PUT or PATCH, or take a @PathParameter, a @QueryParameter, a @Header or the SkillContext.");
            }
            if (payload != null && enveloped != null && !payload.sameAs(enveloped) && !enveloped.sameAs(ANY)) {
                throw new InvalidActionException("its payload is " + payload.describe() + " and, in its SkillRequest, "
                        + enveloped.describe() + ". Make them the same.");
            }
            Type returned = PayloadType.resolve(method.getGenericReturnType(), method.getDeclaringClass(), concrete);
            Type result = unwrap(unwrap(returned, CompletionStage.class), SkillResponse.class);
            refuseResult(result);
            boolean nothing = result == void.class || result == Void.class;
            return new Signature(
                    method,
                    List.copyOf(arguments),
                    payload != null ? payload : enveloped != null ? enveloped : ANY,
                    takesPayload,
                    nothing ? null : answerable(result),
                    CompletionStage.class.isAssignableFrom(method.getReturnType()));
        }

        private ArgumentResolver argument(Parameter parameter, @Nullable Annotation name) {
            Class<?> type = parameter.getType();
            if (name != null) {
                Type resolved =
                        PayloadType.resolve(parameter.getParameterizedType(), method.getDeclaringClass(), concrete);
                return named.read(name, type, resolved);
            }
            if (type.getName().equals("kotlin.coroutines.Continuation")) {
                throw new InvalidActionException(
                        "it is a suspend function. Return a CompletionStage, such as a future {"
                                + " … } of kotlinx-coroutines gives.");
            }
            if (type == SkillContext.class) {
                return ArgumentResolver.Whole.CONTEXT;
            }
            if (type == SkillProperties.class) {
                return ArgumentResolver.Whole.PROPERTIES;
            }
            if (type == Fabric.class) {
                return ArgumentResolver.Whole.FABRIC;
            }
            if (type == BackgroundTasks.class) {
                return ArgumentResolver.Whole.BACKGROUND;
            }
            if (type == SkillRequest.class) {
                boolean typed = parameter.getParameterizedType() instanceof ParameterizedType;
                enveloped = typed
                        ? bindable(((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0])
                        : ANY;
                return ArgumentResolver.Whole.ENVELOPE;
            }
            if (payload == null) {
                payload = bindable(parameter.getParameterizedType());
            }
            return ArgumentResolver.Whole.PAYLOAD;
        }

        private PayloadType bindable(Type type) {
            try {
                return PayloadType.of(type, method.getDeclaringClass(), concrete);
            } catch (UnbindableTypeException e) {
                if (e.sentence() != null) {
                    throw new InvalidActionException(e.sentence());
                }
                throw new InvalidActionException("JSON cannot be bound to " + e.typeName()
                        + ". Take a record, a class with a constructor for it, a Map, a List, a String, a number or a"
                        + " JsonNode.");
            }
        }

        private static ResultType answerable(Type result) {
            try {
                return ResultType.of(result);
            } catch (UnbindableTypeException e) {
                throw new InvalidActionException(Objects.requireNonNullElse(e.sentence(), e.typeName()));
            } catch (UnwritableTypeException e) {
                throw new InvalidActionException("its result cannot be written: " + e.sentence());
            }
        }

        private static void refuseResult(Type result) {
            if (result == SkillProperties.class
                    || result == SkillContext.class
                    || result == Secret.class
                    || isOfThePlatform(result)) {
                throw new InvalidActionException("it returns " + ((Class<?>) result).getSimpleName()
                        + ", which may hold secrets. Return a record with what the caller may see.");
            }
        }

        /** Such as a ConnectionDefinition; records with the data of the platform may be returned. */
        private static boolean isOfThePlatform(Type result) {
            return result instanceof Class<?> type
                    && type.getPackageName().equals(Fabric.class.getPackageName())
                    && !type.isRecord();
        }

        private static Type unwrap(Type type, Class<?> wrapper) {
            return PayloadType.argumentOf(type, wrapper);
        }
    }
}
