package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the ledger entries of version 1 in {@code src/test/resources/version-1} say: one of each kind, together with every field. */
final class FrozenEntries {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final PaymentId PAYMENT = PaymentId.of("P-1");
    private static final Instant NINE = Instant.parse("2026-02-01T09:00:00Z");

    /** By the name of the document. */
    static final Map<String, LedgerEntry> ALL = Map.ofEntries(
            Map.entry(
                    "ledger-entry-receivable",
                    entry("i-1", ReceivablePosted.of(receivable(), Amount.of("1080", "USD")))
                            .by(Origin.of("clerk-7"))
                            .approvedBy(ActorId.of("clerk-9"))),
            Map.entry("ledger-entry-credit", entry("c-1", new CreditPosted(credit()))),
            Map.entry("ledger-entry-payment", entry("p-1", new PaymentReceived(payment()))),
            Map.entry(
                    "ledger-entry-settlement",
                    LedgerEntry.of(
                                    "a-1",
                                    new PaymentAllocated(settlement(), day("2026-03-02")),
                                    Instant.parse("2026-03-02T08:15:30.500Z"))
                            .by(Origin.of("clerk-7"))),
            Map.entry("ledger-entry-credit-applied", entry("a-2", new PaymentAllocated(ofCredit(), day("2026-02-10")))),
            Map.entry(
                    "ledger-entry-refund",
                    entry("x-1", PaymentRefunded.of(ACME, PAYMENT, eur("1.50"), day("2026-03-05")))),
            Map.entry(
                    "ledger-entry-conversion",
                    entry(
                            "v-1",
                            PaymentConverted.of(
                                    ACME, PAYMENT, eur("1.50"), Amount.of("250", "JPY"), day("2026-03-06")))),
            Map.entry(
                    "ledger-entry-return",
                    entry(
                            "b-1",
                            new PaymentReturned(
                                    ACME, PAYMENT, PaymentReturned.Reason.INSUFFICIENT_FUNDS, day("2026-03-20")))),
            Map.entry(
                    "ledger-entry-conversion-booked",
                    entry(
                            "v-2",
                            PaymentConverted.of(ACME, PAYMENT, eur("1.50"), Amount.of("250", "JPY"), day("2026-03-06"))
                                    .bookedAt(Amount.of("1.62", "USD")))),
            Map.entry(
                    "ledger-entry-return-of-part",
                    entry(
                            "b-2",
                            PaymentReturned.ofPart(
                                            ACME,
                                            PAYMENT,
                                            eur("100.00"),
                                            PaymentReturned.Reason.CHARGEBACK,
                                            day("2026-03-20"))
                                    .owing(ReceivablePosted.of(
                                            Receivable.of(
                                                    id("R-9"), ACME, day("2026-03-20"), day("2026-04-03"), eur("0.20")),
                                            Amount.of("0.22", "USD"))))),
            Map.entry(
                    "ledger-entry-write-off",
                    entry(
                            "w-1",
                            ReceivableWrittenOff.of(
                                    ACME,
                                    id("R-1"),
                                    eur("0.50"),
                                    ReceivableWrittenOff.Reason.SMALL_BALANCE,
                                    day("2026-04-01")))),
            Map.entry(
                    "ledger-entry-reversal",
                    entry("r-1", new EntryReversed(ACME, EntryKey.of("w-1"), day("2026-04-02")))),
            Map.entry(
                    "ledger-entry-dispute",
                    entry(
                            "d-1",
                            new DisputeOpened(
                                    ACME,
                                    Dispute.of(
                                                    DisputeId.of("D-1"),
                                                    id("R-1"),
                                                    eur("23.80"),
                                                    DisputeReason.PRICING,
                                                    DisputeSource.customer("letter-4"))
                                            .ownedBy(ActorId.of("clerk-7")),
                                    day("2026-03-10")))),
            Map.entry(
                    "ledger-entry-dispute-staged",
                    entry(
                            "d-2",
                            new DisputeStaged(
                                    ACME,
                                    DisputeId.of("D-1"),
                                    DisputeStage.of("at-sales")
                                            .ownedBy(ActorId.of("clerk-9"))
                                            .noted("note-17"),
                                    day("2026-03-11")))),
            Map.entry(
                    "ledger-entry-dispute-resolved",
                    entry(
                            "d-3",
                            new DisputeResolved(
                                    ACME,
                                    DisputeId.of("D-1"),
                                    Resolution.accepted(eur("20")).leavingRest(),
                                    day("2026-03-12")))),
            Map.entry("ledger-entry-reschedule", entry("l-1", plan())));

    private FrozenEntries() {}

    /** The one of that document. */
    static LedgerEntry entry(String name) {
        return requireNonNull(ALL.get(name), name);
    }

