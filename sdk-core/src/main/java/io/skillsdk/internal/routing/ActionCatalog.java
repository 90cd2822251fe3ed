package io.skillsdk.internal.routing;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.ActionScanner;
import io.skillsdk.internal.action.DeclaredProperty;
import io.skillsdk.internal.action.InvalidActionException;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.json.library.JacksonLibrary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The actions that one daemon, feature or tester serves. Immutable. */
public final class ActionCatalog {

    private final List<Action> actions;

    private final Router router;

    private ActionCatalog(List<Action> actions, Router router) {
        this.actions = List.copyOf(actions);
        this.router = router;
    }

    /**
     * Finds the actions of some instances.
     *
     * @param defaults the method and path of actions that name none
     * @param instances objects whose class has {@code @SkillAction} methods
     * @throws InvalidActionException when one of them cannot work, or two clash
     * @throws IllegalArgumentException when libraries on the class path do not fit together
     */
    public static ActionCatalog of(ActionDefaults defaults, List<?> instances) {
        JacksonLibrary.check();
        List<Action> actions = new ActionScanner(defaults).scan(instances);
        properties(actions); // refuses what is declared in two ways
        return new ActionCatalog(actions, new Router(actions, defaults));
    }

    /** All actions, in the order of their instances and then of their names. */
    public List<Action> actions() {
        return actions;
    }

    /** Method and path of each action, as a caller is told them. */
    public List<String> addresses() {
        return actions.stream()
                .map(action -> action.method() + " /" + action.path())
                .toList();
    }

    /** The properties that the actions declare, each once. */
    public List<DeclaredProperty> properties() {
        return properties(actions);
    }

    private static List<DeclaredProperty> properties(List<Action> actions) {
        return DeclaredProperty.merged(actions.stream().map(Action::properties).toList());
    }

    /**
     * Finds the action that a call of the platform reaches.
     *
     * @param output the {@code outputName} of its envelope; null where it has none
     * @return a route that the body need not decide any more; {@link Route.Unknown} where no action has the output
     */
    public Route route(String method, String path, @Nullable String output) {
        Route route = router.route(method, path);
        if (route instanceof Route.Found found && found.byBody()) {
            Action action = router.dispatch().action(output);
            return action == null ? new Route.Unknown() : new Route.Found(action, Map.of(), false);
        }
        return route;
    }

    /** Decides which action a call with this body reaches, and with which path parameters. */
    public Dispatched dispatch(Route.Found found, byte[] body, String contentType) {
        return found.byBody()
                ? router.dispatch().dispatch(body, contentType)
                : new Dispatched.To(found.action(), found.pathParameters());
    }

    /** Decides as {@link #dispatch(Route.Found, byte[], String)} does for a call at {@code daemon.path}. */
    public Dispatched dispatch(byte[] body, String contentType) {
        return router.dispatch().dispatch(body, contentType);
    }

    /** Finds the action for a method and an undecoded path, with or without slashes at its ends. */
    public Route route(String method, String path) {
        return router.route(method, path);
    }

    /** Answers a request that no action takes: 405 with the methods of its path, or 404 with the addresses there are. */
    public ActionAnswer refuse(Route route, String method, String path) {
        return route instanceof Route.WrongMethod wrong
                ? ErrorAnswers.wrongMethod(method, path, wrong.allowed())
                : ErrorAnswers.unknownPath(path, addresses());
    }

    /**
     * Finds an action by its name.
     *
     * @throws IllegalArgumentException when there is none, naming those there are
     */
    public Action named(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no action '" + name + "'. There are: " + names() + "."));
    }

    /**
     * Returns the action of a catalog that has just one.
     *
     * @throws IllegalStateException when there are several, naming them
     */
    public Action only() {
        if (actions.size() > 1) {
            throw new IllegalStateException("There are several actions: " + names() + ". Say which one is meant.");
        }
        return actions.get(0);
    }

    private String names() {
        return actions.stream().map(Action::name).collect(Collectors.joining(", "));
    }
}
