package io.quittance.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What another cycle would do; by hand. */
class CycleComparisonTest {
    private static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2027-01-01");
    private static final Instant SIGNED = Instant.parse("2024-12-01T00:00:00Z");

    /**
     * A month of n days waits n²/2 days in all: 7 × 31², 4 × 30² and 28² are 11,111; quarters of 90, 91, 92 and 92 days are
     * 33,309. Halved and divided by 365 days: 15.22 and 45.63.
     */
    @Test
    void comparesMonthsWithQuartersInArrears() {
        var comparison = CycleComparison.of(contract(BillingCycle.monthly()), BillingCycle.quarterly(), YEAR);
        assertThat(comparison.present().averageWait()).isEqualTo(Fraction.of(11_111, 730));
        assertThat(comparison.other().averageWait()).isEqualTo(Fraction.of(33_309, 730));
        assertThat(comparison.longerWait()).isEqualTo(Fraction.of(11_099, 365));
        assertThat(comparison.present().periods()).isEqualTo(12);
        assertThat(comparison.other().periods()).isEqualTo(4);
        assertThat(comparison.present().bills()).as("1 January to 1 December").isEqualTo(12);
        assertThat(comparison.other().bills())
                .as("December on 1 January, then 1 April, July and October")
                .isEqualTo(4);
        assertThat(comparison.change()).isEqualTo("2026-01-01");
        assertThat(comparison.firstChanged()).contains(LocalDate.parse("2026-02-01"));
        assertThat(comparison.cutBefore()).isEmpty();
        assertThat(comparison.cutAfter()).isEmpty();
    }

    /** From 16 January on: 15 days of the month are billed on 1 February, and the rest of the quarter on 1 April. */
    @Test
    void aChangeWithinAPeriodLeavesStubs() {
        var window = ServicePeriod.of("2026-01-16", "2026-04-02");
        var comparison = CycleComparison.of(contract(BillingCycle.monthly()), BillingCycle.quarterly(), window);
        assertThat(comparison.cutBefore()).contains(ServicePeriod.of("2026-01-01", "2026-01-16"));
        assertThat(comparison.cutAfter()).contains(ServicePeriod.of("2026-01-16", "2026-04-01"));
        assertThat(comparison.firstChanged()).contains(LocalDate.parse("2026-02-01"));
        assertThat(comparison.present().bills()).isEqualTo(3);
        assertThat(comparison.other().bills()).isEqualTo(2);
    }

