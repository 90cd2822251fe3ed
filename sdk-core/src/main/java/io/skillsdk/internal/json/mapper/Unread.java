package io.skillsdk.internal.json.mapper;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Jackson's refusals for a reading that is only asked whether it goes well. Each puts its message together when that is read. */
@SuppressWarnings(
        "NullAway") // null is what Jackson, which is not annotated, takes for a parser or id that is not there
final class Unread {

    private Unread() {}

    static final class Mismatch extends MismatchedInputException implements WithoutStack {

        private static final long serialVersionUID = 1L;

        private final transient Supplier<String> message;

        Mismatch(@Nullable JsonParser parser, @Nullable Class<?> wanted, Supplier<String> message) {
            super(parser, "", wanted);
            this.message = message;
        }

        @Override
        public String getOriginalMessage() {
            return message.get();
        }

        @Override
        protected String messageSuffix() {
            return message.get();
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    static final class Format extends InvalidFormatException implements WithoutStack {

        private static final long serialVersionUID = 1L;

        private final transient Supplier<String> message;

        Format(
                @Nullable JsonParser parser,
                @Nullable Object value,
                @Nullable Class<?> wanted,
                Supplier<String> message) {
            super(parser, "", value, wanted);
            this.message = message;
        }

        @Override
        public String getOriginalMessage() {
            return message.get();
        }

        @Override
        protected String messageSuffix() {
            return message.get();
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    static final class Instantiation extends ValueInstantiationException implements WithoutStack {

        private static final long serialVersionUID = 1L;

        private final transient Supplier<String> message;

        Instantiation(@Nullable JsonParser parser, JavaType type, Throwable cause, Supplier<String> message) {
            super(parser, "", type, cause);
            this.message = message;
        }

        @Override
        public String getOriginalMessage() {
            return message.get();
        }

        @Override
        protected String messageSuffix() {
            return message.get();
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    static final class TypeId extends InvalidTypeIdException implements WithoutStack {

        private static final long serialVersionUID = 1L;

        private final transient Supplier<String> message;

        TypeId(@Nullable JsonParser parser, JavaType base, @Nullable String id, Supplier<String> message) {
            super(parser, "", base, id);
            this.message = message;
        }

        @Override
        public String getOriginalMessage() {
            return message.get();
        }

        @Override
        protected String messageSuffix() {
            return message.get();
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
