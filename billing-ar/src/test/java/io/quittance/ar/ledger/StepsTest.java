package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payment of 10 March over 100.00 that settles a debt of 80.00, until all of it comes back on the 20th. */
class StepsTest {
    private static final Receivable DEBT = receivable("R1", "2026-03-03", "80");
    private static final Payment HUNDRED = payment("P1", "2026-03-10", "100");
    private static final LocalDate MARCH_20 = LocalDate.parse("2026-03-20");
    private static final PaymentAllocated SETTLED = new PaymentAllocated(
            Allocation.of(HUNDRED, List.of(OpenItem.of(DEBT)), new OldestDueFirst()), HUNDRED.valueDate());
    private static final PaymentReturned PART =
            PaymentReturned.ofPart(A, HUNDRED.id(), eur("20"), PaymentReturned.Reason.CHARGEBACK, MARCH_20);
    private static final PaymentReturned WHOLE =
            new PaymentReturned(A, HUNDRED.id(), PaymentReturned.Reason.CHARGEBACK, MARCH_20);

    /** By which entries what is undone, after K1, the debt, and K2, the payment. */
    private static List<String> undone(LedgerFact... facts) {
        CustomerLedger ledger = CustomerLedger.empty(A, EUR);
        for (LedgerFact fact : facts) {
            ledger = ledger.post(LedgerEntry.of("K" + (ledger.version() + 1), fact, START))
                    .ledger();
        }
        return ledger.steps(AsOf.endOf("9999-12-31")).stream()
                .filter(step -> !step.undone().isEmpty())
                .map(step -> step.entry().key() + ":"
                        + step.undone().stream().map(LedgerEntry::key).toList())
                .toList();
    }

    private static EntryReversed reversed(String key) {
        return new EntryReversed(A, EntryKey.of(key), MARCH_20);
    }

    /** What was settled and what went back in part is undone in the order of recording, and last that the payment came. */
    @Test
    void aReturnUndoesWhatStandsOfThePayment() {
        assertThat(undone(new ReceivablePosted(DEBT), new PaymentReceived(HUNDRED), SETTLED, WHOLE))
                .containsExactly("K4:[K3, K2]");
        assertThat(undone(new ReceivablePosted(DEBT), new PaymentReceived(HUNDRED), SETTLED, PART, WHOLE))
                .containsExactly("K5:[K3, K4, K2]");
    }

    /** What was reversed before is not undone a second time by the return of the whole. */
    @Test
    void whatWasReversedIsNotUndoneAgain() {
        var again = new PaymentAllocated(SETTLED.settlement(), MARCH_20);
        assertThat(undone(
                        new ReceivablePosted(DEBT),
                        new PaymentReceived(HUNDRED),
                        SETTLED,
                        reversed("K3"),
                        again,
                        WHOLE))
                .containsExactly("K4:[K3]", "K6:[K5, K2]");
        assertThat(undone(new ReceivablePosted(DEBT), new PaymentReceived(HUNDRED), PART, reversed("K3"), WHOLE))
                .containsExactly("K4:[K3]", "K5:[K2]");
    }
}