    private static LedgerEntry entry(String key, LedgerFact fact) {
        return LedgerEntry.of(key, fact, NINE);
    }

    private static Receivable receivable() {
        return Receivable.of(id("R-1"), ACME, day("2026-02-01"), day("2026-03-03"), eur("1000"))
                .withType(ReceivableType.INTEREST)
                .partOf(id("L-1"), day("2026-03-31"))
                .knownBy("PO-7")
                .knownBy("RF18539007547034");
    }

    /** 100.00 of two debts in two, with interest that stands at 1.65 USD. */
    private static DebtRescheduled plan() {
        Receivable first = Receivable.of(id("L-1/1"), ACME, day("2026-04-01"), day("2026-05-01"), eur("50"));
        Receivable second = Receivable.of(id("L-1/2"), ACME, day("2026-04-01"), day("2026-06-01"), eur("50"));
        Receivable interest = Receivable.of(id("L-1/2/I"), ACME, day("2026-04-01"), day("2026-06-01"), eur("1.50"))
                .withType(ReceivableType.INTEREST)
                .partOf(second);
        return new DebtRescheduled(
                ACME,
                List.of(DebtRescheduled.Moved.of(id("R-1"), eur("80")), DebtRescheduled.Moved.of(id("R-2"), eur("20"))),
                List.of(first.knownBy("R-1"), second.knownBy("R-1").knownBy("R-2")),
                List.of(ReceivablePosted.of(interest, Amount.of("1.65", "USD"))),
                Explanation.of("test.plan", "{0} in {1} instalments", "100.00", "2"),
                day("2026-04-01"));
    }

    private static Credit credit() {
        return Credit.of(PaymentId.of("CN-1"), ACME, day("2026-02-10"), eur("40"))
                .crediting(id("R-1"))
                .crediting(id("R-2"));
    }

    private static Payment payment() {
        return Payment.of(PAYMENT, ACME, day("2026-03-01"), eur("1000"))
                .naming(Remittance.of(id("R-1"), eur("900")))
                .naming(id("R-2"))
                .by(PaymentMethod.CREDIT_TRANSFER)
                .from(Payer.named("Acme Ltd").withAccount("DE02120300000000202051"))
                .referring(StructuredReference.creditor("539007547034"))
                .saying("invoices\n1 and 2")
                .prepaying("PO-7");
    }

    /** 995.00: 980.00 and 10.00 to two debts, 2.00 taken, 3.00 on account; 20.00, 5.00 and 7.50 closed without money. */
    private static Settlement ofCredit() {
        Explanation why = Explanation.of("test.credited", "{0} credited", "40.00");
        return Settlement.of(Allocation.restored(
                credit().asPayment(), eur("40"), List.of(AllocationLine.of(id("R-1"), eur("40"), why))));
    }

    private static Settlement settlement() {
        List<AllocationLine> lines = List.of(
                AllocationLine.of(id("R-1"), eur("900"), Explanation.of("test.first", "{0} first", "900.00"))
                        .within("named")
                        .and(AllocationLine.of(id("R-1"), eur("80"), Explanation.of("test.then", "{0} then", "80.00"))),
                AllocationLine.of(id("R-2"), eur("10"), Explanation.of("test.rest", "{0} left", "10.00")));
        Adjustment discount = Adjustment.of(
                        Adjustment.Kind.EARLY_PAYMENT_DISCOUNT,
                        id("R-1"),
                        eur("20"),
                        Explanation.of("test.discount", "{0} in time", "20.00"))
                .taxed(eur("3.19"));
        Adjustment withheld = Adjustment.of(
                        Adjustment.Kind.WITHHOLDING_TAX,
                        id("R-2"),
                        eur("5"),
                        Explanation.of("test.tax", "{0} kept", "5.00"))
                .taxed(eur("5"))
                .provedBy("WHT-5");
        Adjustment moved = Adjustment.of(
                Adjustment.Kind.MOVED_TO_NEW_ITEM,
                id("R-2"),
                eur("7.50"),
                Explanation.of("test.moved", "{0} moved", "7.50"));
        Adjustment income = Adjustment.ofPayment(
                Adjustment.Kind.OVERPAYMENT_INCOME, eur("2"), Explanation.of("test.income", "{0} taken", "2.00"));
        var added = new NewItem(
                Receivable.of(id("R-2/D"), ACME, day("2026-03-01"), day("2026-03-31"), eur("7.50")),
                id("R-2"),
                "damaged in transit");
        return Settlement.restored(
                Allocation.restored(payment(), eur("995"), lines),
                List.of(discount, withheld, moved, income),
                List.of(added));
    }

    private static ReceivableId id(String value) {
        return ReceivableId.of(value);
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
