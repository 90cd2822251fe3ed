package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.testing.SkillTester;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ActionMethodsTest {

    public record Text(String text) {}

    public record Length(int length) {}

    public interface Handler<I, O> {
        @SkillAction(name = "handle")
        O handle(I in);
    }

    static final class OfInterface implements Handler<Text, Length> {
        @Override
        public Length handle(Text in) {
            return new Length(in.text().length());
        }
    }

    abstract static class Base<T> {
        @SkillAction
        public Object run(T in) {
            return "base";
        }

        @SkillAction
        public Object inherited(List<T> in) {
            return in.get(0).getClass().getSimpleName();
        }
    }

    static final class BothAnnotated extends Base<Text> {
        @Override
        @SkillAction(description = "of the subclass")
        public Length run(Text in) {
            return new Length(in.text().length());
        }
    }

    static class NotAnnotatedAgain extends Base<Text> {
        @Override
        public Object run(Text in) {
            return "sub " + in.text();
        }
    }

    public interface Greets {
        @SkillAction(path = "greet/{name}")
        default String greet(@PathParameter("name") String name) {
            return "Hello " + name;
        }
    }

    static final class Greeter implements Greets {}

    static final class RudeGreeter implements Greets {
        @Override
        public String greet(String name) {
            return "Go away, " + name;
        }
    }

    public static class Counter {
        private final String from;

        Counter(String from) {
            this.from = from;
        }

        @SkillAction(path = "count/{id}")
        public String count(SkillRequest<Text> request, @PathParameter("id") int id) {
            return from + " " + request.payload().text() + id;
        }
    }

    /** As Weld writes a client proxy: generics erased, annotations of methods copied, those of parameters not. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    static final class ClientProxy extends Counter {
        private final Supplier<Counter> contextual;

        ClientProxy(Supplier<Counter> contextual) {
            super("the proxy itself");
            this.contextual = contextual;
        }

        @Override
        @SkillAction(path = "count/{id}")
        public String count(SkillRequest request, int id) {
            return contextual.get().count(request, id);
        }
    }

    /** As Guice and Spring do: a subclass that overrides without annotations. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    static final class Enhanced extends Counter {
        Enhanced() {
            super("enhanced");
        }

        @Override
        public String count(SkillRequest request, int id) {
            return "intercepted " + super.count(request, id);
        }
    }

    private static List<String> names(Object instance) {
        return ActionCatalog.of(ActionDefaults.PLATFORM, List.of(instance)).actions().stream()
                .map(Action::name)
                .toList();
    }

    @Test
    void anActionIsFoundOnTheInterfaceThatDeclaresIt() {
        assertThat(SkillTester.of(new OfInterface()).invoke(new Text("abc")).payload(Length.class))
                .isEqualTo(new Length(3));
    }

    @Test
    void itsResultIsThatOfTheImplementation() {
        assertThat(ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new OfInterface()))
                        .only()
                        .resultType())
                .isEqualTo("Length");
    }

    @Test
    void anOverrideAcrossGenericsCountsOnce() {
        assertThat(names(new BothAnnotated())).containsExactly("inherited", "run");
        SkillTester tester = SkillTester.of(new BothAnnotated());
        assertThat(tester.action("run").invoke(new Text("ab")).payload(Length.class))
                .isEqualTo(new Length(2));
        assertThat(tester.action("inherited").invoke(List.of(new Text("ab"))).json())
                .isEqualTo("{\"payload\":\"Text\"}");
    }

    @Test
    void theNearestAnnotationCounts() {
        assertThat(ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new BothAnnotated()))
                        .named("run")
                        .description())
                .isEqualTo("of the subclass");
    }

    @Test
    void anOverrideNeedNotRepeatTheAnnotation() {
        assertThat(names(new NotAnnotatedAgain())).containsExactly("inherited", "run");
        assertThat(SkillTester.of(new NotAnnotatedAgain())
                        .action("run")
                        .invoke(new Text("ab"))
                        .json())
                .isEqualTo("{\"payload\":\"sub ab\"}");
    }

    @Test
    void aDefaultMethodIsAnAction() {
        assertThat(SkillTester.of(new Greeter())
                        .pathParameter("name", "Ada")
                        .invoke(Map.of())
                        .json())
                .isEqualTo("{\"payload\":\"Hello Ada\"}");
        assertThat(SkillTester.of(new RudeGreeter())
                        .pathParameter("name", "Ada")
                        .invoke(Map.of())
                        .json())
                .isEqualTo("{\"payload\":\"Go away, Ada\"}");
    }

    @Test
    void aJdkProxyServesTheActionsOfItsInterfaces() {
        Greets greets = (Greets) proxy((proxy, method, arguments) -> "Proxied " + arguments[0], Greets.class);
        assertThat(SkillTester.of(greets)
                        .pathParameter("name", "Ada")
                        .invoke(Map.of())
                        .json())
                .isEqualTo("{\"payload\":\"Proxied Ada\"}");
    }

    @Test
    void aJdkProxyOfAnInterfaceWithoutActionsIsRefusedWithTheReason() {
        Object proxy = proxy((self, method, arguments) -> null, Runnable.class);
        assertThatThrownBy(() -> SkillTester.of(proxy))
                .hasMessage("A JDK proxy was passed, and of what is behind it only its interfaces can be seen:"
                        + " java.lang.Runnable. Annotate a method of an interface with @SkillAction, or pass the"
                        + " instance behind the proxy.");
    }

    @Test
    void aClientProxyWithErasedGenericsIsServedWithTheTypesOfItsClass() {
        SkillTester tester = SkillTester.of(new ClientProxy(() -> new Counter("the bean")));
        assertThat(tester.pathParameter("id", "7").invoke(new Text("a")).json())
                .isEqualTo("{\"payload\":\"the bean a7\"}");
        assertThat(tester.pathParameter("id", "7").invoke(Map.of("text", 5)).status())
                .isEqualTo(400);
    }

    @Test
    void anEnhancedSubclassIsServed() {
        assertThat(SkillTester.of(new Enhanced())
                        .pathParameter("id", "7")
                        .invoke(new Text("a"))
                        .json())
                .isEqualTo("{\"payload\":\"intercepted enhanced a7\"}");
    }

    @Test
    void aListOfInstancesIsRefusedWithTheReason() {
        assertThatThrownBy(() -> SkillTester.of(List.of(new Greeter())))
                .hasMessageStartingWith("Pass the instances themselves and not a List");
        assertThatThrownBy(() -> SkillTester.of((Object) new Object[] {new Greeter()}))
                .hasMessageStartingWith("Pass the instances themselves and not a Object[]");
    }

    static class Hidden {
        @SkillAction
        private Object run() {
            return 1;
        }
    }

    static final class Overloaded extends Hidden {
        @SkillAction
        public Object walk() {
            return 1;
        }
    }

    @Test
    void anAnnotatedMethodThatCannotServeIsNotPassedOver() {
        assertThatThrownBy(() -> SkillTester.of(new Overloaded()))
                .hasMessageContaining("The action Hidden.run() is private. Make it public.");
        assertThatThrownBy(() -> SkillTester.of(new WithStatic()))
                .hasMessageContaining("The action Static.run() is static. Make it an instance method.");
    }

    interface Static {
        @SkillAction
        static Object run() {
            return 1;
        }
    }

    static final class WithStatic implements Static {}

    private static Object proxy(InvocationHandler handler, Class<?> type) {
        return Proxy.newProxyInstance(ActionMethodsTest.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
