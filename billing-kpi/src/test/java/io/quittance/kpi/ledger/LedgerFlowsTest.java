package io.quittance.kpi.ledger;

import static io.quittance.kpi.ledger.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.BadDebtRatio;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.FigureItems;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.UnappliedCash;
import io.quittance.kpi.collection.WriteOffShare;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came, went and was given up in a period, and what is behind its figures. */
class LedgerFlowsTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final ServicePeriod APRIL = ServicePeriod.of("2026-04-01", "2026-05-01");

    private static CollectionFigures of(Ledger ledger, ServicePeriod period) {
        return LedgerFigures.of(ledger, AsOf.endOf("2026-12-31")).of(period);
    }

    /** 1000.00 are billed in March, and 200.00 credited and paid out; the money that came is applied. (900 - 200) / (1000 - 200) = 87.5 %. */
    @Test
    void aNetCollectionRateComesFromTheLedger() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-31", "1000")
                .paid("C", "P", "R", "2026-03-20", "900")
                .credited("C", "N", "2026-03-25", "200")
                .refunded("C", "N", "2026-03-26", "200")
                .ledger();
        CollectionFigures march = of(ledger, MARCH);
        assertThat(march.billed()).contains(usd("1000"));
        assertThat(march.creditNotes()).contains(usd("200"));
        assertThat(march.refunds()).contains(usd("200"));
        assertThat(CollectionRate.gross().compute(march).value()).contains(Fraction.of(90));
        assertThat(CollectionRate.net().compute(march).value()).contains(Fraction.of(175, 2));
    }

    /** Of 1100.00 that came for 1000.00, 100.00 go back: they were never collected. */
    @Test
    void moneyThatSettledNothingIsNoRefund() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-31", "1000")
                .received("C", "P", "2026-03-20", "1100")
                .settled("C", "P", "R", "2026-03-20", "1000")
                .refunded("C", "P", "2026-03-26", "100")
                .ledger();
        CollectionFigures march = of(ledger, MARCH);
        assertThat(march.refunds()).contains(usd("0"));
        assertThat(CollectionRate.net().compute(march).value()).contains(Fraction.of(100));
    }

    /** A credit note of March over 30.00 turns out in April to be a mistake, as does its payout. */
    @Test
    void whatTurnsOutToBeNoneIsTakenOffThen() {
        Ledger ledger = new Books()
                .credited("C", "N", "2026-03-25", "30")
                .refunded("C", "N", "2026-03-26", "30")
                .reversed("C", 2, "2026-04-02")
                .reversed("C", 1, "2026-04-02")
                .ledger();
        assertThat(of(ledger, MARCH).creditNotes()).contains(usd("30"));
        assertThat(of(ledger, MARCH).refunds()).contains(usd("30"));
        assertThat(of(ledger, APRIL).creditNotes()).contains(usd("-30"));
        assertThat(of(ledger, APRIL).refunds()).contains(usd("-30"));
    }

    /** 100.00 are written off in March, of which 30.00 come in April; another 40.00 of March turn out in April to be a mistake. */
    @Test
    void aRecoveryIsNoWriteOffTakenBack() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-01-01", "2026-01-31", "100")
                .invoice("C", "S", "2026-01-01", "2026-01-31", "40")
                .writtenOff("C", "R", "2026-03-10", "100")
                .writtenOff("C", "S", "2026-03-10", "40")
                .reversed("C", 4, "2026-04-01")
                .received("C", "P", "2026-04-05", "30")
                .recovered("C", "P", "R", "2026-04-05")
                .ledger();
        assertThat(of(ledger, MARCH).writeOffs()).contains(usd("140"));
        assertThat(of(ledger, MARCH).recoveries()).contains(usd("0"));
        assertThat(of(ledger, APRIL).writeOffs()).contains(usd("-40"));
        assertThat(of(ledger, APRIL).recoveries()).contains(usd("30"));
        assertThat(of(ledger, APRIL).collected()).contains(usd("30"));
    }

    /**
     * R, S and T are open when March begins, U comes in it: 4. Of R something is written off twice, and all in the end; of S by mistake; of U on the day on which it comes; T is paid and counts as open. In April R comes back
     * as money, which makes it no less written off in March, and only T, reopened by a return, and V are open.
     */
    @Test
    void writeOffsAreCountedByReceivable() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-01-01", "2026-01-31", "100")
                .invoice("C", "S", "2026-01-01", "2026-01-31", "40")
                .invoice("C", "T", "2026-01-01", "2026-01-31", "50")
                .invoice("C", "U", "2026-03-08", "2026-03-31", "10")
                .writtenOff("C", "R", "2026-03-10", "60")
                .writtenOff("C", "R", "2026-03-20", "40")
                .writtenOff("C", "S", "2026-03-10", "40")
                .writtenOff("C", "U", "2026-03-08", "10")
                .paid("C", "Q", "T", "2026-03-12", "50")
                .reversed("C", 7, "2026-04-01")
                .received("C", "P", "2026-04-05", "30")
                .recovered("C", "P", "R", "2026-04-05")
                .ledger();
        assertThat(of(ledger, MARCH).writeOffItems()).contains(new ShareOf<>(2L, 4L));
        assertThat(WriteOffShare.byCount().compute(of(ledger, MARCH)).value()).contains(Fraction.of(50));
        assertThat(of(ledger, APRIL).writeOffItems()).contains(new ShareOf<>(0L, 1L));
    }

    /** R is paid and comes back in March: one of which nothing is written off. S, paid in February, comes back in March, and is paid and comes back again: one, too. */
    @Test
    void whatIsOpenAgainIsOneReceivable() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-01-01", "2026-01-31", "100")
                .invoice("C", "S", "2026-01-01", "2026-01-31", "50")
                .paid("C", "P", "S", "2026-02-10", "50")
                .paid("C", "Q", "R", "2026-03-02", "100")
                .returned("C", "Q", "2026-03-05")
                .returned("C", "P", "2026-03-06")
                .paid("C", "T", "S", "2026-03-08", "50")
                .returned("C", "T", "2026-03-09")
                .ledger();
        assertThat(of(ledger, MARCH).writeOffItems()).contains(new ShareOf<>(0L, 2L));
        assertThat(of(ledger, ServicePeriod.of("2026-03-06", "2026-03-08")).writeOffItems())
                .contains(new ShareOf<>(0L, 2L));
        assertThat(of(ledger, ServicePeriod.of("2026-03-02", "2026-03-05")).writeOffItems())
                .contains(new ShareOf<>(0L, 1L));
    }

    /** R is credited before it is due, S is paid on time with a credit of 2.00 beside it; T is credited after its due date, which does not pay it. */
    @Test
    void whatWasCreditedBeforeItsDueDateWasNeverDue() {
        Books books = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-11", "100")
                .credited("C", "N", "2026-03-05", "152")
                .settled("C", "N", "R", "2026-03-05", "100");
        String code = CollectionRate.ofDueCohortByDueDate()
                .compute(of(books.ledger(), MARCH))
                .match(measured -> "", undefined -> undefined.code());
        assertThat(code).isEqualTo("NOTHING_COLLECTABLE");
        books.invoice("C", "S", "2026-03-01", "2026-03-12", "100")
                .settled("C", "N", "S", "2026-03-05", "2")
                .paid("C", "P", "S", "2026-03-12", "98");
        CollectionFigures march = of(books.ledger(), MARCH);
        assertThat(march.dueCohortPaidByDueDate()).contains(new ShareOf<>(usd("98"), usd("98")));
        assertThat(march.dueCohortPaidByPeriodEnd()).contains(new ShareOf<>(usd("98"), usd("98")));
        books.invoice("C", "T", "2026-03-01", "2026-03-13", "50").settled("C", "N", "T", "2026-03-14", "50");
        CollectionFigures late = of(books.ledger(), MARCH);
        assertThat(late.dueCohortPaidByDueDate()).contains(new ShareOf<>(usd("98"), usd("148")));
        assertThat(late.dueCohortPaidByPeriodEnd()).contains(new ShareOf<>(usd("98"), usd("148")));
    }

    /** R is moved to a plan before it is due: 50.00 fall due in April and are paid in time. Were it moved later, it would have been due in March, too. */
    @Test
    void instalmentsFallDueThemselves() {
        Books books = new Books().invoice("C", "R", "2026-03-01", "2026-03-20", "100");
        Ledger early = books.planned("C", "R", "2026-03-10", "2026-04-15", "2026-05-15", "50")
                .paid("C", "P", "R/1", "2026-04-15", "50")
                .ledger();
        assertThat(of(early, MARCH).dueCohortPaidByDueDate()).contains(new ShareOf<>(usd("0"), usd("0")));
        assertThat(of(early, APRIL).dueCohortPaidByDueDate()).contains(new ShareOf<>(usd("50"), usd("50")));
        Ledger late = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-20", "100")
                .planned("C", "R", "2026-03-21", "2026-04-15", "2026-05-15", "50")
                .ledger();
        assertThat(of(late, MARCH).dueCohortPaidByDueDate()).contains(new ShareOf<>(usd("0"), usd("100")));
        assertThat(of(late, APRIL).dueCohortPaidByDueDate()).contains(new ShareOf<>(usd("0"), usd("50")));
    }

    /** 20.00 are credited before the due date; when that turns out to be a mistake, all 100.00 are paid: no more than the 80.00 that were due count. */
    @Test
    void noMoreIsPaidOfWhatWasDueThanThat() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-11", "100")
                .credited("C", "N", "2026-03-05", "20")
                .settled("C", "N", "R", "2026-03-05", "20")
                .reversed("C", 3, "2026-03-15")
                .paid("C", "P", "R", "2026-03-16", "100")
                .ledger();
        assertThat(of(ledger, MARCH).dueCohortPaidByPeriodEnd()).contains(new ShareOf<>(usd("80"), usd("80")));
    }

    /** Due 1 January: 90 days past due on 1 April, 91 on 2 April; 60.00 are paid on that day. */
    @Test
    void ninetyOneDaysAreOverNinety() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-01-01", "2026-01-01", "100")
                .invoice("C", "S", "2026-04-01", "2026-04-30", "60")
                .paid("C", "P", "R", "2026-04-02", "60")
                .ledger();
        var first = ServicePeriod.of("2026-04-01", "2026-04-02");
        assertThat(of(ledger, first).overNinetyDays()).contains(usd("0"));
        assertThat(AgeShare.overNinetyDays().compute(of(ledger, APRIL)).value()).contains(Fraction.of(40));
    }

    /**
     * In March 100.00 come, of which 60.00 are applied in March and 40.00 in April; 50.00 bounce in April; 20.00 are for an order and 10.00 are a credit. 90.00 of 150.00 are not
     * applied at the end of March, which are 30.00 of April's nothing.
     */
    @Test
    void unappliedIsCashThatSettlesNothingAtTheEnd() {
        var prepaid = Payment.of(PaymentId.of("O"), CustomerId.of("C"), LocalDate.of(2026, 3, 9), usd("20"))
                .prepaying("order-7");
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-31", "100")
                .received("C", "P", "2026-03-10", "100")
                .settled("C", "P", "R", "2026-03-10", "60")
                .received("C", "B", "2026-03-11", "50")
                .post(new PaymentReceived(prepaid))
                .credited("C", "N", "2026-03-12", "10")
                .settled("C", "P", "R", "2026-04-10", "40")
                .returned("C", "B", "2026-04-02")
                .ledger();
        CollectionFigures march = of(ledger, MARCH);
        assertThat(march.unappliedReceipts()).contains(new ShareOf<>(usd("90"), usd("150")));
        assertThat(march.unappliedCash()).contains(new ShareOf<>(usd("90"), usd("40")));
        CollectionFigures both = of(ledger, ServicePeriod.of("2026-03-01", "2026-05-01"));
        assertThat(both.unappliedReceipts()).contains(new ShareOf<>(usd("0"), usd("100"))); // 50 did not come
        assertThat(of(ledger, APRIL).unappliedReceipts()).contains(new ShareOf<>(usd("0"), usd("0")));
        assertThat(of(ledger, APRIL).unappliedCash()).contains(new ShareOf<>(usd("0"), usd("0")));
    }

    /** Of 100.00, the bank takes 30.00 back: 70.00 came. */
    @Test
    void aPartThatTheBankTakesBackDidNotCome() {
        Ledger ledger = new Books()
                .received("C", "P", "2026-03-10", "100")
                .partReturned("C", "P", "2026-03-20", "30")
                .ledger();
        assertThat(of(ledger, MARCH).unappliedReceipts()).contains(new ShareOf<>(usd("70"), usd("70")));
        Ledger undone = new Books()
                .received("C", "P", "2026-03-10", "100")
                .partReturned("C", "P", "2026-03-20", "30")
                .reversed("C", 2, "2026-03-21")
                .ledger();
        assertThat(of(undone, MARCH).unappliedReceipts()).contains(new ShareOf<>(usd("100"), usd("100")));
    }

    /** 0 on 1 January, 100.00 on 1 February, 300.00 on 1 March, 400.00 at its end: a mean of 200.00 over sales of 400.00 in 90 days are 45. */
    @Test
    void everyMonthKnowsTheBalancesBeforeIt() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-01-10", "2026-02-28", "100")
                .invoice("C", "2", "2026-02-10", "2026-02-28", "200")
                .invoice("C", "3", "2026-03-10", "2026-04-30", "100")
                .ledger();
        var figures = LedgerFigures.of(ledger, AsOf.endOf("2026-03-31"));
        CollectionFigures march = List.copyOf(figures.monthly(YearMonth.of(2026, 1), YearMonth.of(2026, 3))
                        .values())
                .get(2);
        assertThat(march.earlierReceivables()).containsExactly(usd("0"), usd("100"));
        assertThat(DaysSalesOutstanding.average(3).compute(march).value()).contains(Fraction.of(45));
        CollectionFigures same = figures.of(
                MARCH, List.of(ServicePeriod.of(YearMonth.of(2026, 1)), ServicePeriod.of(YearMonth.of(2026, 2))));
        assertThat(same).isEqualTo(march);
    }

    /**
     * R, due 10 March, is 21 days past due at its end with 40.00, S is due in April; P stays on account with 25.00; T, due 15 March, was paid on 18 March; 30.00 of T were contested.
     */
    private static CollectionFigures withItems() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-02-10", "2026-03-10", "100")
                .paid("C", "P1", "R", "2026-03-09", "60")
                .invoice("C", "S", "2026-03-20", "2026-04-20", "60")
                .invoice("C", "T", "2026-03-01", "2026-03-15", "50")
                .disputed("C", "D", "T", "2026-03-02", "30")
                .paid("C", "P2", "T", "2026-03-18", "50")
                .received("C", "P3", "2026-03-19", "25")
                .ledger();
        return LedgerFigures.of(ledger, AsOf.endOf("2026-12-31")).withItems(MARCH);
    }

    private static KpiItem item(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator), Fraction.of(denominator));
    }

    @Test
    void resultsNameTheItemsBehindThem() {
        CollectionFigures march = withItems();
        assertThat(OutstandingReceivables.net().compute(march).basis().items())
                .containsExactly(item("P3", -25, 0), item("R", 40, 0), item("S", 60, 0));
        assertThat(OutstandingReceivables.gross().compute(march).basis().items())
                .containsExactly(item("R", 40, 0), item("S", 60, 0));
        assertThat(OutstandingReceivables.overdue().compute(march).basis().items())
                .containsExactly(item("R", 40, 0));
        assertThat(OverdueShare.byAmount().compute(march).basis().items())
                .containsExactly(item("R", 40, 40), item("S", 0, 60));
        assertThat(OverdueShare.byCount().compute(march).basis().items())
                .containsExactly(item("R", 1, 1), item("S", 0, 1));
        assertThat(AgeShare.current().compute(march).basis().items())
                .containsExactly(item("R", 0, 40), item("S", 60, 60));
        assertThat(CollectionRate.ofDueCohortByDueDate().compute(march).basis().items())
                .containsExactly(item("R", 60, 100), item("T", 0, 50));
        assertThat(CollectionRate.ofDueCohortByPeriodEnd()
                        .compute(march)
                        .basis()
                        .items())
                .containsExactly(item("R", 60, 100), item("T", 50, 50));
        assertThat(new AverageDaysLate().compute(march).basis().items()).containsExactly(item("T", 3, 1));
        assertThat(DisputeRate.byAmount().compute(march).basis().items())
                .containsExactly(item("S", 0, 60), item("T", 30, 50));
        assertThat(DisputeRate.byCount().compute(march).basis().items())
                .containsExactly(item("S", 0, 1), item("T", 1, 1));
    }

    /** 75.00 are owed, 100.00 of R were on 28 February, and 110.00 are sold in March. */
    @Test
    void daysOfSalesNameWhatIsOwed() {
        CollectionFigures march = withItems();
        for (Kpi<CollectionFigures> dso : List.<Kpi<CollectionFigures>>of(
                DaysSalesOutstanding.simple(),
                DaysSalesOutstanding.rolling(1),
                DaysSalesOutstanding.monthAnnualised())) {
            assertThat(dso.compute(march).basis().items())
                    .as(dso.id())
                    .containsExactly(item("P3", -25, 0), item("R", 40, 0), item("S", 60, 0));
        }
        assertThat(DaysSalesOutstanding.average().compute(march).basis().items())
                .containsExactly(
                        new KpiItem("P3", Fraction.of(-25, 2), Fraction.ZERO), item("R", 70, 0), item("S", 30, 0));
        assertThat(DaysSalesOutstanding.average().compute(march).basis().numerator())
                .contains(Fraction.of(175, 2));
        assertThat(DaysSalesOutstanding.bestPossible().compute(march).basis().items())
                .containsExactly(item("S", 60, 0));
        assertThat(new AverageDaysDelinquent().compute(march).basis().items())
                .containsExactly(item("P3", -25, 0), item("R", 40, 0));
        assertThat(DaysSalesOutstanding.average(1).compute(march).basis().items())
                .isEmpty();
        assertThat(DaysSalesOutstanding.countback().compute(march).basis().items())
                .isEmpty();
    }

    /**
     * Of R, 70.00 are paid in March and the rest written off; P1 has 30.00 left, and the bank took 10.00 of Q back. X was a mistake. N gives 20.00, of which 15.00 settle S and 5.00 go back. In April, the rest of
     * P1 recovers R. 100 + 60 - 20 - 30 - 140 + 5 = -25 are owed at the end of March.
     */
    private static LedgerFigures flows() {
        return LedgerFigures.of(
                new Books()
                        .invoice("C", "R", "2026-02-10", "2026-03-10", "100")
                        .invoice("C", "S", "2026-03-20", "2026-04-20", "60")
                        .invoice("C", "X", "2026-03-05", "2026-04-05", "40")
                        .reversed("C", 3, "2026-03-25")
                        .received("C", "P1", "2026-03-12", "100")
                        .settled("C", "P1", "R", "2026-03-12", "70")
                        .credited("C", "N", "2026-03-15", "20")
                        .settled("C", "N", "S", "2026-03-21", "15")
                        .refunded("C", "N", "2026-03-22", "5")
                        .writtenOff("C", "R", "2026-03-28", "30")
                        .received("C", "Q", "2026-03-30", "50")
                        .partReturned("C", "Q", "2026-03-31", "10")
                        .recovered("C", "P1", "R", "2026-04-05")
                        .ledger(),
                AsOf.endOf("2026-12-31"));
    }

    private static void assertNames(CollectionFigures figures, Kpi<CollectionFigures> kpi, KpiItem... items) {
        KpiBasis basis = kpi.compute(figures).basis();
        assertThat(basis.items()).as(kpi.id()).containsExactly(items);
        assertThat(basis.count()).as(kpi.id()).contains((long) items.length);
    }

    @Test
    void resultsOfFlowsNameWhatEachHasOfThem() {
        CollectionFigures march = flows().withItems(MARCH);
        assertThat(march.closingReceivables()).contains(usd("-25"));
        assertNames(march, CollectionRate.ofPeriod(), item("N", -5, -20), item("R", 70, 100), item("S", 0, 60));
        assertNames(march, CollectionRate.gross(), item("R", 70, 0), item("S", 0, 60));
        assertNames(march, CollectionRate.net(), item("N", -5, -20), item("R", 70, 0), item("S", 0, 60));
        assertNames(
                march,
                CollectionEffectiveness.ofPeriod(),
                item("N", -20, -20),
                item("P1", 30, 0),
                item("Q", 40, 0),
                item("R", 100, 100),
                item("S", 15, 15));
        assertNames(
                march,
                CollectionEffectiveness.withoutWriteOffs(),
                item("N", -20, -20),
                item("P1", 30, 0),
                item("Q", 40, 0),
                item("R", 70, 100),
                item("S", 15, 15));
        assertNames(
                march,
                ReceivablesTurnover.ofPeriod(),
                item("N", -20, 0),
                item("P1", 0, -15),
                item("Q", 0, -20),
                item("R", 0, 50),
                new KpiItem("S", Fraction.of(60), Fraction.of(45, 2)));
        assertNames(march, BadDebtRatio.byWriteOffs(), item("N", 0, -20), item("R", 30, 0), item("S", 0, 60));
        assertNames(march, WriteOffShare.ofOpeningReceivables(), item("R", 30, 100));
        assertNames(march, WriteOffShare.byCount(), item("R", 1, 1), item("S", 0, 1), item("X", 0, 1));
        assertNames(march, UnappliedCash.ofReceipts(), item("P1", 30, 100), item("Q", 40, 40));
        assertNames(march, UnappliedCash.ofReceivables(), item("P1", 30, 0), item("Q", 40, 0), item("S", 0, 45));
    }

    @Test
    void aRecoveryIsOfItsReceivable() {
        CollectionFigures april = flows().withItems(APRIL);
        assertNames(april, BadDebtRatio.byWriteOffsNetOfRecoveries(), item("R", -30, 0));
        assertNames(april, BadDebtRatio.byWriteOffs());
        assertNames(april, CollectionRate.gross(), item("R", 30, 0));
    }

    @Test
    void itemsThatDoNotAddUpAreRefused() {
        var items = FigureItems.builder()
                .open(List.of(new FigureItems.Open("R", usd("40"), 1)))
                .build();
        var figures = CollectionFigures.builder().items(items);
        assertThat(figures.overdue(usd("40"), usd("40")).build().items()).contains(items);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.overdue(usd("30"), usd("100")).build())
                .withMessage("items must add up to overdue, 30 of 100, but was 40 of 40");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.overdue(usd("40"), usd("40"))
                        .closingReceivables(usd("10"))
                        .build())
                .withMessage("items must add up to closingReceivables, 10, but was 40");
    }

    private static FigureItems items(Books books) {
        return LedgerFigures.of(books.ledger(), AsOf.endOf("2026-12-31"))
                .withItems(MARCH)
                .items()
                .orElseThrow();
    }

    /** 40.00 of R are written off: nothing of it was billed, collected or recovered, and so it is not among what was. */
    @Test
    void anItemOfNothingIsNone() {
        FigureItems march = items(new Books()
                .invoice("C", "R", "2026-01-01", "2026-01-31", "100")
                .writtenOff("C", "R", "2026-03-10", "40"));
        assertThat(march.writeOffs()).containsExactly(new FigureItems.Item("R", usd("40")));
        assertThat(march.billed()).isEmpty();
        assertThat(march.collected()).isEmpty();
        assertThat(march.recoveries()).isEmpty();
        assertThat(march.creditNotes()).isEmpty();
    }

    /** All of R is credited before its due date: nothing of it falls due. */
    @Test
    void whatWasCreditedInTimeIsNoItemThatFellDue() {
        FigureItems march = items(new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-20", "100")
                .credited("C", "N", "2026-03-05", "100")
                .settled("C", "N", "R", "2026-03-05", "100"));
        assertThat(march.due()).isEmpty();
    }

    /** U is written off on the day on which it comes, V paid on that day; S was paid in February, is open again on 10 March and paid on the 20th. */
    @Test
    void whatWasOutstandingWasOpenOrLost() {
        FigureItems march = items(new Books()
                .invoice("C", "S", "2026-01-01", "2026-01-31", "50")
                .paid("C", "P", "S", "2026-02-10", "50")
                .returned("C", "P", "2026-03-10")
                .paid("C", "Q", "S", "2026-03-20", "50")
                .invoice("C", "U", "2026-03-08", "2026-03-31", "10")
                .writtenOff("C", "U", "2026-03-08", "10")
                .invoice("C", "V", "2026-03-05", "2026-03-31", "20")
                .paid("C", "T", "V", "2026-03-05", "20"));
        assertThat(march.outstanding())
                .containsExactlyInAnyOrder(
                        new FigureItems.Outstanding("S", false), new FigureItems.Outstanding("U", true));
    }

    /** A plan that turns out to be none takes back no sale. */
    @Test
    void aPlanThatIsReversedIsNotBilled() {
        Books books = new Books()
                .invoice("C", "R", "2026-01-01", "2026-01-31", "100")
                .planned("C", "R", "2026-03-05", "2026-03-31", "2026-04-30", "50")
                .reversed("C", 2, "2026-03-10");
        assertThat(of(books.ledger(), MARCH).billed()).contains(usd("0"));
        assertThat(items(books).billed()).isEmpty();
    }

    /** 20.00 for an order are on account, and neither cash that came nor credited; 50.00 that the bank took back did not come. */
    @Test
    void whatIsPaidInAdvanceOrTakenBackIsNotReceived() {
        var prepaid = Payment.of(PaymentId.of("O"), CustomerId.of("C"), LocalDate.of(2026, 3, 9), usd("20"))
                .prepaying("order-7");
        Books books = new Books()
                .post(new PaymentReceived(prepaid))
                .received("C", "B", "2026-03-11", "50")
                .returned("C", "B", "2026-03-12");
        assertThat(items(books).received()).isEmpty();
        assertThat(items(books).onAccount()).containsExactly(new FigureItems.OnAccount("O", usd("20"), false));
        assertThat(of(books.ledger(), MARCH).creditNotes()).contains(usd("0"));
    }

    /** Paid on its own day, it was not open; the return of 10 March opens it once. */
    @Test
    void whatWasPaidOnItsDayIsOpenOnceItComesBack() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-03-05", "2026-03-31", "100")
                .paid("C", "P", "R", "2026-03-05", "100")
                .returned("C", "P", "2026-03-10")
                .ledger();
        assertThat(of(ledger, MARCH).writeOffItems()).contains(new ShareOf<>(0L, 1L));
    }

    /** Given up in two halves on its own day, of which one turns out to be a mistake on 10 March: one receivable, of which something was written off. */
    @Test
    void whatWasGivenUpOnItsDayAndIsOpenAgainIsOneReceivable() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-03-05", "2026-03-31", "100")
                .writtenOff("C", "R", "2026-03-05", "50")
                .writtenOff("C", "R", "2026-03-05", "50")
                .reversed("C", 3, "2026-03-10")
                .ledger();
        assertThat(of(ledger, MARCH).writeOffItems()).contains(new ShareOf<>(1L, 1L));
    }

    /** Due on 5 March and paid on the 10th; on the 20th the payment is taken off it and put on it again: it was 5 days late, not 15. */
    @Test
    void whatIsAppliedAgainOnOneDayStaysPaid() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-02-01", "2026-03-05", "100")
                .paid("C", "P", "R", "2026-03-10", "100")
                .reversed("C", 3, "2026-03-20")
                .settled("C", "P", "R", "2026-03-20", "100")
                .ledger();
        assertThat(of(ledger, MARCH).daysLate()).contains(new CollectionFigures.DaysLate(5, 1));
    }
}
