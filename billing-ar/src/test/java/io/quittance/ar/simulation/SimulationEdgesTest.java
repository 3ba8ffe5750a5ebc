package io.quittance.ar.simulation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Withholding;
import io.quittance.core.money.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1000.00 that have been due since 31 January 2026, and where a receipt meets days before and after its own. */
class SimulationEdgesTest {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final LocalDate DUE = LocalDate.parse("2026-01-31");
    private static final LocalDate HORIZON = LocalDate.parse("2026-04-30");
    private static final Receivable DEBT = Receivable.of(id("R1"), A, LocalDate.parse("2026-01-01"), DUE, eur("1000"));
    private static final Ledger LEDGER = with(Ledger.empty("EUR"), DEBT);
    /** 0.20 a day on 1000.00. */
    private static final LateInterest INTEREST =
            LateInterest.of(RateTable.constant("7.3"), DayBasis.ACTUAL_365, Rounding.halfUp(2));

    private static Ledger with(Ledger ledger, Receivable debt) {
        return ledger.post(LedgerEntry.of(debt.id().value(), new ReceivablePosted(debt), NOW))
                .ledger();
    }

    /** The ledger after a payment of 20 March that settled R1, as far as it goes. */
    private static Ledger paid(String amount) {
        Payment later = payment("L", "2026-03-20", amount);
        Allocation allocation = Allocation.of(
                AllocationRequest.of(later, List.of(item("R1", "2026-01-31", "1000"))), new OldestDueFirst());
        return LEDGER.postAll(List.of(
                LedgerEntry.of("l", new PaymentReceived(later), NOW),
                LedgerEntry.of("a", new PaymentAllocated(allocation, later.valueDate()), NOW)));
    }

    private static Simulation simulation(Ledger ledger, String amount) {
        return Simulation.of(ledger, List.of(payment("P", "2026-03-11", amount)), HORIZON, NOW);
    }

    private static SimulatedOutcome outcome(Simulation simulation) {
        return simulation.outcome("oldest", new OldestDueFirst());
    }

    /** What a receipt of the 20th pays is not there for one of the 11th: of 1000.00 it pays 600.00, or nothing. */
    @Test
    void whatIsPaidLaterIsNotPaidTwice() {
        SimulatedOutcome part = outcome(simulation(paid("400"), "1000"));
        assertThat(part.applied()).isEqualTo(eur("600"));
        assertThat(part.onAccount()).isEqualTo(eur("400"));
        assertThat(part.open()).isEqualTo(eur("0"));
        SimulatedOutcome none = outcome(simulation(paid("1000"), "1000"));
        assertThat(none.applied()).isEqualTo(eur("0"));
        assertThat(none.onAccount()).isEqualTo(eur("1000"));
    }

    /** Where nothing is open, the money is received, and no settlement is posted. */
    @Test
    void whatSettlesNothingIsReceivedOnly() {
        SimulatedOutcome outcome = outcome(simulation(Ledger.empty("EUR"), "10"));
        assertThat(outcome.onAccount()).isEqualTo(eur("10"));
        assertThat(outcome.ledger().customer(A).version()).isEqualTo(1);
    }

    /** Of 1000.00 a certificate proves 100.00, and the payer named no debt to be paid: 900.00 are open, and the money is on account. */
    @Test
    void whatIsSettledWithoutMoneyIsPosted() {
        SimulatedOutcome outcome = simulation(LEDGER, "10")
                .settling(MONEY_ONLY.withheld(List.of(Withholding.of(id("R1"), eur("100"), "C-1"))))
                .outcome("remitted", new AsRemitted());
        assertThat(outcome.settlements().get(0).allocation().lines()).isEmpty();
        assertThat(outcome.open()).isEqualTo(eur("900"));
        assertThat(outcome.onAccount()).isEqualTo(eur("10"));
        assertThat(outcome.ledger().customer(A).version()).isEqualTo(3);
    }

    /** No day has passed since the first receipt. */
    @Test
    void onTheDayOfTheFirstReceiptThereIsNoInterest() {
        LocalDate day = LocalDate.parse("2026-03-11");
        assertThat(outcome(Simulation.of(LEDGER, List.of(payment("P", "2026-03-11", "100")), day, NOW)
                                .bearing(INTEREST))
                        .interest())
                .isEqualTo(eur("0"));
        assertThat(outcome(Simulation.of(LEDGER, List.of(payment("P", "2026-03-11", "0.01")), day.plusDays(1), NOW)
                                .bearing(INTEREST))
                        .interest())
                .isEqualTo(eur("0.20"));
    }

    /** 1000.00 less 0.01 for 50 days are 10.00; a fee of 1000.00 beside it bears nothing. */
    @Test
    void onlyPrincipalBearsInterest() {
        Receivable fee = Receivable.of(id("F1"), A, DEBT.documentDate(), DUE.plusDays(1), eur("1000"))
                .withType(ReceivableType.FEE);
        SimulatedOutcome outcome = outcome(simulation(with(LEDGER, fee), "0.01").bearing(INTEREST));
        assertThat(outcome.interest()).isEqualTo(eur("10"));
    }

    /** The ledger that comes of a simulation has its keys, and can be simulated on. */
    @Test
    void anOutcomeCanBeGoneOnFrom() {
        SimulatedOutcome first = outcome(simulation(Ledger.empty("EUR"), "10"));
        SimulatedOutcome second =
                outcome(Simulation.of(first.ledger(), List.of(payment("Q", "2026-03-12", "20")), HORIZON, NOW));
        SimulatedOutcome third =
                outcome(Simulation.of(second.ledger(), List.of(payment("R", "2026-03-13", "30")), HORIZON, NOW));
        assertThat(third.ledger().customer(A).entries())
                .extracting(entry -> entry.key().value())
                .containsExactly("simulation/1", "simulation/2", "simulation/3");
        assertThat(third.onAccount()).isEqualTo(eur("30")); // of its own receipt
    }

    @Test
    void outcomesOfTwoHorizonsAreNotCompared() {
        AgingRule rule = AgingRule.of(AgingBuckets.days(30));
        SimulatedOutcome one = outcome(simulation(LEDGER, "100"));
        SimulatedOutcome other =
                outcome(Simulation.of(LEDGER, List.of(payment("P", "2026-03-11", "100")), HORIZON.plusDays(1), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.against(other, rule))
                .withMessageStartingWith("base must be of the same receipts and horizon, but was oldest: ");
    }
}
