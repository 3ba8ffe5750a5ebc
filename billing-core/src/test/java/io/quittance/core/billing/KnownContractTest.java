package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.Phase;
import io.quittance.core.contract.PublishedIndex;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** By what the price of a charge is multiplied on a day of a contract that begins on 1 January 2026. */
class KnownContractTest {
    private static final Charge FEE = Charge.recurring("fee", FlatFee.of("310.00"));

    @Test
    void aPriceWithoutPhasesIsThePrice() {
        assertThat(factor(FEE, "2026-01-01")).isEqualTo(Fraction.ONE);
        assertThat(factor(FEE, "2026-12-31")).isEqualTo(Fraction.ONE);
    }

    /** Ten days free, ten at half the price, counted from the first day of the charge; before it there is no phase. */
    @Test
    void aPhaseIsCountedFromTheFirstDayOfItsCharge() {
        Charge phased = FEE.phases(Phase.trial("P10D"), Phase.rampUp("P10D", "50"));
        assertThat(factor(phased, "2026-01-01")).isEqualTo(Fraction.ZERO);
        assertThat(factor(phased, "2026-01-10")).isEqualTo(Fraction.ZERO);
        assertThat(factor(phased, "2026-01-11")).isEqualTo(Fraction.of(1, 2));
        assertThat(factor(phased, "2026-01-20")).isEqualTo(Fraction.of(1, 2));
        assertThat(factor(phased, "2026-01-21")).isEqualTo(Fraction.ONE);
        Charge later = phased.from("2026-03-01");
        assertThat(factor(later, "2026-02-28")).isEqualTo(Fraction.ONE);
        assertThat(factor(later, "2026-03-01")).isEqualTo(Fraction.ZERO);
    }

    private static Fraction factor(Charge charge, String day) {
        ContractHistory history = history(terms(charge));
        var contract = new KnownContract(
                history,
                AsOf.endOf(LocalDate.parse("2026-06-30")),
                PublishedIndex.none(),
                history.signed().term(),
                new LineTaxes(history.signed(), null));
        return contract.content(history.signed().terms(), charge.id(), LocalDate.parse(day))
                .factor();
    }
}
