package io.quittance.kpi.scorecard;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Results of KPIs for tests of scorecards. */
final class Results {
    private Results() {}

    static KpiResult of(String kpi, Direction direction, String value) {
        return basis(kpi, direction).measured(exact(value));
    }

    static KpiResult of(String kpi, Direction direction, String value, ServicePeriod period) {
        return basis(kpi, direction).period(period).measured(exact(value));
    }

    static KpiResult none(String kpi, Direction direction) {
        return basis(kpi, direction).undefined("NO_SALES", "there were no credit sales");
    }

    /** A result of a target's KPI, in its unit and currency. */
    static KpiResult of(Target target, String value, @Nullable ServicePeriod period) {
        return KpiBasis.of(KpiDefinition.of(
                        target.kpi(),
                        target.kpi(),
                        target.unit().orElse(KpiUnit.PERCENT),
                        target.comparison().direction(),
                        "as given"))
                .period(period)
                .currency(target.currency().orElse(null))
                .measured(exact(value));
    }

    static KpiBasis.Builder basis(String kpi, Direction direction) {
        return KpiBasis.of(KpiDefinition.of(kpi, kpi, KpiUnit.PERCENT, direction, "as given"));
    }

    static Fraction exact(String value) {
        return Fraction.of(new BigDecimal(value));
    }
}
