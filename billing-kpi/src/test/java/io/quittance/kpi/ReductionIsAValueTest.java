package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A reduction is that of its KPI, by its name. */
class ReductionIsAValueTest {
    private static KpiDefinition kpi(String id) {
        return KpiDefinition.of(id, "Owed", KpiUnit.PERCENT, Direction.LOWER, "owed");
    }

    @Test
    void aNameIsThatOfTheKpiOrItsOwn() {
        assertThat(Reduction.of(kpi("owed")).definition().name()).isEqualTo("Owed, reduction");
        KpiDefinition named =
                Reduction.of(kpi("owed")).named("less", "Less owed").definition();
        assertThat(named.id()).isEqualTo("less");
        assertThat(named.name()).isEqualTo("Less owed");
    }

    @Test
    void whatDiffersInOneThingIsNotEqual() {
        Reduction named = Reduction.of(kpi("owed")).named("less", "Less owed");
        assertThat(named)
                .isEqualTo(Reduction.of(kpi("owed")).named("less", "Less owed"))
                .isNotEqualTo(Reduction.of(kpi("late")).named("less", "Less owed"))
                .isNotEqualTo(Reduction.of(kpi("owed")).named("fewer", "Less owed"))
                .isNotEqualTo(Reduction.of(kpi("owed")).named("less", "Fewer"))
                .isNotEqualTo(Reduction.of(kpi("owed")));
    }
}
