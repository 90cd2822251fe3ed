package io.skillsdk.internal.routing;

import io.skillsdk.HttpMethod;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.HttpMethods;
import io.skillsdk.internal.action.InvalidActionException;
import io.skillsdk.internal.action.PathTemplate;
import io.skillsdk.internal.text.PercentEncoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the action for a method and path: literal paths by one look-up, templates in order of precedence. */
final class Router {

    private static final Route UNKNOWN = new Route.Unknown();

    private static final String GET = "GET";

    private static final String HEAD = "HEAD";

    private final Map<String, Map<String, Route.Found>> literals = new HashMap<>();

    private final List<Action> templates;

    private final OutputDispatch dispatch;

    Router(List<Action> actions, ActionDefaults defaults) {
        refuseClashes(actions);
        for (Action action : actions) {
            if (action.template().isLiteral()) {
                at(action.path()).put(action.method(), new Route.Found(action, Map.of(), false));
            }
        }
        templates = templates(actions);
        // an action at daemon.path answers at its name too, so that nothing changes when there are more
        for (Action action : actions) {
            if (action.path().equals(PathTemplate.normalise(defaults.path()))) {
                at(action.name()).putIfAbsent(action.method(), new Route.Found(action, Map.of(), false));
            }
        }
        dispatch = dispatch(actions, defaults);
    }

    /** '{' sorts after every character of a literal, so a literal segment takes precedence from left to right. */
    private static List<Action> templates(List<Action> actions) {
        List<Action> templates = new ArrayList<>();
        for (Action action : actions) {
            if (!action.template().isLiteral()) {
                templates.add(action);
            }
        }
        if (templates.size() > 1) {
            templates.sort(Comparator.comparing(action -> action.template().key()));
        }
        return List.copyOf(templates);
    }

    /** Every action answers at daemon.path, if calls have a body there that can choose it. */
    private OutputDispatch dispatch(List<Action> actions, ActionDefaults defaults) {
        String path = PathTemplate.normalise(defaults.path());
        Map<String, Route.Found> atPath = literals.getOrDefault(path, Map.of());
        Route.Found own = atPath.get(defaults.method());
        OutputDispatch all = new OutputDispatch(actions, own == null ? null : own.action(), path);
        boolean alone = actions.size() == 1 && own != null;
        if (!alone && HttpMethods.carriesBody(HttpMethods.resolve(HttpMethod.DEFAULT, defaults.method()))) {
            at(path).put(
                            defaults.method(),
                            new Route.Found(own == null ? actions.get(0) : own.action(), Map.of(), true));
        }
        return all;
    }

    /** What answers at a literal path, by method. */
    private Map<String, Route.Found> at(String path) {
        Map<String, Route.Found> byMethod = literals.get(path);
        if (byMethod == null) {
            byMethod = new HashMap<>();
            literals.put(path, byMethod);
        }
        return byMethod;
    }

    OutputDispatch dispatch() {
        return dispatch;
    }

    /** Finds the action. HEAD goes where GET goes: the server sends its answer without the body (RFC 9110, 9.3.2). */
    Route route(String method, String rawPath) {
        Route route = routeAsSent(method.equals(HEAD) ? GET : method, rawPath);
        return route instanceof Route.WrongMethod wrong && wrong.allowed().contains(GET)
                ? new Route.WrongMethod(withHead(wrong.allowed()))
                : route;
    }

    private static List<String> withHead(List<String> allowed) {
        Set<String> all = new TreeSet<>(allowed);
        all.add(HEAD);
        return List.copyOf(all);
    }

    private Route routeAsSent(String method, String rawPath) {
        String path = PathTemplate.normalise(rawPath);
        Map<String, Route.Found> byMethod = literals.get(path);
        if (byMethod == null && path.indexOf('%') >= 0) {
            byMethod = literals.get(PercentEncoding.decode(path));
        }
        Route.Found found = byMethod == null ? null : byMethod.get(method);
        if (found != null) {
            return found;
        }
        Set<String> allowed = new TreeSet<>();
        if (byMethod != null) {
            allowed.addAll(byMethod.keySet());
        }
        return routeByTemplate(method, path, allowed);
    }

    private Route routeByTemplate(String method, String path, Set<String> allowed) {
        List<String> segments = templates.isEmpty() ? List.of() : PathTemplate.split(path);
        for (Action action : templates) {
            Map<String, String> values = action.template().match(segments);
            if (values != null) {
                if (action.method().equals(method)) {
                    return new Route.Found(action, values, false);
                }
                allowed.add(action.method());
            }
        }
        return allowed.isEmpty() ? UNKNOWN : new Route.WrongMethod(List.copyOf(allowed));
    }

    private static void refuseClashes(List<Action> actions) {
        Map<String, Action> byName = new HashMap<>();
        Map<String, Action> byOutput = new HashMap<>();
        Map<String, Action> byRoute = new HashMap<>();
        for (Action action : actions) {
            Action namesake = byName.put(action.name(), action);
            if (namesake != null) {
                throw new InvalidActionException("Two actions are called '" + action.name()
                        + "'. Give one of them another name: @SkillAction(name = \"…\").");
            }
            Action sharing = byOutput.put(action.output(), action);
            if (sharing != null) {
                throw new InvalidActionException(
                        "The actions '" + sharing.name() + "' and '" + action.name()
                                + "' both have the output '" + action.output()
                                + "', which is to choose between them. Give one of them another: @SkillAction(output = \"…\").");
            }
            Action rival = byRoute.put(action.method() + " " + action.template().key(), action);
            if (rival != null) {
                throw new InvalidActionException("The actions '" + rival.name() + "' and '" + action.name()
                        + "' both answer to " + action.method() + " /" + action.path()
                        + ". Give one of them another path: @SkillAction(path = \"…\").");
            }
        }
    }
}
