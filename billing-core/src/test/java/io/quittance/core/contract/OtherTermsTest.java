package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Contracts as they would be under other terms. */
class OtherTermsTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private static Charge calls() {
        return Charge.usage("calls", "calls", PerUnit.of("0.10")).repriced("2026-06-01", PerUnit.of("0.12"));
    }

    private static ContractTerms terms(Charge charge) {
        return ContractTerms.builder()
                .currency("EUR")
                .zone("Europe/Berlin")
                .paymentTerms(PaymentTerms.net(14))
                .lineRounding(Rounding.halfUp(1))
                .billed(BillingCycle.monthly().inAdvance())
                .invoicing(InvoicingRequirements.none().withPurchaseOrder("PO-1"))
                .charge(charge)
                .discount(Discount.percent("launch", "10"))
                .maximum(SpendMaximum.of("500"))
                .minimum(SpendMinimum.of("20"))
                .commitment(TermCommitment.of("100"))
                .build();
    }

    @Test
    void everyPriceOfAChargeIsAnother() {
        Charge free = calls().named("Calls").repriced(model -> FlatFee.of("0"));
        assertThat(free)
                .isEqualTo(Charge.usage("calls", "calls", FlatFee.of("0"))
                        .repriced("2026-06-01", FlatFee.of("0"))
                        .named("Calls"));
        assertThat(calls().repriced(model -> model)).isEqualTo(calls());
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesAPriceThatTheChargeCannotHave() {
        Charge work = Charge.timeAndMaterials("work", "hours", TimeAndMaterials.of("senior", "150"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> work.repriced(model -> PerUnit.of("1")))
                .withMessageStartingWith("model must be TimeAndMaterials for a charge of kind TIME_AND_MATERIALS");
        assertThatNullPointerException()
                .isThrownBy(() -> calls().repriced(model -> null))
                .withMessage("model");
    }

    @Test
    void aPriceThatFollowsNothing() {
        assertThat(calls().escalated(Escalation.fixed("3", "P1Y", "2027-01-01")).unescalated())
                .isEqualTo(calls());
        assertThat(calls().unescalated()).isEqualTo(calls());
    }

    @Test
    void theTermsKeepAllElse() {
        ContractTerms terms = terms(calls());
        assertThat(terms.withCharges(charge -> charge)).isEqualTo(terms);
        assertThat(terms.withCharges(charge -> charge.named("Calls"))).isEqualTo(terms(calls().named("Calls")));
        assertThat(terms.withConventions(Conventions.standard())).isEqualTo(terms);
        assertThat(terms.withConventions(Conventions.asOpenMeter()).conventions())
                .isEqualTo(Conventions.asOpenMeter());
    }

    @Test
    void allTermsOfAHistoryAreOthers() {
        ContractHistory history = history(terms(calls()), terms(calls().named("Anrufe")));
        assertThat(history.withTerms(terms -> terms)).isEqualTo(history);
        ContractTerms other = terms(calls().named("Calls"));
        assertThat(history.withTerms(terms -> other)).isEqualTo(history(other, other));
    }

    private static ContractHistory history(ContractTerms signed, ContractTerms later) {
        Contract contract = Contract.builder("C-1")
                .customer("ACME")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2026-01-01", "2027-01-01")
                .paymentTerms(PaymentTerms.net(14))
                .charge(calls())
                .build()
                .on(ServicePeriod.of("2026-01-01", "2027-01-01"), signed)
                .renewed(Renewal.of("P1Y", "P1M"));
        return ContractHistory.of(contract, SIGNED)
                .amended(Amendment.terms("A-1", MARCH, SIGNED.plusSeconds(1), later))
                .amended(Amendment.pause("A-2", ServicePeriod.of("2026-04-01", "2026-05-01"), SIGNED.plusSeconds(2)))
                .amended(Amendment.withdrawal("A-3", "A-1", SIGNED.plusSeconds(3)))
                .amended(Amendment.end("A-4", LocalDate.of(2026, 12, 1), SIGNED.plusSeconds(4)));
    }
}
