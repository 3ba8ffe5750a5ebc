package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.plan.AppliedReceipt;
import io.quittance.ar.plan.PromiseState;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By what a promise is judged: 60.00 by 21 March, of 100.00 that were due on the first. */
class DunningReceiptsTest {
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PromiseToPay PROMISE = PromiseToPay.of(DUE, eur("60"), DUE.plusDays(20), 0);
    private static final DunningPolicy POLICY =
            DunningPolicy.of("EUR", DunningScope.ITEM, List.of(DunningLevel.of("letter", 14, 7, ContactKind.LETTER)));

    private static CollectionHistory promised(PromiseMade made) {
        return CollectionHistory.empty(A).with(CollectionEntry.of("q", A, made, NOW));
    }

    private static CustomerLedger posted(CustomerLedger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NOW)).ledger();
    }

    /** R1, of which 60.00 are paid on 16 March. */
    private static CustomerLedger paid() {
        CustomerLedger owed = posted(
                CustomerLedger.empty(A, eur("0").getCurrency()),
                "r",
                new ReceivablePosted(receivable("R1", "2026-03-01", "100")));
        Payment payment = payment("P1", "2026-03-16", "60");
        Allocation allocation = Allocation.of(
                AllocationRequest.of(payment, eur("60"), List.of(item("R1", "2026-03-01", "100"))),
                new OldestDueFirst());
        return posted(
                posted(owed, "p", new PaymentReceived(payment)),
                "a",
                new PaymentAllocated(allocation, LocalDate.parse("2026-03-16")));
    }

    private static PromiseState state(DunningAccount account, LocalDate day) {
        return DunningRun.on(day)
                .decide(account, POLICY)
                .notices()
                .get(0)
                .promises()
                .get(0)
                .standing()
                .state();
    }

    /** What was settled and undone again keeps no promise: it is broken on the 22nd, and was kept on the 17th. Money counts by its value date. */
    @Test
    void whatWasUndoneDoesNotCount() {
        CustomerLedger undone =
                posted(paid(), "u", new EntryReversed(A, EntryKey.of("a"), LocalDate.parse("2026-03-18")));
        CollectionHistory history = promised(PromiseMade.of(PROMISE));
        LocalDate before = LocalDate.parse("2026-03-17");
        LocalDate after = LocalDate.parse("2026-03-22");
        assertThat(state(DunningAccount.of(undone, history, AsOf.endOf(before)), before))
                .isEqualTo(PromiseState.KEPT);
        DunningAccount account = DunningAccount.of(undone, history, AsOf.endOf(after));
        assertThat(account.receipts())
                .isEqualTo(Map.of(
                        id("R1"),
                        List.of(
                                AppliedReceipt.of(LocalDate.parse("2026-03-16"), eur("60")),
                                AppliedReceipt.of(LocalDate.parse("2026-03-16"), eur("-60")))));
        assertThat(state(account, after)).isEqualTo(PromiseState.BROKEN);
    }

    /** Where nothing was promised, the entries are not gone through. */
    @Test
    void withoutAPromiseThereAreNoReceipts() {
        AsOf day = AsOf.endOf("2026-03-22");
        assertThat(DunningAccount.of(paid(), CollectionHistory.empty(A), day).receipts())
                .isEmpty();
        assertThat(DunningAccount.of(CustomerLedger.of(paid().snapshot()), CollectionHistory.empty(A), day)
                        .account()
                        .openItems())
                .hasSize(1);
    }

    /** What is paid on R2 keeps a promise about the account, and none about R1. */
    @Test
    void aPromiseIsKeptByWhatItIsAbout() {
        Map<ReceivableId, List<AppliedReceipt>> receipts =
                Map.of(id("R2"), List.of(AppliedReceipt.of(DUE.plusDays(3), eur("60"))));
        var view = new AccountView(A, List.of(item("R1", "2026-03-01", "100")), eur("0"));
        LocalDate day = DUE.plusDays(21);
        PromiseMade ofAll = PromiseMade.of(PROMISE);
        assertThat(state(DunningAccount.of(view, promised(ofAll)).withReceipts(receipts), day))
                .isEqualTo(PromiseState.KEPT);
        assertThat(state(
                        DunningAccount.of(view, promised(ofAll.about(List.of(id("R1")))))
                                .withReceipts(receipts),
                        day))
                .isEqualTo(PromiseState.BROKEN);
        assertThat(state(
                        DunningAccount.of(view, promised(ofAll.about(List.of(id("R1"), id("R2")))))
                                .withReceipts(receipts),
                        day))
                .isEqualTo(PromiseState.KEPT);
    }
}
