package io.quittance.ar.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.Samples;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OverdueBalancesLawsTest {
    private static final Instant KNOWN = Histories.START.plus(Duration.ofDays(400));
    private static final LocalDate LAST = Histories.FIRST_DAY.plusDays(160);

    @Provide
    static Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }

    /** Of every debt, whatever was paid, came back or was contested, and on whatever day the balances begin. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void onEachDayBearsWhatWasLateAndOpenAtTheEndOfTheDayBefore(
            @ForAll("histories") List<LedgerEntry> history, @ForAll @IntRange(max = 150) int first) {
        checkEachDay(history, first);
    }

    private static void checkEachDay(List<LedgerEntry> history, int first) {
        LocalDate from = Histories.FIRST_DAY.plusDays(first);
        for (CustomerLedger account : Ledger.empty("EUR").postAll(history).customers()) {
            SortedMap<ReceivableId, OverdueBalance> balances =
                    OverdueBalances.of(account, from, AsOf.of(LAST, KNOWN), item -> true);
            for (LocalDate day = from.plusDays(1); !day.isAfter(LAST); day = day.plusDays(1)) {
                assertThat(bearing(balances, day)).isEqualTo(lateAndOpen(account, day));
            }
        }
    }

    /** 100.00 due on day 30 are settled as a whole and open again later. */
    @Property(tries = 300)
    void itIsSoOfDebtsThatAreOpenAgain(
            @ForAll @IntRange(max = 90) int paidOn,
            @ForAll @IntRange(max = 60) int undoneAfter,
            @ForAll @IntRange(max = 150) int first) {
        Receivable debt =
                Samples.receivable("R1", Histories.FIRST_DAY.plusDays(30).toString(), "100");
        LocalDate paid = Histories.FIRST_DAY.plusDays(paidOn);
        Payment payment = Samples.payment("P", paid.toString(), "100");
        var settled =
                new PaymentAllocated(Allocation.of(payment, List.of(OpenItem.of(debt)), new OldestDueFirst()), paid);
        var undone = new EntryReversed(Samples.A, new EntryKey("3"), paid.plusDays(undoneAfter));
        checkEachDay(
                List.of(
                        LedgerEntry.of("1", new ReceivablePosted(debt), Histories.START),
                        LedgerEntry.of("2", new PaymentReceived(payment), Histories.START),
                        LedgerEntry.of("3", settled, Histories.START),
                        LedgerEntry.of("4", undone, Histories.START)),
                first);
    }

    private static Map<ReceivableId, Amount> bearing(SortedMap<ReceivableId, OverdueBalance> balances, LocalDate day) {
        Map<ReceivableId, Amount> bearing = new HashMap<>();
        balances.forEach((id, balance) -> bearing.put(id, balance.bearingOn(day)));
        bearing.values().removeIf(amount -> amount.signum() == 0);
        return bearing;
    }

    private static Map<ReceivableId, Amount> lateAndOpen(CustomerLedger account, LocalDate day) {
        Map<ReceivableId, Amount> open = new HashMap<>();
        for (OpenItem item : account.asOf(AsOf.of(day.minusDays(1), KNOWN)).openItems()) {
            if (item.dueDate().isBefore(day) && item.undisputed().signum() > 0) {
                open.put(item.id(), item.undisputed());
            }
        }
        return open;
    }
}
