package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instalments of 100.00 due on 31 March and on 30 April, against what came. */
class ExpectedReceiptTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Receivable FIRST = receivable("R1", "2026-03-31", "100");
    private static final Receivable SECOND =
            receivable("R2", "2026-04-30", "100").partOf(FIRST);

    private static CustomerLedger post(CustomerLedger ledger, LedgerFact... facts) {
        CustomerLedger next = ledger;
        for (LedgerFact fact : facts) {
            next = next.post(LedgerEntry.of("K" + (next.version() + 1), fact, NOON))
                    .ledger();
        }
        return next;
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** Settled on another day than it arrived. */
    private static CustomerLedger paid(CustomerLedger ledger, Payment payment, LedgerFact arrived, String settledOn) {
        CustomerLedger with = post(ledger, arrived);
        return post(
                with,
                new PaymentAllocated(Allocation.of(payment, with.openItems(), new OldestDueFirst()), day(settledOn)));
    }

    private static CustomerLedger sample() {
        CustomerLedger ledger = post(
                CustomerLedger.empty(A, EUR),
                new ReceivablePosted(FIRST),
                new ReceivablePosted(SECOND),
                new ReceivablePosted(receivable("R9", "2026-05-31", "70")));
        Payment early = payment("P1", "2026-03-30", "60");
        Payment late = payment("P2", "2026-04-05", "30");
        ledger = paid(ledger, early, new PaymentReceived(early), "2026-04-02");
        ledger = paid(ledger, late, new PaymentReceived(late), "2026-04-05");
        Credit credit = Credit.of(PaymentId.of("C1"), A, day("2026-04-06"), eur("4"));
        ledger = paid(ledger, credit.asPayment(), new CreditPosted(credit), "2026-04-06");
        return post(
                ledger,
                ReceivableWrittenOff.of(
                        A, id("R1"), eur("1"), ReceivableWrittenOff.Reason.SMALL_BALANCE, day("2026-04-07")));
    }

    private static List<Amount> parts(ExpectedReceipt receipt) {
        return List.of(receipt.onTime(), receipt.late(), receipt.otherwise(), receipt.open());
    }

    @Test
    void comparesWhatWasExpectedWithWhatCame() {
        List<ExpectedReceipt> receipts = ExpectedReceipt.of(sample(), id("R1"), AsOf.endOf("2026-05-31"));
        assertThat(receipts).extracting(ExpectedReceipt::instalment).containsExactly(FIRST, SECOND);
        assertThat(parts(receipts.get(0))).containsExactly(eur("60"), eur("30"), eur("5"), eur("5"));
        assertThat(parts(receipts.get(1))).containsExactly(eur("0"), eur("0"), eur("0"), eur("100"));
        assertThat(receipts.get(0).expected()).isEqualTo(eur("100"));
        assertThat(receipts.get(0).dueDate()).isEqualTo("2026-03-31");
    }

    @Test
    void knowsOnlyWhatHadTakenEffect() {
        assertThat(parts(ExpectedReceipt.of(sample(), id("R1"), AsOf.endOf("2026-04-02"))
                        .get(0)))
                .containsExactly(eur("60"), eur("0"), eur("0"), eur("40"));
        assertThat(parts(ExpectedReceipt.of(sample(), id("R1"), AsOf.endOf("2026-04-01"))
                        .get(0)))
                .containsExactly(eur("0"), eur("0"), eur("0"), eur("100"));
        assertThat(ExpectedReceipt.of(sample(), id("R8"), AsOf.endOf("2026-05-31")))
                .isEmpty();
    }

    /** The payment of 30 March is unapplied: what it settled is open again. */
    @Test
    void whatIsTakenBackIsNotReceived() {
        CustomerLedger ledger = post(sample(), new EntryReversed(A, EntryKey.of("K5"), day("2026-05-10")));
        assertThat(parts(ExpectedReceipt.of(ledger, id("R1"), AsOf.endOf("2026-05-31"))
                        .get(0)))
                .containsExactly(eur("0"), eur("30"), eur("5"), eur("65"));
        CustomerLedger none = post(
                CustomerLedger.empty(A, EUR),
                new ReceivablePosted(FIRST),
                new EntryReversed(A, EntryKey.of("K1"), day("2026-05-10")));
        assertThat(ExpectedReceipt.of(none, id("R1"), AsOf.endOf("2026-05-31"))).isEmpty();
        assertThat(ExpectedReceipt.of(none, id("R1"), AsOf.endOf("2026-05-09"))).hasSize(1);
    }

    @Test
    void refusesPartsThatAreNotTheWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedReceipt(FIRST, eur("60"), eur("30"), eur("5"), eur("6")))
                .withMessage("open must make all parts EUR 100.00, but was EUR 101.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedReceipt(FIRST, eur("-1"), eur("101"), eur("0"), eur("0")))
                .withMessage("onTime must be 0 or more, but was EUR -1.00");
    }

    /** 100.00 are open on 31 March; what came by then and later closes 95.00 of them on later days. */
    @Test
    void whatIsDatedAheadIsShownBesideWhatIsOpen() {
        List<PostDated> rows = PostDated.of(sample(), AsOf.endOf("2026-03-31"));
        assertThat(rows.get(0).item().open()).isEqualTo(eur("100"));
        assertThat(rows.get(0).later()).isEqualTo(eur("95"));
        assertThat(rows.get(0).remaining()).isEqualTo(eur("5"));
        assertThat(rows.get(1).later()).isEqualTo(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostDated(rows.get(0).item(), eur("100.01")))
                .withMessage("later must be 0 or more and at most EUR 100.00, which is open, but was EUR 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostDated(rows.get(0).item(), eur("0.001")))
                .withMessage("later must have at most 2 decimal places, but was EUR 0.001");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new PostDated(rows.get(0).item(), Amount.of("1", "USD")))
                .withMessage("later must be in EUR, but was USD");
    }
}
