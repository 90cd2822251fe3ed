package io.skillsdk.internal.definition.check;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The actions behind the skill {@code shop} of {@code planted/}, in whose files faults are planted. */
@SkillProperty(name = "discount", type = SkillProperty.Type.NUMBER, defaultValue = "5")
@SkillProperty(
        name = "currency",
        defaultValue = "EUR",
        validValues = {"EUR", "USD"})
@SkillProperty(name = "api-key", defaultValue = "#SECURE.shop-key", secure = true)
public final class Shop {

    public enum Priority {
        LOW,
        HIGH
    }

    public record Line(@SkillParameter(required = true) String sku, int quantity) {}

    public record Order(
            @SkillParameter(required = true) String customer,
            @SkillParameter(required = true) List<Line> lines,
            Optional<Priority> priority,
            Optional<LocalDate> due,
            Optional<List<String>> notes) {}

    public record Receipt(String id, double total, List<Line> lines) {}

    public record Cancellation(
            @SkillParameter(required = true) String id) {}

    public record Cancelled(boolean done) {}

    @SkillAction(description = "Takes an order")
    public Receipt order(Order order) {
        return new Receipt(order.customer(), order.lines().size(), order.lines());
    }

    @SkillAction(description = "Cancels an order")
    public Cancelled cancel(Cancellation cancellation) {
        return new Cancelled(!cancellation.id().isEmpty());
    }
}
