package io.quittance.kpi.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiResult;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BillingKpisTest {

    /** The MLC churn data: 56 of 5,000 published invoices have a wrong charge. */
    @Test
    void errorsAreTheShareOfWrongInvoices() {
        var figures = BillingFigures.empty().withChecked(56, 5000);
        assertThat(new BillingErrorRate().compute(figures).value()).contains(Fraction.of(112, 100));
        assertThat(new BillingAccuracy().compute(figures).value()).contains(Fraction.of(9888, 100));
    }

    @Test
    void whatWasDueAndNotSentCountsAgainstTimeliness() {
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        KpiResult result = new InvoicesOnTime()
                .compute(BillingFigures.empty().forPeriod(january).withSent(95, 100));
        assertThat(result.value()).contains(Fraction.of(95));
        assertThat(result.basis().period()).contains(january);
        assertThat(result.basis().count()).contains(100L);
    }

    @Test
    void isUndefinedWithoutInvoicesOrFigures() {
        assertThat(new InvoicesOnTime()
                        .compute(BillingFigures.empty().withSent(0, 0))
                        .<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("no invoice was due to be sent");
        assertThat(new BillingErrorRate()
                        .compute(BillingFigures.empty())
                        .<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("checked is not given");
    }

    @Test
    void refusesMoreThanAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingFigures.empty().withChecked(2, 1))
                .withMessage("wrong must be between 0 and 1, but was 2");
    }

    @Property
    void accuracyAndErrorsMakeAHundred(
            @ForAll @IntRange(min = 0, max = 10_000) int wrong, @ForAll @IntRange(min = 1, max = 10_000) int right) {
        var figures = BillingFigures.empty().withChecked(wrong, wrong + right);
        Fraction errors = new BillingErrorRate().compute(figures).value().orElseThrow();
        Fraction accuracy = new BillingAccuracy().compute(figures).value().orElseThrow();
        assertThat(errors.plus(accuracy)).isEqualTo(Fraction.of(100));
    }
}
