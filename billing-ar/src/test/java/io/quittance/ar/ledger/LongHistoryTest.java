package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.schedule.AsOf;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A debt every day, paid ten days later: ten are open at any time. */
class LongHistoryTest {
    private static final int DEBTS = 8_000;
    private static final int QUESTIONS = 8_000;

    private static CustomerLedger posted(CustomerLedger ledger, LedgerFact fact) {
        return ledger.post(LedgerEntry.of("K" + ledger.version(), fact, START.plusSeconds(ledger.version())))
                .ledger();
    }

    private static Receivable debt(int i) {
        LocalDate day = FIRST_DAY.plusDays(i);
        return Receivable.of(id("R" + i), A, day, day.plusDays(5), eur("10"));
    }

    private static CustomerLedger history(CustomerLedger ledger) {
        CustomerLedger next = ledger;
        for (int i = 0; i < DEBTS; i++) {
            next = posted(next, new ReceivablePosted(debt(i)));
            if (i >= 10) {
                Receivable old = debt(i - 10);
                LocalDate day = FIRST_DAY.plusDays(i);
                Payment payment = Payment.of(PaymentId.of("P" + i), A, day, eur("10"));
                next = posted(next, new PaymentReceived(payment));
                Allocation allocation = Allocation.of(payment, List.of(OpenItem.of(old)), new OldestDueFirst());
                next = posted(next, new PaymentAllocated(allocation, day));
            }
        }
        return next;
    }

    /**
     * What a question costs depends on what is open, also where the first entry of all takes effect in forty years: going through the
     * history for each takes minutes, and this takes less than a second where nothing else runs.
     */
    @Test
    void anEntryThatIsDatedAheadMakesNoQuestionDearer() {
        Receivable ahead = Receivable.of(id("ahead"), A, FIRST_DAY.plusYears(40), FIRST_DAY.plusYears(40), eur("1"));
        CustomerLedger ledger = history(posted(CustomerLedger.empty(A, EUR), new ReceivablePosted(ahead)));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < QUESTIONS; i++) {
                int day = 20 + (i * 31) % (DEBTS - 40);
                AccountView view = ledger.asOf(AsOf.endOf(FIRST_DAY.plusDays(day)));
                assertThat(view.openItems()).hasSize(10);
                assertThat(view.openItems().get(0).id()).isEqualTo(id("R" + (day - 9)));
                assertThat(view.onAccount()).isEqualTo(eur("0"));
            }
        });
        AsOf last = AsOf.endOf(FIRST_DAY.plusYears(40));
        assertThat(ledger.asOf(last).open()).isEqualTo(eur("101"));
    }

    /** What was known at an instant is found as fast, and is what the ledger of those entries answers. */
    @Test
    void whatWasKnownAtAnInstantIsFoundInALongHistory() {
        CustomerLedger ledger = history(CustomerLedger.empty(A, EUR));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < QUESTIONS / 4; i++) {
                int known = 40 + (i * 97) % (ledger.version() - 40);
                AsOf asOf = AsOf.of(LocalDate.of(9999, 12, 31), START.plusSeconds(known));
                assertThat(ledger.asOf(asOf).openItems()).hasSizeBetween(10, 11);
            }
        });
        CustomerLedger short100 = CustomerLedger.empty(A, EUR);
        for (LedgerEntry entry : ledger.entries().subList(0, 100)) {
            short100 = short100.post(entry).ledger();
        }
        AsOf then = AsOf.of(LocalDate.of(9999, 12, 31), START.plusSeconds(99));
        assertThat(ledger.asOf(then)).isEqualTo(short100.asOf(then));
        AsOf before = AsOf.of(LocalDate.of(9999, 12, 31), START.minusSeconds(1));
        assertThat(ledger.asOf(before).openItems()).isEmpty();
        assertThat(ledger.hasEntries(before)).isFalse();
        assertThat(ledger.hasEntries(AsOf.endOf(FIRST_DAY.minusDays(1)))).isFalse();
        assertThat(ledger.hasEntries(AsOf.endOf(FIRST_DAY))).isTrue();
    }

    /** 10.00 are paid, open again a year later when the payment comes back, and paid again: between, no question looks at them. */
    @Test
    void whatComesBackLaterIsNotLookedAtBetween() {
        CustomerLedger ledger = CustomerLedger.empty(A, EUR);
        int many = 50;
        for (int i = 0; i < many; i++) {
            Receivable debt = Receivable.of(id("R" + i), A, FIRST_DAY, FIRST_DAY.plusDays(5), eur("10"));
            ledger = posted(ledger, new ReceivablePosted(debt));
            for (int year = 0; year < 2; year++) {
                LocalDate day = FIRST_DAY.plusYears(year).plusDays(10);
                Payment payment = Payment.of(PaymentId.of("P" + i + "/" + year), A, day, eur("10"));
                ledger = posted(ledger, new PaymentReceived(payment));
                Allocation allocation = Allocation.of(payment, List.of(OpenItem.of(debt)), new OldestDueFirst());
                ledger = posted(ledger, new PaymentAllocated(allocation, day));
                if (year == 0) {
                    ledger = posted(
                            ledger,
                            new PaymentReturned(
                                    A, payment.id(), PaymentReturned.Reason.CHARGEBACK, FIRST_DAY.plusYears(1)));
                }
            }
        }
        assertThat(lookedAt(ledger, 5)).isEqualTo(many);
        assertThat(lookedAt(ledger, 100)).isZero();
        assertThat(lookedAt(ledger, 370)).isEqualTo(many);
        assertThat(lookedAt(ledger, 400)).isZero();
        assertThat(ledger.asOf(AsOf.endOf(FIRST_DAY.plusDays(5))).openItems()).hasSize(many);
        assertThat(ledger.asOf(AsOf.endOf(FIRST_DAY.plusDays(370))).openItems()).hasSize(many);
        assertThat(ledger.asOf(AsOf.endOf(FIRST_DAY.plusDays(100))).openItems()).isEmpty();
    }

    private static int lookedAt(CustomerLedger ledger, int day) {
        var found = new AtomicInteger();
        ledger.balance().debts().gone().on(FIRST_DAY.plusDays(day), id -> found.incrementAndGet());
        return found.get();
    }
}
