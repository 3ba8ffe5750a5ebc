package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.billing.BillingFigures;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of every KPI of {@link BillingFigures}. A test class implements this and supplies {@link #kpi()}; nothing else is needed. */
public interface BillingKpiContract extends KpiContract<BillingFigures> {

    @Override
    default BillingFigures nothing() {
        return BillingFigures.empty();
    }

    @Override
    @Provide
    default Arbitrary<BillingFigures> figures() {
        return KpiArbitraries.billingFigures();
    }

    /** The result is of the period of the figures. */
    @Property
    default void saysOfWhatItIs(@ForAll("figures") BillingFigures figures) {
        assertThat(KpiLaws.brokenByBasis(kpi(), figures, figures.period(), Optional.empty()))
                .isEmpty();
    }
}
