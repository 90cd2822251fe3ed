package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.edit.TreePath;
import io.skillsdk.internal.definition.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings properties in sync: those that lead to the daemon, and those that actions declare. */
final class PropertyUpdate {

    private static final String DEFAULT = "defaultValue";

    private static final String VALID = "validValues";

    private final FileChanges changes;

    private final Item definition;

    private final DaemonAddress address;

    PropertyUpdate(FileChanges changes, Item definition, DaemonAddress address) {
        this.changes = changes;
        this.definition = definition;
        this.address = address;
    }

    /**
     * Makes the changes.
     *
     * @param outputs the output that each input, once it is in sync, routes to, with the action that it is for
     */
    void apply(List<Property> wanted, Map<String, Action> outputs) {
        // with the method and path that the definition has, each output leads to its action
        boolean reached = outputs.entrySet().stream().allMatch(to -> address.leads(to.getKey(), to.getValue()));
        List<Object> added = new ArrayList<>();
        for (Property property : wanted) {
            List<Item> present = present(Objects.requireNonNull(property.name()));
            present.forEach(item -> update(item, property, reached));
            if (present.isEmpty()) {
                added.add(DefinitionWriter.property(property));
            }
        }
        changes.append(definition, "properties", added);
    }

    private List<Item> present(String name) {
        return definition.items("properties").stream()
                .filter(item -> name.equals(item.name()))
                .toList();
    }

    private void update(Item item, Property wanted, boolean reached) {
        Object value = Objects.requireNonNullElse(wanted.defaultValue(), "");
        switch (Objects.requireNonNull(wanted.name())) {
            case "daemon.port" ->
                setDefault(item, value, String.valueOf(item.text(DEFAULT)).contains("{{"));
            case "daemon.method", "daemon.path" -> setDefault(item, value, reached && item.text(DEFAULT) != null);
            default -> updateDeclared(item, wanted);
        }
    }

    private static boolean isSame(@Nullable String present, Object wanted) {
        return wanted.toString().equals(present);
    }

    private void setDefault(Item item, Object value, boolean inSync) {
        if (inSync || isSame(item.text(DEFAULT), value)) {
            return;
        }
        changes.setText(item, DEFAULT, value);
        if (item.value(VALID) instanceof List<?> valid
                && !valid.isEmpty()
                && valid.stream().noneMatch(one -> value.toString().equals(String.valueOf(one)))) {
            TreePath list = item.at().then(VALID);
            changes.insert(list, valid.size(), value);
        }
    }

    private void updateDeclared(Item item, Property wanted) {
        String type = item.text("type");
        if (!Objects.requireNonNull(wanted.type()).equalsIgnoreCase(type)) {
            changes.set(item, "type", wanted.type());
        }
        if (Boolean.TRUE.equals(wanted.secure()) != "true".equalsIgnoreCase(item.text("secure"))) {
            changes.set(item, "secure", Boolean.TRUE.equals(wanted.secure()));
        }
        Set<String> valid = item.value(VALID) instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
        if (!valid.equals(Set.copyOf(wanted.validValues()))) {
            if (wanted.validValues().isEmpty()) {
                changes.remove(item, VALID);
            } else {
                changes.set(item, VALID, wanted.validValues());
            }
        }
        String present = item.text(DEFAULT);
        boolean refused = present != null
                && !wanted.validValues().isEmpty()
                && !wanted.validValues().contains(present);
        if (wanted.defaultValue() != null && (present == null || refused)) {
            changes.set(item, DEFAULT, wanted.defaultValue());
        }
    }
}
