package io.quittance.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import net.jqwik.api.Example;

// docs begin
class ByWeeksTest implements ProrationContract.Timeless {
    @Override
    public Proration proration() {
        return new ByWeeks();
    }
    // docs end

    @Example
    void isWhatItsDocumentationSays() {
        assertThat(proration()
                        .part(
                                ServicePeriod.of("2026-02-10", "2026-02-18"),
                                ServicePeriod.of("2026-02-01", "2026-03-01")))
                .isEqualTo(Fraction.of(1, 2));
    }
}
