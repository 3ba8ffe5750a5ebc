package io.quittance.ar.interest;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** 100.00, due on 1 April; ar.md 4.17: contested amounts are left out. */
class OverdueBalancesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final LocalDate FROM = day("2026-03-31");
    private static final LocalDate LAST = day("2026-05-31");
    private static final Ledger OWED = Ledger.empty("EUR")
            .post(LedgerEntry.of("R1", new ReceivablePosted(receivable("R1", "2026-04-01", "100")), NOW))
            .ledger();

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static SortedMap<ReceivableId, OverdueBalance> balances(Ledger ledger) {
        CustomerLedger account = ledger.customer(A);
        return OverdueBalances.of(account, FROM, AsOf.of(LAST, NOW), item -> true);
    }

    private static Ledger paid(Ledger ledger, String date, String amount) {
        Payment payment = payment("P", date, amount);
        Allocation allocation = Allocation.of(payment, ledger.openItems(A), new OldestDueFirst());
        return ledger.post(LedgerEntry.of("P", new PaymentReceived(payment), NOW))
                .ledger()
                .post(LedgerEntry.of("P/R1", new PaymentAllocated(allocation, day(date)), NOW))
                .ledger();
    }

    @Test
    void aPaymentIsOffFromTheDayAfterIt() {
        OverdueBalance expected =
                OverdueBalance.of(eur("100"), day("2026-04-01")).less(eur("40"), day("2026-05-16"));
        assertThat(balances(paid(OWED, "2026-05-16", "40")))
                .containsOnlyKeys(id("R1"))
                .containsValue(expected);
        assertThat(expected.bearingOn(day("2026-05-16"))).isEqualTo(eur("100"));
        assertThat(expected.bearingOn(day("2026-05-17"))).isEqualTo(eur("60"));
    }

    @Test
    void whatIsUndoneBearsAgain() {
        Ledger undone = paid(OWED, "2026-05-16", "100")
                .post(LedgerEntry.of("undo", new EntryReversed(A, new EntryKey("P/R1"), day("2026-05-20")), NOW))
                .ledger();
        OverdueBalance balance = balances(undone).values().iterator().next();
        assertThat(balance.bearingOn(day("2026-05-17"))).isEqualTo(eur("0"));
        assertThat(balance.bearingOn(day("2026-05-20"))).isEqualTo(eur("0"));
        assertThat(balance.bearingOn(day("2026-05-21"))).isEqualTo(eur("100"));
    }

    /** Of 100.00 at 10 % on the 11 days from 21 to 31 May: 100 x 0.1 x 11 / 365 = 0.3013…, and not 0.58 for the 21 days from 11 May on. */
    @Test
    void whatWasSettledBeforeTheFirstDayBearsFromTheDayAfterItIsOpenAgain() {
        Ledger undone = paid(OWED, "2026-04-01", "100")
                .post(LedgerEntry.of("undo", new EntryReversed(A, new EntryKey("P/R1"), day("2026-05-20")), NOW))
                .ledger();
        OverdueBalance balance = OverdueBalances.of(
                        undone.customer(A), day("2026-05-10"), AsOf.of(LAST, NOW), item -> true)
                .values()
                .iterator()
                .next();
        assertThat(balance)
                .isEqualTo(OverdueBalance.of(eur("0"), day("2026-04-01")).more(eur("100"), day("2026-05-20")));
        LateInterest interest = LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2));
        assertThat(interest.charge(balance, ServicePeriod.closed(day("2026-05-11"), LAST))
                        .amount())
                .isEqualTo(eur("0.30"));
    }

    @Test
    void whatIsContestedBearsNone() {
        Ledger contested = OWED.post(
                        LedgerEntry.of("D1", new DisputeOpened(A, dispute("R1", "30"), day("2026-04-10")), NOW))
                .ledger();
        OverdueBalance balance = balances(contested).values().iterator().next();
        assertThat(balance.bearingOn(day("2026-04-10"))).isEqualTo(eur("100"));
        assertThat(balance.bearingOn(day("2026-04-11"))).isEqualTo(eur("70"));
    }

    @Test
    void onlyWhatIsAskedForBears() {
        assertThat(OverdueBalances.of(
                        OWED.customer(A),
                        FROM,
                        AsOf.of(LAST, NOW),
                        item -> item.open().isGreaterThan(eur("100"))))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverdueBalances.of(OWED.customer(A), LAST, AsOf.of(FROM, NOW), item -> true))
                .withMessage("from must not be after 2026-03-31, but was 2026-05-31");
    }

    /** Money that settles nothing changes nothing, and neither does what happened before the days or happens after them. */
    @Test
    void onlyWhatHappensToADebtWithinTheDaysChangesIt() {
        Ledger ledger = paid(OWED, "2026-06-01", "40");
        for (String date : new String[] {"2026-02-15", "2026-04-20"}) {
            var onAccount = new PaymentReceived(payment("P" + date, date, "1"));
            ledger = ledger.post(LedgerEntry.of(date, onAccount, NOW)).ledger();
        }
        assertThat(balances(ledger)).containsExactly(entry(id("R1"), OverdueBalance.of(eur("100"), day("2026-04-01"))));
        assertThat(balances(ledger).values()).first().hasToString("EUR 100.00 due 2026-04-01");
    }

    /** Of 100.00, 30.00 are contested before the days begin: 70.00 bear from the first of them on, as it were from the due date. */
    @Test
    void beginsWithWhatBearsOnTheFirstDay() {
        var contested = new DisputeOpened(A, dispute("R1", "30"), FROM.minusDays(3));
        Ledger ledger = OWED.post(LedgerEntry.of("D1", contested, NOW)).ledger();
        assertThat(balances(paid(ledger, "2026-05-31", "70")))
                .containsExactly(entry(
                        id("R1"),
                        OverdueBalance.of(eur("70"), day("2026-04-01")).less(eur("70"), LAST)));
    }

    /** Late since April, it is 100.00 when the days begin on 10 May. */
    @Test
    void whatIsLateAlreadyIsThereFromTheBeginning() {
        assertThat(OverdueBalances.of(OWED.customer(A), day("2026-05-10"), AsOf.of(LAST, NOW), item -> true))
                .containsExactly(entry(id("R1"), OverdueBalance.of(eur("100"), day("2026-04-01"))));
    }

    /** Of 2 March: in February there was nothing. */
    @Test
    void whatComesIntoBeingLaterBearsFromItsDueDateAsWell() {
        assertThat(OverdueBalances.of(OWED.customer(A), day("2026-02-01"), AsOf.of(LAST, NOW), item -> true))
                .containsExactly(entry(id("R1"), OverdueBalance.of(eur("100"), day("2026-04-01"))));
    }
}
