package io.quittance.ar.plan;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.Schedule;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan as entries of a ledger, as docs/payment-plans.md says: 300.00 of January in three from 1 April, agreed on 10 March. */
class PlanEntriesTest {
    private static final LocalDate AGREED = LocalDate.parse("2026-03-10");
    private static final Receivable INVOICE = receivable("INV-7", "2026-01-31", "300");
    private static final CustomerLedger BEFORE =
            post(CustomerLedger.empty(A, eur("0").getCurrency()), "invoice", new ReceivablePosted(INVOICE));

    private static CustomerLedger post(CustomerLedger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, Instant.parse("2026-03-10T09:00:00Z")))
                .ledger();
    }

    private static CustomerLedger planned() {
        Credit credit = Credit.of(PaymentId.of("PLAN-1"), A, AGREED, eur("300")).crediting(INVOICE.id());
        Allocation settles =
                Allocation.of(AllocationRequest.of(credit.asPayment(), BEFORE.openItems()), new OldestDueFirst());
        CustomerLedger ledger = post(BEFORE, "credit", new CreditPosted(credit));
        ledger = post(ledger, "settled", new PaymentAllocated(settles, AGREED));
        List<Receivable> debts = InstalmentPlan.equal(
                        eur("300"),
                        3,
                        Schedule.every("P1M", "2026-04-01"),
                        EqualParts.of("0.01", RoundingMode.HALF_EVEN))
                .receivables(INVOICE, "/P", AGREED);
        for (Receivable debt : debts) {
            ledger = post(ledger, debt.id().value(), new ReceivablePosted(debt));
        }
        return ledger;
    }

    @Test
    void theInstalmentsStandInPlaceOfTheDebt() {
        assertThat(planned().openItems())
                .extracting(item -> item.id() + " " + item.open() + " due " + item.dueDate())
                .containsExactly(
                        "INV-7/P1 EUR 100.00 due 2026-04-01",
                        "INV-7/P2 EUR 100.00 due 2026-05-01",
                        "INV-7/P3 EUR 100.00 due 2026-06-01");
        assertThat(planned().openItems().stream().map(OpenItem::open).reduce(eur("0"), (one, other) -> one.add(other)))
                .isEqualTo(eur("300"));
        assertThat(planned().asOf(AsOf.endOf(AGREED.minusDays(1))).openItems())
                .extracting(OpenItem::id)
                .containsExactly(INVOICE.id());
    }

    @Test
    void reversingItsEntriesUndoesThePlan() {
        CustomerLedger ledger = planned();
        for (String key : List.of("INV-7/P3", "INV-7/P2", "INV-7/P1", "settled", "credit")) {
            ledger = post(ledger, "undo " + key, new EntryReversed(A, EntryKey.of(key), AGREED));
        }
        assertThat(ledger.openItems()).isEqualTo(BEFORE.openItems());
        assertThat(ledger.asOf(AsOf.endOf(AGREED)).onAccount()).isEqualTo(eur("0"));
    }
}
