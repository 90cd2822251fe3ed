package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.internal.json.type.PayloadType;
import io.skillsdk.internal.json.type.UnbindableTypeException;
import java.io.File;
import java.io.FileInputStream;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.math.MathContext;
import java.net.URI;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Scanner;
import java.util.StringJoiner;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/** Classes of the JDK: what Jackson has a form for is served, and what it only takes for a bean is refused at start. */
class JdkTypesTest {

    record Holder<T>(T value) {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                LongAdder.class,
                DoubleAdder.class,
                AtomicIntegerArray.class,
                BitSet.class,
                MathContext.class,
                StringJoiner.class,
                Random.class,
                Thread.class,
                Timer.class,
                Scanner.class,
                FileInputStream.class,
                StringReader.class,
                SimpleDateFormat.class,
                Semaphore.class,
                CountDownLatch.class,
                IntSummaryStatistics.class
            })
    void aClassWithoutAFormIsRefusedWhereverItStands(Class<?> type) {
        for (Type each : List.of(type, of(List.class, type), of(Holder.class, type), of(Optional.class, type))) {
            assertThatThrownBy(() -> PayloadType.of(each))
                    .as(each.toString())
                    .isInstanceOfSatisfying(
                            UnbindableTypeException.class,
                            e -> assertThat(e.typeName()).startsWith(type.getSimpleName()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AtomicInteger.class,
                AtomicLong.class,
                AtomicBoolean.class,
                AtomicReference.class,
                File.class,
                URI.class,
                UUID.class,
                Instant.class,
                TimeUnit.class,
                Properties.class,
                StackTraceElement.class,
                IllegalStateException.class,
                Object.class
            })
    void aClassWithAFormIsServed(Class<?> type) {
        for (Type each : List.of(type, of(List.class, type), of(Holder.class, type), of(Optional.class, type))) {
            assertThat(PayloadType.of(each).describe()).contains(type.getSimpleName());
        }
        assertThat(PayloadType.of(new TypeReference<EnumMap<TimeUnit, Map<String, Long>>>() {}.getType())
                        .describe())
                .isEqualTo("EnumMap<TimeUnit, Map<String, Long>>");
    }

    private static Type of(Class<?> raw, Class<?> argument) {
        return tools.jackson.databind.json.JsonMapper.shared().getTypeFactory().constructParametricType(raw, argument);
    }
}
