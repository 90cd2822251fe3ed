package io.skillsdk.internal.json.sent;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;

/** What was sent as a number: a whole one, or the text of another. */
final class SentNumber {

    /** A long has no more digits than that. */
    private static final int MOST_DIGITS = 19;

    private SentNumber() {}

    static NumberType type(@Nullable Object content) {
        if (content instanceof Integer) {
            return NumberType.INT;
        }
        return content instanceof Long
                ? NumberType.LONG
                : content instanceof BigInteger ? NumberType.BIG_INTEGER : NumberType.DOUBLE;
    }

    /** Its whole part. An ArithmeticException says that no long is as large, without making so large a number. */
    static long whole(@Nullable Object content) {
        if (content instanceof Integer || content instanceof Long) {
            return ((Number) content).longValue();
        }
        BigDecimal value = decimal(content);
        long digits = (long) value.precision() - value.scale();
        if (value.signum() == 0 || digits <= 0) {
            // the digits of 1e-600000000 would fill the memory
            return 0;
        }
        if (digits > MOST_DIGITS) {
            throw new ArithmeticException("too large");
        }
        return value.toBigInteger().longValueExact();
    }

    static BigDecimal decimal(@Nullable Object content) {
        return content instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(String.valueOf(content));
    }
}
