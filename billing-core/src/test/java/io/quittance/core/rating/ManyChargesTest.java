package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.usage.UsageEvent;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A contract with as many charges as a carrier has numbers: rating takes time in proportion to them. */
class ManyChargesTest {
    private static final int CHARGES = 16_000;

    /** 2.00 each less 0.50 and less 10 % are 1.35; billed before with 1 unit each, at 0.45, it is 0.90 more. */
    @Test
    @Timeout(120)
    void ratesEachChargeOnce() {
        var builder = Contract.builder("C-1")
                .customer("1")
                .currency("USD")
                .zone("UTC")
                .term("2014-01-01", "2015-01-01")
                .discount(Discount.percent("ten", "10"))
                .maximum(SpendMaximum.of("1000000"))
                .minimum(SpendMinimum.of("1"))
                .paymentTerms(PaymentTerms.net(30));
        var usage = new ArrayList<UsageEvent>();
        for (int i = 0; i < CHARGES; i++) {
            builder.charge(Charge.usage("c" + i, "m" + i, PerUnit.of("1"))
                    .discount(Discount.amount("d" + i, "0.50"))
                    .neverDecreasing());
            usage.add(UsageEvent.of("first " + i, "1", "m" + i, "1", "2014-01-02T00:00:00Z"));
        }
        Contract contract = builder.build();
        Rating interim = Rating.of(RatingRequest.of(contract, usage, JANUARY).interim());
        assertThat(interim.total()).isEqualTo(Amount.of("7200", "USD"));
        for (int i = 0; i < CHARGES; i++) {
            usage.add(UsageEvent.of("second " + i, "1", "m" + i, "1", "2014-01-03T00:00:00Z"));
        }
        Rating closing = Rating.of(RatingRequest.of(contract, usage, JANUARY).after(interim.after()));
        assertThat(closing.total()).isEqualTo(Amount.of("14400", "USD"));
        assertThat(closing.after().discounts()).hasSize(CHARGES).containsEntry("d" + (CHARGES - 1), Fraction.of(1, 2));
    }
}
