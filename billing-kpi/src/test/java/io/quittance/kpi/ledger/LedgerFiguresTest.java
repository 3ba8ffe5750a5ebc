package io.quittance.kpi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;
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
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.OverdueShare;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LedgerFiguresTest {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-06-01T00:00:00Z");
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");

    /**
     * 100.00 of 5 January, due 4 February, disputed on its due date, of which 60.00 are paid on 10 February and the rest on
     * 20 March; 50.00 of 15 February, due 17 March; and 25.00 that stay on account since 20 February.
     */
    private static Ledger ledger() {
        Ledger ledger = Ledger.empty("USD")
                .postAll(List.of(
                        posted("1", "2026-01-05", "2026-02-04", "100.00"),
                        LedgerEntry.of(
                                EntryKey.of("d"),
                                new DisputeOpened(ACME, dispute("D1", "1", "100"), LocalDate.of(2026, 2, 4)),
                                EARLY)));
        Ledger partly = paid(ledger, "p1", "2026-02-10", "60.00", new OldestDueFirst(), EARLY);
        Ledger more =
                partly.post(posted("2", "2026-02-15", "2026-03-17", "50.00")).ledger();
        Ledger onAccount = paid(more, "p2", "2026-02-20", "25.00", request -> List.of(), EARLY);
        return paid(onAccount, "p3", "2026-03-20", "40.00", new OldestDueFirst(), LATE);
    }

    @Test
    void readsTheFiguresOfAPeriod() {
        CollectionFigures figures =
                LedgerFigures.of(ledger(), AsOf.endOf("2026-03-31")).of(FEBRUARY);
        assertThat(figures.openingReceivables()).contains(usd("100.00"));
        assertThat(figures.closingReceivables()).contains(usd("65.00")); // 40 + 50 open, less 25 on account
        assertThat(figures.collected()).contains(usd("60.00")); // money on account is not allocated
        assertThat(figures.sales()).singleElement().satisfies(sales -> {
            assertThat(sales.creditSales()).isEqualTo(usd("50.00"));
            assertThat(sales.days()).isEqualTo(Fraction.of(28));
        });
        assertThat(OverdueShare.byAmount().compute(figures).value()).contains(Fraction.of(4000, 90)); // 40 of 90
        assertThat(OverdueShare.byCount().compute(figures).value()).contains(Fraction.of(50));
        assertThat(CollectionRate.ofDueCohortByDueDate().compute(figures).value())
                .contains(Fraction.ZERO);
        assertThat(CollectionRate.ofDueCohortByPeriodEnd().compute(figures).value())
                .contains(Fraction.of(60));
        assertThat(new AverageDaysLate().compute(figures).value()).isEmpty(); // none was settled in February
    }

    @Test
    void anInvoiceIsSettledWhenTheLastOfItIsPaid() {
        CollectionFigures march =
                LedgerFigures.of(ledger(), AsOf.endOf("2026-03-31")).of(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(new AverageDaysLate().compute(march).value()).contains(Fraction.of(44)); // 4 February to 20 March
    }

    /**
     * Of 2, 50.00 of 15 February, a note of 1 March over 30.00 settles 30.00 and 20.00 are paid on 20 March: 20.00 are collected, it
     * is settled on that day, and sales of March are -40.00. 10.00 of another note stay on account; a third note
     * was a mistake.
     */
    @Test
    void aCreditReducesSalesAndIsNotCollected() {
        Credit thirty = Credit.of(PaymentId.of("n1"), ACME, LocalDate.of(2026, 3, 1), usd("30"));
        Credit ten = Credit.of(PaymentId.of("n2"), ACME, LocalDate.of(2026, 3, 2), usd("10"));
        Ledger ledger = Ledger.empty("USD")
                .postAll(List.of(
                        posted("2", "2026-02-15", "2026-03-17", "50.00"),
                        LedgerEntry.of("n1", new CreditPosted(thirty), EARLY),
                        LedgerEntry.of("n2", new CreditPosted(ten), EARLY),
                        LedgerEntry.of(
                                "n3",
                                new CreditPosted(
                                        Credit.of(PaymentId.of("n3"), ACME, LocalDate.of(2026, 3, 3), usd("7"))),
                                EARLY),
                        LedgerEntry.of(
                                "x3", new EntryReversed(ACME, EntryKey.of("n3"), LocalDate.of(2026, 3, 4)), EARLY)));
        ledger = ledger.post(LedgerEntry.of(
                        "a1",
                        new PaymentAllocated(
                                Allocation.of(thirty.asPayment(), ledger.openItems(ACME), new OldestDueFirst()),
                                LocalDate.of(2026, 3, 5)),
                        EARLY))
                .ledger();
        ledger = paid(ledger, "p1", "2026-03-20", "20.00", new OldestDueFirst(), EARLY);
        CollectionFigures march =
                LedgerFigures.of(ledger, AsOf.endOf("2026-03-31")).of(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(march.collected()).contains(usd("20"));
        assertThat(march.closingReceivables()).contains(usd("-10"));
        assertThat(march.sales())
                .singleElement()
                .satisfies(sales -> assertThat(sales.creditSales()).isEqualTo(usd("-40")));
        assertThat(new AverageDaysLate().compute(march).value()).contains(Fraction.of(3)); // 17 to 20 March
    }

    /** The rest of invoice 1, 40.00 of 100.00, and 50.00 of invoice 2; 20 March pays 80.00, and what is kept is the rule's. */
    private static CollectionFigures marchWith(SettlementPolicy policy, boolean undone) {
        Ledger ledger = ledger();
        List<LedgerEntry> before = ledger.customer(ACME).entries();
        Ledger open = Ledger.empty("USD").postAll(before.subList(0, before.size() - 2)); // without p3
        Payment payment = Payment.of(PaymentId.of("p9"), ACME, LocalDate.of(2026, 3, 20), usd("80.00"));
        var request = AllocationRequest.of(payment, open.customer(ACME).openItems());
        Settlement settlement = Settlement.of(request, new OldestDueFirst(), policy);
        Ledger settled = open.postAll(List.of(
                LedgerEntry.of("r9", new PaymentReceived(payment), LATE),
                LedgerEntry.of("a9", new PaymentAllocated(settlement, payment.valueDate()), LATE)));
        if (undone) {
            settled = settled.post(LedgerEntry.of(
                            "u9", new EntryReversed(ACME, EntryKey.of("a9"), LocalDate.of(2026, 3, 21)), LATE))
                    .ledger();
        }
        return LedgerFigures.of(settled, AsOf.endOf("2026-03-31")).of(ServicePeriod.of("2026-03-01", "2026-04-01"));
    }

    /** 10.00 of invoice 2 are a tolerated difference: not collected, not open, and the invoice is settled three days late. */
    @Test
    void whatIsToleratedClosesADebtAndIsNotCollected() {
        var tolerance = TolerancePolicy.pooled(AdjustmentLimit.of(usd("10")));
        CollectionFigures march = marchWith(SettlementPolicy.MONEY_ONLY.tolerance(tolerance), false);
        assertThat(march.collected()).contains(usd("80.00"));
        assertThat(march.closingReceivables()).contains(usd("-25.00")); // on account since February
        assertThat(new AverageDaysLate().compute(march).value()).contains(Fraction.of(47, 2)); // 44 and 3 days
    }

    @Test
    void whatIsWrittenOffWithAPaymentDoesNotSettle() {
        CollectionFigures march = marchWith(SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.writeOff()), false);
        assertThat(march.collected()).contains(usd("80.00"));
        assertThat(march.closingReceivables()).contains(usd("-25.00"));
        assertThat(new AverageDaysLate().compute(march).value()).contains(Fraction.of(44)); // invoice 1 alone
        assertThat(march.writeOffs()).contains(usd("10.00"));
    }

    /** The item that owes the 10.00 is open, and no sale. */
    @Test
    void whatIsMovedToANewItemIsOpenAndNoSale() {
        ShortPay rule = ShortPay.newItem(LocalDate.of(2026, 5, 1), "/D", "short");
        CollectionFigures march = marchWith(SettlementPolicy.MONEY_ONLY.shortPay(rule), false);
        assertThat(march.closingReceivables()).contains(usd("-15.00"));
        assertThat(march.writeOffs()).contains(usd("0.00"));
        assertThat(march.sales())
                .singleElement()
                .satisfies(sales -> assertThat(sales.creditSales()).isEqualTo(usd("0.00")));
    }

    @Test
    void aSettlementThatIsReversedLeavesNothing() {
        ShortPay rule = ShortPay.newItem(LocalDate.of(2026, 5, 1), "/D", "short");
        CollectionFigures march = marchWith(SettlementPolicy.MONEY_ONLY.shortPay(rule), true);
        assertThat(march.collected()).contains(usd("0.00"));
        assertThat(march.closingReceivables()).contains(usd("-15.00")); // 40 + 50 open, less 25 and 80 on account
        assertThat(march.sales())
                .singleElement()
                .satisfies(sales -> assertThat(sales.creditSales()).isEqualTo(usd("0.00")));
        assertThat(new AverageDaysLate().compute(march).value()).isEmpty();
    }

    private static Receivable instalment(String id, String due, String amount) {
        return Receivable.of(ReceivableId.of(id), ACME, LocalDate.of(2026, 4, 1), LocalDate.parse(due), usd(amount));
    }

    /**
     * 100.00 of 5 March, due 10 March, are owed in two from 1 April on, with 3.00 of interest; the first 50.00, due 15 April, are paid on 20
     * April. Nothing is sold in April but the interest, 50.00 are collected, and 53.00 of 31 May are not overdue at its end.
     */
    @Test
    void whatAPlanMovesIsNeitherCollectedNorSold() {
        Receivable interest = instalment("L/2/I", "2026-05-31", "3").withType(ReceivableType.INTEREST);
        var plan = new DebtRescheduled(
                ACME,
                List.of(DebtRescheduled.Moved.of(ReceivableId.of("1"), usd("100"))),
                List.of(instalment("L/1", "2026-04-15", "50"), instalment("L/2", "2026-05-31", "50")),
                List.of(new ReceivablePosted(interest)),
                Explanation.of("test.plan", "agreed"),
                LocalDate.of(2026, 4, 1));
        Ledger planned = Ledger.empty("USD")
                .postAll(List.of(
                        posted("1", "2026-03-05", "2026-03-10", "100.00"), LedgerEntry.of("plan", plan, EARLY)));
        Ledger paid = paid(planned, "p1", "2026-04-20", "50.00", new OldestDueFirst(), LATE);
        var period = ServicePeriod.of("2026-04-01", "2026-05-01");
        CollectionFigures april =
                LedgerFigures.of(paid, AsOf.endOf("2026-04-30")).of(period);
        assertThat(april.openingReceivables()).contains(usd("100"));
        assertThat(april.closingReceivables()).contains(usd("53"));
        assertThat(april.collected()).contains(usd("50"));
        assertThat(april.sales())
                .singleElement()
                .satisfies(sales -> assertThat(sales.creditSales()).isEqualTo(usd("3")));
        assertThat(OverdueShare.byAmount().compute(april).value()).contains(Fraction.ZERO);
        assertThat(new AverageDaysLate().compute(april).value()).isEmpty(); // no invoice was settled
        CollectionFigures march =
                LedgerFigures.of(paid, AsOf.endOf("2026-04-30")).of(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(march.sales().get(0).creditSales()).isEqualTo(usd("100"));
        assertThat(OverdueShare.byAmount().compute(march).value()).contains(Fraction.of(100));
        Ledger undone = planned.post(LedgerEntry.of(
                        "u", new EntryReversed(ACME, EntryKey.of("plan"), LocalDate.of(2026, 4, 10)), LATE))
                .ledger();
        CollectionFigures without =
                LedgerFigures.of(undone, AsOf.endOf("2026-04-30")).of(period);
        assertThat(without.closingReceivables()).contains(usd("100"));
        assertThat(without.sales().get(0).creditSales()).isEqualTo(usd("0"));
        assertThat(without.collected()).contains(usd("0"));
        assertThat(OverdueShare.byAmount().compute(without).value()).contains(Fraction.of(100));
    }

    private static LocalDate april(int day) {
        return LocalDate.of(2026, 4, day);
    }

    /** The 40.00 of 20 March bounce: they were collected in March and are not in April, and invoice 1 was never settled. */
    @Test
    void aReturnedPaymentIsCollectedNoMore() {
        Ledger ledger = ledger().post(LedgerEntry.of(
                        "back",
                        new PaymentReturned(
                                ACME, PaymentId.of("p3"), PaymentReturned.Reason.INSUFFICIENT_FUNDS, april(2)),
                        LATE))
                .ledger();
        var figures = LedgerFigures.of(ledger, AsOf.endOf("2026-04-30"));
        CollectionFigures april = figures.of(ServicePeriod.of("2026-04-01", "2026-05-01"));
        assertThat(april.openingReceivables()).contains(usd("25.00")); // 50 open, less 25 on account
        assertThat(april.closingReceivables()).contains(usd("65.00")); // and 40
        assertThat(april.collected()).contains(usd("-40.00"));
        assertThat(new AverageDaysLate().compute(april).value()).isEmpty();
        CollectionFigures march = figures.of(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(march.collected()).contains(usd("40.00"));
        assertThat(new AverageDaysLate().compute(march).value()).isEmpty();
        Ledger again = paid(ledger, "p4", "2026-04-20", "40.00", new OldestDueFirst(), LATE);
        assertThat(new AverageDaysLate()
                        .compute(LedgerFigures.of(again, AsOf.endOf("2026-04-30"))
                                .of(ServicePeriod.of("2026-04-01", "2026-05-01")))
                        .value())
                .contains(Fraction.of(75)); // 4 February to 20 April
    }

    /** 50.00 of which 20.00 are given up and, later, not; 25.00 on account go back, 5.00 of them by mistake. */
    @Test
    void whatIsWrittenOffOrRefundedIsNotCollected() {
        Ledger ledger = ledger().postAll(List.of(
                LedgerEntry.of(
                        "w",
                        ReceivableWrittenOff.of(
                                ACME,
                                ReceivableId.of("2"),
                                usd("20"),
                                ReceivableWrittenOff.Reason.SETTLEMENT,
                                april(2)),
                        LATE),
                LedgerEntry.of("r1", PaymentRefunded.of(ACME, PaymentId.of("p2"), usd("20"), april(3)), LATE),
                LedgerEntry.of("r2", PaymentRefunded.of(ACME, PaymentId.of("p2"), usd("5"), april(3)), LATE),
                LedgerEntry.of("u1", new EntryReversed(ACME, EntryKey.of("r2"), april(4)), LATE),
                LedgerEntry.of("u2", new EntryReversed(ACME, EntryKey.of("w"), april(20)), LATE)));
        CollectionFigures early =
                LedgerFigures.of(ledger, AsOf.endOf("2026-04-10")).of(ServicePeriod.of("2026-04-01", "2026-04-11"));
        assertThat(early.closingReceivables()).contains(usd("25.00")); // 30 open, less 5 on account
        assertThat(early.collected()).contains(usd("0"));
        CollectionFigures late =
                LedgerFigures.of(ledger, AsOf.endOf("2026-04-30")).of(ServicePeriod.of("2026-04-11", "2026-05-01"));
        assertThat(late.closingReceivables()).contains(usd("45.00")); // 50 open, less 5 on account
        assertThat(late.sales())
                .singleElement()
                .satisfies(sales -> assertThat(sales.creditSales()).isEqualTo(usd("0")));
    }

    /** 30.00 of 5 April that were never owed, as is known on 2 May; and 7.00 that never came, nor were used. */
    @Test
    void whatWasRecordedByMistakeIsNoSale() {
        Ledger ledger = paid(ledger(), "p4", "2026-04-06", "7.00", request -> List.of(), LATE)
                .postAll(List.of(
                        LedgerEntry.of(
                                "3",
                                new ReceivablePosted(Receivable.of(
                                        ReceivableId.of("3"),
                                        ACME,
                                        LocalDate.of(2026, 4, 5),
                                        LocalDate.of(2026, 5, 5),
                                        usd("30"))),
                                LATE),
                        LedgerEntry.of(
                                "u", new EntryReversed(ACME, EntryKey.of("3"), LocalDate.of(2026, 5, 2)), LATE)));
        var figures = LedgerFigures.of(ledger, AsOf.endOf("2026-05-31"));
        assertThat(figures.of(ServicePeriod.of("2026-04-01", "2026-05-01"))
                        .sales()
                        .get(0)
                        .creditSales())
                .isEqualTo(usd("30"));
        CollectionFigures may = figures.of(ServicePeriod.of("2026-05-01", "2026-06-01"));
        assertThat(may.sales().get(0).creditSales()).isEqualTo(usd("-30"));
        assertThat(may.openingReceivables()).contains(usd("48.00")); // 50 and 30 open, less 25 and 7 on account
        assertThat(may.closingReceivables()).contains(usd("18.00"));
        assertThat(may.collected()).contains(usd("0"));
    }

    /**
     * 30.00 of 5 April, due 5 May, contested and then found to be a mistake on 2 May, beside 50.00 of 6 April, due 6 May: no invoice of April
     * was contested, and 50.00 fell due in May. What is asked as of 1 May, when nobody knew, counts both.
     */
    @Test
    void whatWasRecordedByMistakeWasNeitherContestedNorDue() {
        Ledger ledger = Ledger.empty("USD")
                .postAll(List.of(
                        posted("3", "2026-04-05", "2026-05-05", "30.00"),
                        posted("4", "2026-04-06", "2026-05-06", "50.00"),
                        LedgerEntry.of(
                                "d",
                                new DisputeOpened(ACME, dispute("D3", "3", "30"), LocalDate.of(2026, 4, 20)),
                                LATE),
                        LedgerEntry.of(
                                "u", new EntryReversed(ACME, EntryKey.of("i3"), LocalDate.of(2026, 5, 2)), LATE)));
        var april = ServicePeriod.of("2026-04-01", "2026-05-01");
        var may = ServicePeriod.of("2026-05-01", "2026-06-01");
        var figures = LedgerFigures.of(
                paid(ledger, "p", "2026-05-06", "50.00", new OldestDueFirst(), LATE), AsOf.endOf("2026-05-31"));
        assertThat(DisputeRate.byCount().compute(figures.of(april)).value()).contains(Fraction.ZERO);
        assertThat(DisputeRate.byAmount().compute(figures.of(april)).value()).contains(Fraction.ZERO);
        assertThat(CollectionRate.ofDueCohortByDueDate()
                        .compute(figures.of(may))
                        .value())
                .contains(Fraction.of(100));
        assertThat(CollectionRate.ofDueCohortByPeriodEnd()
                        .compute(figures.of(may))
                        .value())
                .contains(Fraction.of(100));
        var before = LedgerFigures.of(ledger, AsOf.endOf("2026-05-01"));
        assertThat(DisputeRate.byCount().compute(before.of(april)).value()).contains(Fraction.of(50));
        assertThat(DisputeRate.byAmount().compute(before.of(april)).value()).contains(Fraction.of(75, 2)); // 30 of 80
    }

    /** Of 25.00 on account since 20 February, 5.00 are refunded and 10.00 come back in April, 5.00 of which are owed again, by no sale. */
    @Test
    void aPartThatIsReturnedIsGoneAndWhatIsOwedForItIsNoSale() {
        PaymentReturned part = PaymentReturned.ofPart(
                        ACME, PaymentId.of("p2"), usd("10"), PaymentReturned.Reason.CHARGEBACK, april(3))
                .owing(ReceivableId.of("b"), april(9), usd("5"));
        Ledger ledger = ledger().postAll(List.of(
                LedgerEntry.of("r", PaymentRefunded.of(ACME, PaymentId.of("p2"), usd("5"), april(2)), LATE),
                LedgerEntry.of("x", part, LATE),
                LedgerEntry.of("u", new EntryReversed(ACME, EntryKey.of("x"), april(20)), LATE)));
        var figures = LedgerFigures.of(ledger, AsOf.endOf("2026-04-30"));
        CollectionFigures early = figures.of(ServicePeriod.of("2026-04-01", "2026-04-11"));
        assertThat(early.closingReceivables()).contains(usd("40.00")); // 50 and 5 open, less 15 on account
        assertThat(early.collected()).contains(usd("0"));
        assertThat(early.sales().get(0).creditSales()).isEqualTo(usd("0"));
        CollectionFigures late = figures.of(ServicePeriod.of("2026-04-11", "2026-05-01"));
        assertThat(late.closingReceivables()).contains(usd("30.00")); // 50 open, less 20 on account
    }

    @Test
    void countsDisputesOfTheInvoicesOfThePeriod() {
        var figures = LedgerFigures.of(ledger(), AsOf.endOf("2026-03-31"));
        var january = figures.of(ServicePeriod.of("2026-01-01", "2026-02-01"));
        assertThat(DisputeRate.byCount().compute(january).value()).contains(Fraction.of(100));
        assertThat(DisputeRate.byCount().compute(figures.of(FEBRUARY)).value()).contains(Fraction.ZERO);
        var before = LedgerFigures.of(ledger(), AsOf.endOf("2026-01-31"));
        assertThat(DisputeRate.byCount()
                        .compute(before.of(ServicePeriod.of("2026-01-01", "2026-02-01")))
                        .value())
                .contains(Fraction.ZERO);
    }

    /**
     * Of 100.00 of January 30.00 are contested and rejected, and then 20.00, of which 5.00 are accepted: 50.00 were contested. Of 50.00 of
     * February the 10.00 that were contested by mistake do not count, and neither does the invoice.
     */
    @Test
    void countsWhatIsContestedOfAnInvoice() {
        Ledger ledger = Ledger.empty("USD")
                .postAll(List.of(
                        posted("1", "2026-01-05", "2026-02-04", "100.00"),
                        posted("3", "2026-01-06", "2026-02-04", "60.00"),
                        posted("2", "2026-02-15", "2026-03-17", "50.00"),
                        entry("a", new DisputeOpened(ACME, dispute("D1", "1", "30"), april(1))),
                        entry("b", resolved("D1", Resolution.rejected(), 1)),
                        entry("c", new DisputeOpened(ACME, dispute("D2", "1", "20"), april(2))),
                        entry("d", new DisputeStaged(ACME, DisputeId.of("D2"), DisputeStage.of("sales"), april(3))),
                        entry("e", resolved("D2", Resolution.accepted(usd("5")), 4)),
                        entry("f", new DisputeOpened(ACME, dispute("D3", "2", "10"), april(2))),
                        entry("g", new EntryReversed(ACME, EntryKey.of("f"), april(3)))));
        var figures = LedgerFigures.of(ledger, AsOf.endOf("2026-04-30"));
        var january = figures.of(ServicePeriod.of("2026-01-01", "2026-02-01"));
        assertThat(DisputeRate.byAmount().compute(january).value()).contains(Fraction.of(125, 4)); // 50 of 160
        assertThat(DisputeRate.byCount().compute(january).value()).contains(Fraction.of(50));
        assertThat(DisputeRate.byAmount().compute(figures.of(FEBRUARY)).value()).contains(Fraction.ZERO);
        assertThat(DisputeRate.byCount().compute(figures.of(FEBRUARY)).value()).contains(Fraction.ZERO);
    }

    /** 100.00 that are contested twice are 100.00 that were contested. */
    @Test
    void noInvoiceIsContestedForMoreThanItself() {
        Ledger ledger = Ledger.empty("USD")
                .postAll(List.of(
                        posted("1", "2026-01-05", "2026-02-04", "100.00"),
                        entry("a", new DisputeOpened(ACME, dispute("D1", "1", "80"), april(1))),
                        entry("b", resolved("D1", Resolution.withdrawn(), 2)),
                        entry("c", new DisputeOpened(ACME, dispute("D2", "1", "90"), april(3)))));
        var january =
                LedgerFigures.of(ledger, AsOf.endOf("2026-04-30")).of(ServicePeriod.of("2026-01-01", "2026-02-01"));
        assertThat(january.disputed().orElseThrow().part()).isEqualTo(usd("100"));
    }

    private static LedgerEntry entry(String key, LedgerFact fact) {
        return LedgerEntry.of(key, fact, LATE);
    }

    private static DisputeResolved resolved(String dispute, Resolution resolution, int day) {
        return new DisputeResolved(ACME, DisputeId.of(dispute), resolution, april(day));
    }

    private static Dispute dispute(String id, String item, String amount) {
        return Dispute.of(
                DisputeId.of(id),
                ReceivableId.of(item),
                usd(amount),
                DisputeReason.PRICING,
                DisputeSource.customer("call"));
    }

    /** The last payment was recorded on 1 June: whoever asks what was known in May does not see it. */
    @Test
    void knowsOnlyWhatWasKnown() {
        var march = ServicePeriod.of("2026-03-01", "2026-04-01");
        assertThat(LedgerFigures.of(ledger(), AsOf.endOf("2026-03-31"))
                        .of(march)
                        .closingReceivables())
                .contains(usd("25.00"));
        assertThat(LedgerFigures.of(ledger(), AsOf.of("2026-03-31", "2026-05-01T00:00:00Z"))
                        .of(march)
                        .closingReceivables())
                .contains(usd("65.00"));
    }

    @Test
    void refusesAPeriodThatIsNotOver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LedgerFigures.of(ledger(), AsOf.endOf("2026-02-27")).of(FEBRUARY))
                .withMessage("period must not end after 2026-02-27, but was [2026-02-01, 2026-03-01)");
    }

    @Test
    void everyMonthKnowsTheSalesBeforeIt() {
        var figures = LedgerFigures.of(ledger(), AsOf.endOf("2026-03-31"));
        var monthly = figures.monthly(YearMonth.of(2026, 1), YearMonth.of(2026, 3));
        assertThat(monthly.getOrDefault(
                                YearMonth.of(2026, 3),
                                CollectionFigures.builder().build())
                        .sales())
                .isEqualTo(figures.of(
                                ServicePeriod.of("2026-03-01", "2026-04-01"),
                                List.of(ServicePeriod.of("2026-01-01", "2026-02-01"), FEBRUARY))
                        .sales())
                .hasSize(3);
    }

    /**
     * 50.00 were refunded and charged back, and are owed again from 1 March on; 40.00 of 100.00 were moved to an item that is due on the
     * 5th. Both are paid on the 20th, and neither is an invoice that was settled late.
     */
    @Test
    void whatWasNoInvoiceIsNotSettledLate() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Payment back = Payment.of(PaymentId.of("q"), ACME, day, usd("50"));
        Payment short60 = Payment.of(PaymentId.of("s"), ACME, day, usd("60"));
        Ledger ledger = Ledger.empty("USD")
                .postAll(List.of(
                        LedgerEntry.of("q", new PaymentReceived(back), EARLY),
                        LedgerEntry.of("r", PaymentRefunded.of(ACME, back.id(), usd("50"), day), EARLY),
                        LedgerEntry.of(
                                "b",
                                PaymentReturned.ofPart(
                                                ACME, back.id(), usd("50"), PaymentReturned.Reason.CHARGEBACK, day)
                                        .owing(ReceivableId.of("B"), day, usd("50")),
                                EARLY),
                        posted("1", "2026-03-01", "2026-03-01", "100.00"),
                        LedgerEntry.of("s", new PaymentReceived(short60), EARLY)));
        List<OpenItem> one = ledger.openItems(ACME).stream()
                .filter(item -> item.id().value().equals("1"))
                .toList();
        Settlement moved = Settlement.of(
                AllocationRequest.of(short60, one),
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.of(2026, 3, 5), "/D", "damage")));
        ledger = ledger.post(LedgerEntry.of("m", new PaymentAllocated(moved, day), EARLY))
                .ledger();
        ledger = paid(ledger, "z", "2026-03-20", "90.00", new OldestDueFirst(), EARLY);
        assertThat(ledger.openItems(ACME)).isEmpty();
        CollectionFigures march =
                LedgerFigures.of(ledger, AsOf.endOf("2026-03-31")).of(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(march.daysLate()).contains(new CollectionFigures.DaysLate(0, 0));
        assertThat(march.collected()).contains(usd("150"));
    }

    /** Two ways to the same numbers: the figures of a day, and the ledger and its aging as of that day. */
    @Property
    void agreesWithTheLedgerAndItsAging(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 100_000) Integer> seeds,
            @ForAll @IntRange(min = 0, max = 200) int offset) {
        Ledger ledger = random(seeds);
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(offset);
        CollectionFigures figures =
                LedgerFigures.of(ledger, AsOf.endOf(date)).of(new ServicePeriod(date, date.plusDays(1)));
        assertThat(figures.closingReceivables()).contains(ledger.asOf(date).balance());
        var aging = AgingReport.of(
                        ledger.asOf(date), AgingRule.of(AgingBuckets.days(30)).withDisputedInBuckets())
                .total();
        Amount pastDue =
                aging.buckets().get(1).amount().add(aging.buckets().get(2).amount());
        Fraction open = aging.open().amount().toFraction();
        assertThat(OverdueShare.byAmount().compute(figures).value())
                .isEqualTo(
                        open.signum() == 0
                                ? Optional.empty()
                                : Optional.of(pastDue.toFraction()
                                        .times(Fraction.of(100))
                                        .dividedBy(open)));
    }

    /** A second way to the flows of a period: plain sums over the entries. */
    @Property
    void agreesWithPlainSumsOverTheEntries(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 100_000) Integer> seeds,
            @ForAll @IntRange(min = 0, max = 120) int offset,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        List<LedgerEntry> entries = random(seeds).customer(ACME).entries();
        LocalDate first = LocalDate.of(2026, 1, 1).plusDays(offset);
        var period = new ServicePeriod(first, first.plusDays(days));
        Amount zero = usd("0");
        Amount sold = zero;
        Amount due = zero;
        Amount paidByDueDate = zero;
        Amount paidByEnd = zero;
        Amount collected = zero;
        long settled = 0;
        long daysLate = 0;
        for (Receivable debt : debts(entries)) {
            sold = sold.add(period.contains(debt.documentDate()) ? debt.amount() : zero);
            if (period.contains(debt.dueDate())) {
                due = due.add(debt.amount());
                paidByDueDate = paidByDueDate.add(paid(entries, debt, LocalDate.MIN, debt.dueDate()));
                paidByEnd = paidByEnd.add(paid(entries, debt, LocalDate.MIN, period.lastDay()));
            }
            collected = collected.add(paid(entries, debt, first, period.lastDay()));
            for (LocalDate day = first; day.isBefore(period.end()); day = day.plusDays(1)) {
                if (paid(entries, debt, LocalDate.MIN, day).equals(debt.amount())
                        && !paid(entries, debt, LocalDate.MIN, day.minusDays(1)).equals(debt.amount())) {
                    settled++;
                    daysLate += Math.max(0, ChronoUnit.DAYS.between(debt.dueDate(), day));
                }
            }
        }
        CollectionFigures figures = LedgerFigures.of(random(seeds), AsOf.endOf(LocalDate.of(9999, 12, 31)))
                .of(period);
        assertThat(figures.sales().get(0).creditSales()).isEqualTo(sold);
        assertThat(figures.collected()).contains(collected);
        assertThat(figures.dueCohortPaidByDueDate()).contains(new CollectionFigures.ShareOf<>(paidByDueDate, due));
        assertThat(figures.dueCohortPaidByPeriodEnd()).contains(new CollectionFigures.ShareOf<>(paidByEnd, due));
        assertThat(figures.daysLate()).contains(new CollectionFigures.DaysLate(daysLate, settled));
    }

    private static List<Receivable> debts(List<LedgerEntry> entries) {
        var debts = new ArrayList<Receivable>();
        for (LedgerEntry entry : entries) {
            if (entry.fact() instanceof ReceivablePosted posted) {
                debts.add(posted.receivable());
            }
        }
        return debts;
    }

    /** What was allocated to the debt from the first day up to and with the last. */
    private static Amount paid(List<LedgerEntry> entries, Receivable debt, LocalDate first, LocalDate last) {
        Amount paid = usd("0");
        for (LedgerEntry entry : entries) {
            if (entry.fact() instanceof PaymentAllocated allocated
                    && !allocated.effectiveDate().isBefore(first)
                    && !allocated.effectiveDate().isAfter(last)) {
                for (var line : allocated.allocation().lines()) {
                    paid = line.item().equals(debt.id()) ? paid.add(line.amount()) : paid;
                }
            }
        }
        return paid;
    }

    /** Copying the sales history into each month of eight hundred years would hold 46 million periods. */
    @Test
    void manyMonthsShareTheSalesBeforeThem() throws Exception {
        List<CollectionFigures> monthly = List.copyOf(LedgerFigures.of(ledger(), AsOf.endOf("2799-12-31"))
                .monthly(YearMonth.of(2000, 1), YearMonth.of(2799, 12))
                .values());
        CollectionFigures last = monthly.get(9_599);
        assertThat(last.sales()).hasSize(9_600);
        assertThat(last.sales().get(26 * 12).creditSales()).isEqualTo(usd("100.00"));
        assertThat(last.closingReceivables()).contains(usd("25.00"));
        CollectionFigures january = monthly.get(26 * 12);
        assertThat(copy(january)).isEqualTo(january);
        assertThat(copy(january).sales()).hasSize(26 * 12 + 1);
    }

    private static CollectionFigures copy(CollectionFigures figures) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(figures);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CollectionFigures) in.readObject();
        }
    }

    private static Ledger random(List<Integer> seeds) {
        Ledger ledger = Ledger.empty("USD");
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < seeds.size(); i++) {
            int seed = seeds.get(i);
            day = day.plusDays(seed % 11);
            String id = String.valueOf(i);
            String amount = (1 + seed % 500) + ".00";
            if (seed % 3 == 0) {
                ledger = paid(ledger, id, day.toString(), amount, new OldestDueFirst(), EARLY);
            } else {
                ledger = ledger.post(posted(
                                id, day.toString(), day.plusDays(seed % 40).toString(), amount))
                        .ledger();
            }
        }
        return ledger;
    }

    private static LedgerEntry posted(String id, String date, String due, String amount) {
        return LedgerEntry.of(
                EntryKey.of("i" + id),
                new ReceivablePosted(Receivable.of(
                        ReceivableId.of(id), ACME, LocalDate.parse(date), LocalDate.parse(due), usd(amount))),
                EARLY);
    }

    private static Ledger paid(
            Ledger ledger, String id, String date, String amount, AllocationStrategy strategy, Instant recorded) {
        LocalDate day = LocalDate.parse(date);
        Payment payment = Payment.of(PaymentId.of(id), ACME, day, usd(amount));
        Allocation allocation = Allocation.of(payment, ledger.openItems(ACME), strategy);
        return ledger.postAll(List.of(
                LedgerEntry.of(EntryKey.of("p" + id), new PaymentReceived(payment), recorded),
                LedgerEntry.of(EntryKey.of("a" + id), new PaymentAllocated(allocation, day), recorded)));
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    @Test
    void refusesPeriodsThatDoNotMeetOrAreNotOver() {
        var figures = LedgerFigures.of(ledger(), AsOf.endOf("2026-03-31"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.of(
                        ServicePeriod.of("2026-03-01", "2026-04-01"),
                        List.of(ServicePeriod.of("2026-01-01", "2026-01-31"), FEBRUARY)))
                .withMessage(
                        "before[0] must end where the next period begins, 2026-02-01, but was [2026-01-01, 2026-01-31)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.of(ServicePeriod.of("2026-03-02", "2026-04-01"), List.of(FEBRUARY)))
                .withMessage(
                        "before[0] must end where the next period begins, 2026-03-02, but was [2026-02-01, 2026-03-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.monthly(YearMonth.of(2026, 3), YearMonth.of(2026, 2)))
                .withMessage("last must not be before 2026-03, but was 2026-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.monthly(YearMonth.of(2026, 2), YearMonth.of(2026, 4)))
                .withMessage("period must not end after 2026-03-31, but was [2026-04-01, 2026-05-01)");
    }
}