    /** In advance a day is billed as long before its middle as, in arrears, after it; the contract of one year bills 12 times or 11. */
    @Test
    void comparesInAdvanceWithInArrears() {
        Contract contract = Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                YEAR,
                terms(BillingCycle.monthly().inAdvance()));
        var comparison = CycleComparison.of(contract, BillingCycle.monthly(), YEAR);
        assertThat(comparison.present().averageWait()).isEqualTo(Fraction.of(-11_111, 730));
        assertThat(comparison.longerWait()).isEqualTo(Fraction.of(11_111, 365));
        assertThat(comparison.present().bills()).isEqualTo(12);
        assertThat(comparison.other().bills())
                .as("December is billed after the year")
                .isEqualTo(11);
        assertThat(comparison.firstChanged()).contains(LocalDate.parse("2026-01-01"));
    }

    /**
     * June to August: months of 30, 31 and 31 days wait 2,822 / 2 days in all. By the quarter June waits 450 days, and the 62
     * days after it, billed on 1 October, 62 × 92 - 62² / 2 = 3,782: 4,232 of 92 days.
     */
    @Test
    void looksAtTheDaysOfTheWindowAlone() {
        var window = ServicePeriod.of("2026-06-01", "2026-09-01");
        var comparison = CycleComparison.of(contract(BillingCycle.monthly()), BillingCycle.quarterly(), window);
        assertThat(comparison.present().averageWait()).isEqualTo(Fraction.of(1_411, 92));
        assertThat(comparison.present().periods()).isEqualTo(3);
        assertThat(comparison.present().bills()).as("1 June, July and August").isEqualTo(3);
        assertThat(comparison.other().averageWait()).isEqualTo(Fraction.of(46));
        assertThat(comparison.other().periods())
                .as("June, and the quarter after it")
                .isEqualTo(2);
        assertThat(comparison.other().bills())
                .as("May on 1 June, and June on 1 July")
                .isEqualTo(2);
    }

    /** From quarters to months the first other bill is one that the quarters do not have. */
    @Test
    void aBillMoreIsAnotherBill() {
        var comparison = CycleComparison.of(contract(BillingCycle.quarterly()), BillingCycle.monthly(), YEAR);
        assertThat(comparison.firstChanged()).contains(LocalDate.parse("2026-02-01"));
    }

    /** Of February 2026, 28 days and a month are one; what differs after it is not looked at. */
    @Test
    void whatDiffersAfterTheWindowIsNotLookedAt() {
        var february = ServicePeriod.of("2026-02-01", "2026-03-01");
        Contract contract = Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                ServicePeriod.of("2026-02-01", "2027-02-01"),
                terms(BillingCycle.monthly()));
        assertThat(CycleComparison.of(contract, BillingCycle.every("P28D"), february)
                        .firstChanged())
                .isEmpty();
        assertThat(CycleComparison.of(contract, BillingCycle.every("P28D"), contract.term())
                        .firstChanged())
                .as("28 days after 1 March")
                .contains(LocalDate.parse("2026-03-29"));
    }

    @Test
    void theSameCycleChangesNothing() {
        var comparison = CycleComparison.of(contract(BillingCycle.quarterly()), BillingCycle.quarterly(), YEAR);
        assertThat(comparison.firstChanged()).isEmpty();
        assertThat(comparison.longerWait()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void refusesAWindowBesideTheContract() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CycleComparison.of(
                        contract(BillingCycle.monthly()),
                        BillingCycle.quarterly(),
                        ServicePeriod.of("2024-01-01", "2025-01-01")))
                .withMessage("window must have days of the contract, [2025-01-01, 2028-01-01),"
                        + " but was [2024-01-01, 2025-01-01)");
    }

    /** Both sides are what the billing calendar lists for the contract, and for the contract amended so. */
    @Property(tries = 300)
    void agreesWithTheCalendar(
            @ForAll("cycles") BillingCycle present,
            @ForAll("cycles") BillingCycle other,
            @ForAll @IntRange(max = 400) int start,
            @ForAll @IntRange(min = 1, max = 400) int length) {
        LocalDate begin = LocalDate.parse("2025-01-01");
        Assume.that(!present.schedule(begin).equals(other.schedule(begin)));
        LocalDate from = begin.plusDays(start);
        var window = new ServicePeriod(from, from.plusDays(length));
        Contract contract = contract(present);
        var comparison = CycleComparison.of(contract, other, window);
        ContractHistory history = ContractHistory.of(contract, SIGNED);
        assertThat(comparison.present().bills()).isEqualTo(billingDays(history, window));
        ContractHistory amended = history.amended(Amendment.terms("A-1", from, SIGNED, terms(other)));
        assertThat(comparison.other().bills()).isEqualTo(billingDays(amended, window));
    }

    /** The waits of two windows, weighted by their days, make the wait of both. */
    @Property(tries = 300)
    void waitsAddUp(@ForAll("cycles") BillingCycle cycle, @ForAll @IntRange(min = 1, max = 364) int cut) {
        LocalDate middle = YEAR.start().plusDays(cut);
        Fraction first = wait(cycle, new ServicePeriod(YEAR.start(), middle));
        Fraction second = wait(cycle, new ServicePeriod(middle, YEAR.end()));
        assertThat(first.plus(second)).isEqualTo(wait(cycle, YEAR));
    }

    private static Fraction wait(BillingCycle cycle, ServicePeriod window) {
        return CycleComparison.of(contract(cycle), cycle, window)
                .present()
                .averageWait()
                .times(Fraction.of(window.days()));
    }

    private static long billingDays(ContractHistory history, ServicePeriod window) {
        return BillingCalendar.of(List.of(history), window, Instant.MAX).entries().stream()
                .map(CalendarEntry::billable)
                .distinct()
                .count();
    }

    @Provide
    Arbitrary<BillingCycle> cycles() {
        return Arbitraries.of(
                        BillingCycle.monthly(),
                        BillingCycle.quarterly(),
                        BillingCycle.yearly(),
                        BillingCycle.every("P7D"),
                        BillingCycle.every("P45D"),
                        BillingCycle.monthly().from("2025-01-31"))
                .flatMap(cycle -> Arbitraries.of(cycle, cycle.inAdvance()));
    }

    private static Contract contract(BillingCycle cycle) {
        return Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                ServicePeriod.of("2025-01-01", "2028-01-01"),
                terms(cycle));
    }

    private static ContractTerms terms(BillingCycle cycle) {
        return BillRunTest.terms(builder -> builder.billed(cycle), Charge.recurring("platform", FlatFee.of("310.00")));
    }
}
