package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproverTest {

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "jane  SMITH, other@acme.example, other, true",
        "Other, JANE@acme.example, other, true",
        "Other, other@acme.example, Janes, true",
        "Other, other@acme.example, other, false",
        "Other, other@acme.example, jane@acme.example, false",
    })
    void hasASignInCommonWithWhoeverHasTheirNameEmailOrLogin(String name, String email, String login, boolean same) {
        Approver jane = new Approver("Jane Smith", Set.of("jane@acme.example"), Set.of("janes"), List.of());
        Approver other = new Approver(name, Set.of(email), Set.of(login), List.of());
        assertThat(!Collections.disjoint(jane.signs(), other.signs())).isEqualTo(same);
    }
}
