package io.skillsdk.internal.call.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Header;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.Violation;
import io.skillsdk.testing.SkillTester;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JakartaParameterValidatorTest {

    record Row(@NotBlank String name) {}

    public interface Searches {
        @SkillAction(path = "search/{id}")
        Object search(
                @PathParameter("id") @Size(min = 2, message = "must have two characters or more") String id,
                @QueryParameter("limit") @Max(value = 100, message = "must be 100 or less") int limit,
                @QueryParameter("tag") List<@NotBlank(message = "must not be blank") String> tags,
                @Header("X-Tenant") @NotBlank(message = "must not be blank") String tenant);
    }

    static final class Search implements Searches {
        @Override
        public Object search(String id, int limit, List<String> tags, String tenant) {
            return id + limit + tags + tenant;
        }
    }

    static final class Rows {
        @SkillAction
        Object rows(@NotEmpty(message = "must not be empty") @Valid List<Row> payload) {
            return payload.size();
        }
    }

    private final SkillTester search = SkillTester.of(new Search());

    @Test
    void constraintsOnParametersAreCheckedAlsoThoseOfAnInterface() {
        assertThat(search.pathParameter("id", "a")
                        .queryParameter("limit", "101")
                        .queryParameter("tag", "x")
                        .queryParameter("tag", " ")
                        .invoke(Map.of())
                        .violations())
                .containsExactly(
                        new Violation("headers.X-Tenant", "must not be blank"),
                        new Violation("path.id", "must have two characters or more"),
                        new Violation("query.limit", "must be 100 or less"),
                        new Violation("query.tag[1]", "must not be blank"));
    }

    @Test
    void validParametersAreServed() {
        assertThat(search.pathParameter("id", "ab")
                        .queryParameter("limit", "100")
                        .header("X-Tenant", "acme")
                        .invoke(Map.of())
                        .json())
                .isEqualTo("{\"payload\":\"ab100[]acme\"}");
    }

    @Test
    void aConstraintOnThePayloadItselfIsCheckedAndWhatIsInItOnlyOnce() {
        SkillTester rows = SkillTester.of(new Rows());
        assertThat(rows.invoke(List.of()).violations()).containsExactly(new Violation("payload", "must not be empty"));
        assertThat(rows.invoke(List.of(Map.of("name", " "))).violations())
                .extracting(Violation::field)
                .containsExactly("payload[0].name");
        assertThat(rows.invoke(List.of(Map.of("name", "a"))).status()).isEqualTo(200);
    }
}
