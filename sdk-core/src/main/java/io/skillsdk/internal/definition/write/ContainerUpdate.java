package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.derive.PodPatches;
import io.skillsdk.internal.definition.edit.TreePath;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the container of the daemon in sync: an entry of {@code actions}. */
final class ContainerUpdate {

    private static final String ACTIONS = "actions";

    private static final String POD_SPEC = "podSpec";

    private final FileChanges changes;

    private final Item definition;

    private final @Nullable PodPatches pod;

    private final Notes notes;

    private final String file;

    ContainerUpdate(FileChanges changes, Item definition, @Nullable PodPatches pod, Notes notes, String file) {
        this.changes = changes;
        this.definition = definition;
        this.pod = pod;
        this.notes = notes;
        this.file = file;
    }

    /**
     * Makes the changes of the containers that the routes name; those that are missing are added.
     *
     * @param foreign the inputs that lead to other containers, with the names of those
     */
    void apply(List<ActionDeclaration> wanted, Map<Item, Set<String>> foreign) {
        if (definition.isEmpty(ACTIONS)) {
            foreign.forEach((input, names) -> notes.add(
                    file,
                    input.at().toString(),
                    "it routes to " + String.join(", ", names)
                            + ", which is not among the actions of skill.yaml. Declare it there too."));
        }
        List<Object> added = new ArrayList<>();
        for (ActionDeclaration container : wanted) {
            List<Item> present = definition.items(ACTIONS).stream()
                    .filter(item -> Objects.equals(container.name(), item.name()))
                    .toList();
            present.forEach(item -> update(item, container));
            if (present.isEmpty()) {
                added.add(DefinitionWriter.container(container));
                notes.add(
                        file,
                        ACTIONS,
                        "the container '" + container.name() + "' is new, with the image '" + container.image()
                                + "'; put the name of its image, without a tag, if it is another.");
            }
        }
        changes.append(definition, ACTIONS, added);
    }

    private void update(Item item, ActionDeclaration wanted) {
        String type = item.text("type");
        if ("job".equalsIgnoreCase(type)) {
            notes.add(
                    file,
                    item.at().toString(),
                    "it is a job, but inputs route to it as to a daemon. Make its type daemon, or the runtime of those"
                            + " inputs cortex/jobs.");
            return;
        }
        if (!"daemon".equalsIgnoreCase(type)) {
            changes.set(item, "type", "daemon");
        }
        if (item.text("image") == null) {
            changes.set(item, "image", wanted.image());
        }
        Object port = Objects.requireNonNull(wanted.port());
        String present = item.text("port");
        if (present == null || !(present.equals(port.toString()) || present.contains("{{"))) {
            changes.setText(item, "port", port);
        }
        if (pod != null) {
            updatePod(item, pod, pod.patches(port));
        }
    }

    private void updatePod(Item item, PodPatches asked, List<Map<String, @Nullable Object>> patches) {
        if (item.isEmpty(POD_SPEC)) {
            changes.set(item, POD_SPEC, patches);
            return;
        }
        if (!(item.value(POD_SPEC) instanceof List<?>)) {
            notes.add(file, item.at().then(POD_SPEC).toString(), "it is not a list of patches, and is left as it is.");
            return;
        }
        List<Item> present = item.items(POD_SPEC);
        TreePath list = item.at().then(POD_SPEC);
        int size = ((List<?>) Objects.requireNonNull(item.value(POD_SPEC))).size();
        for (Map<String, @Nullable Object> patch : patches) {
            String path = String.valueOf(patch.get("path"));
            List<Item> same = present.stream()
                    .filter(one -> path.equals(one.text("path")))
                    .toList();
            if (same.isEmpty()) {
                changes.insert(list, size, patch);
            } else if (path.equals(PodPatches.GRACE_PERIOD)
                    && isShorter(same.get(0).text("value"), asked)) {
                changes.set(same.get(0), "value", patch.get("value"));
            }
        }
    }

    private static boolean isShorter(@Nullable String seconds, PodPatches asked) {
        return seconds == null || !seconds.matches("\\d{1,9}") || Long.parseLong(seconds) < asked.gracePeriod();
    }
}
