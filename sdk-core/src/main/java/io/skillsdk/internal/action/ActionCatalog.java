package io.skillsdk.internal.action;

import java.util.List;
import java.util.stream.Collectors;

/** The actions that one daemon, feature or tester serves. Immutable. */
public final class ActionCatalog {

    private final List<Action> actions;

    private final Router router;

    private ActionCatalog(List<Action> actions) {
        this.actions = List.copyOf(actions);
        this.router = new Router(this.actions);
    }

    /**
     * Finds the actions of some instances.
     *
     * @param defaults the method and path of actions that name none
     * @param instances objects whose class has {@code @SkillAction} methods
     * @throws InvalidActionException when one of them cannot work, or two clash
     */
    public static ActionCatalog of(ActionDefaults defaults, List<?> instances) {
        return new ActionCatalog(new ActionScanner(defaults).scan(instances));
    }

    /** All actions, in the order of their instances and then of their names. */
    public List<Action> actions() {
        return actions;
    }

    /** Finds the action for a method and an undecoded path, with or without slashes at its ends. */
    public Route route(String method, String path) {
        return router.route(method, path);
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
