package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The items behind figures are there once each, so that every result can name them. */
class FigureItemsTest {
    private static final Amount HUNDRED = Amount.of("100.00", "EUR");
    private static final Amount THIRTY = Amount.of("30.00", "EUR");
    private static final Amount NOTHING = Amount.of("0.00", "EUR");

    /** 100.00 open and 30.00 on account are 70.00, of the invoice and the payment, or of their one id. */
    @Test
    void aPaymentMayHaveTheIdOfAReceivable() {
        assertThat(owed("P-1").basis().items()).containsExactly(item("P-1", -30), item("R-1", 100));
        KpiResult ofOneId = owed("R-1");
        assertThat(ofOneId.value()).contains(Fraction.of(70));
        assertThat(ofOneId.basis().items()).containsExactly(item("R-1", 70));
    }

    /** 90.00 were owed of R-1, and 10.00 of P-2 on account; 100.00 less 30.00 are at the end: the mean of 80.00 and 70.00 is 75.00. */
    @Test
    void theMeanOfTwoBalancesIsThatOfEach() {
        var opening = List.of(item("R-1", "90.00"), item("P-2", "-10.00"));
        KpiResult mean = DaysSalesOutstanding.average()
                .compute(figures("80.00")
                        .items(items().openingReceivables(opening).build())
                        .build());
        assertThat(mean.basis().numerator()).contains(Fraction.of(75));
        assertThat(mean.basis().items()).containsExactly(item("P-1", -15), item("P-2", -5), item("R-1", 95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures("90.00")
                        .items(items().openingReceivables(opening).build())
                        .build())
                .withMessage("items must add up to openingReceivables, 90, but was 80");
    }

    /** Where nobody says whose the 80.00 were, there are no items; of nothing they were nobody's. */
    @Test
    void aMeanOfWhatIsNotKnownNamesNone() {
        assertThat(DaysSalesOutstanding.average()
                        .compute(figures("80.00").items(items().build()).build())
                        .basis()
                        .items())
                .isEmpty();
        assertThat(DaysSalesOutstanding.average()
                        .compute(figures("0.00").items(items().build()).build())
                        .basis()
                        .items())
                .containsExactly(item("P-1", -15), item("R-1", 50));
    }

    private static CollectionFigures.Builder figures(String opening) {
        return CollectionFigures.builder()
                .openingReceivables(Amount.of(opening, "EUR"))
                .closingReceivables(Amount.of("70.00", "EUR"))
                .sales(SalesPeriod.of(31, HUNDRED));
    }

    private static FigureItems.Item item(String id, String amount) {
        return new FigureItems.Item(id, eur(amount));
    }

    private static FigureItems.Builder items() {
        return FigureItems.builder()
                .open(List.of(new FigureItems.Open("R-1", HUNDRED, 5)))
                .onAccount(List.of(new FigureItems.OnAccount("P-1", THIRTY, true)));
    }

    /**
     * A is due today, B since yesterday, C 90 days ago and D 91; E fell due and was paid 4 days late in part; 6 of F are contested. Cash of 4 and a credit of 1 are on account; of 65 that came, 4 are not
     * applied. 5 of the credit notes of 30 were paid back. 9 were written off of D, and 2 came in of E, which had been.
     */
    private static final FigureItems ALL = FigureItems.builder()
            .open(List.of(
                    new FigureItems.Open("A", eur("10"), 0),
                    new FigureItems.Open("B", eur("20"), 1),
                    new FigureItems.Open("C", eur("30"), 90),
                    new FigureItems.Open("D", eur("40"), 91)))
            .onAccount(List.of(
                    new FigureItems.OnAccount("P", eur("4"), true), new FigureItems.OnAccount("N", eur("1"), false)))
            .due(List.of(new FigureItems.Due("E", eur("50"), eur("20"), eur("30"))))
            .settled(List.of(new FigureItems.Settled("E", 4)))
            .issued(List.of(
                    new FigureItems.Issued("F", eur("60"), eur("6")), new FigureItems.Issued("G", eur("70"), eur("0"))))
            .outstanding(List.of(
                    new FigureItems.Outstanding("D", true),
                    new FigureItems.Outstanding("E", false),
                    new FigureItems.Outstanding("F", false)))
            .received(List.of(
                    new FigureItems.Received("P", eur("34"), eur("4")),
                    new FigureItems.Received("Q", eur("31"), eur("0"))))
            .openingReceivables(List.of(item("C", "30"), item("D", "49"), item("E", "16")))
            .billed(List.of(item("A", "10"), item("F", "60"), item("G", "70")))
            .creditNotes(List.of(item("N", "30"), item("F", "10")))
            .collected(List.of(item("E", "16"), item("F", "50")))
            .refunds(List.of(item("N", "6")))
            .writeOffs(List.of(item("D", "9")))
            .recoveries(List.of(item("E", "2")))
            .build();

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }

    private static CollectionFigures.Builder all() {
        return CollectionFigures.builder()
                .openingReceivables(eur("95"))
                .closingReceivables(eur("95"))
                .sales(SalesPeriod.of(31, eur("100")))
                .overdue(eur("90"), eur("100"))
                .overdueItems(3, 4)
                .overNinetyDays(eur("40"))
                .dueCohort(eur("50"), eur("20"), eur("30"))
                .daysLate(4, 1)
                .disputed(eur("6"), eur("130"))
                .disputedInvoices(1, 2)
                .writeOffItems(1, 3)
                .unappliedReceipts(eur("4"), eur("65"))
                .unappliedCash(eur("4"), eur("100"))
                .billed(eur("140"))
                .creditNotes(eur("40"))
                .collected(eur("66"))
                .refunds(eur("6"))
                .writeOffs(eur("9"))
                .recoveries(eur("2"))
                .items(ALL);
    }

    @Test
    void eachResultNamesItsItems() {
        assertNames(OverdueShare.byAmount(), of("A", 0, 10), of("B", 20, 20), of("C", 30, 30), of("D", 40, 40));
        assertNames(OverdueShare.byCount(), of("A", 0, 1), of("B", 1, 1), of("C", 1, 1), of("D", 1, 1));
        assertNames(AgeShare.current(), of("A", 10, 10), of("B", 0, 20), of("C", 0, 30), of("D", 0, 40));
        assertNames(AgeShare.overNinetyDays(), of("A", 0, 10), of("B", 0, 20), of("C", 0, 30), of("D", 40, 40));
        assertNames(OutstandingReceivables.gross(), of("A", 10, 0), of("B", 20, 0), of("C", 30, 0), of("D", 40, 0));
        assertNames(OutstandingReceivables.overdue(), of("B", 20, 0), of("C", 30, 0), of("D", 40, 0));
        assertNames(DaysSalesOutstanding.bestPossible(), of("A", 10, 0));
        assertNames(
                new AverageDaysDelinquent(),
                of("B", 20, 0),
                of("C", 30, 0),
                of("D", 40, 0),
                of("N", -1, 0),
                of("P", -4, 0));
        assertNames(CollectionRate.ofDueCohortByDueDate(), of("E", 20, 50));
        assertNames(CollectionRate.ofDueCohortByPeriodEnd(), of("E", 30, 50));
        assertNames(new AverageDaysLate(), of("E", 4, 1));
        assertNames(DisputeRate.byAmount(), of("F", 6, 60), of("G", 0, 70));
        assertNames(DisputeRate.byCount(), of("F", 1, 1), of("G", 0, 1));
    }

    /** What each thing has of several figures is one item: C was owed and still is, so that nothing of it was collected. */
    @Test
    void resultsOfSeveralFiguresNameWhatEachHasOfThem() {
        assertCounts(
                CollectionRate.ofPeriod(),
                of("A", 0, 10),
                of("C", 0, 30),
                of("D", 0, 49),
                of("E", 16, 16),
                of("F", 50, 50),
                of("G", 0, 70),
                of("N", -6, -30));
        assertCounts(CollectionRate.gross(), of("A", 0, 10), of("E", 16, 0), of("F", 50, 60), of("G", 0, 70));
        assertCounts(
                CollectionRate.net(),
                of("A", 0, 10),
                of("E", 16, 0),
                of("F", 50, 50),
                of("G", 0, 70),
                of("N", -6, -30));
        assertCounts(
                CollectionEffectiveness.ofPeriod(),
                of("B", -20, 0),
                of("C", 0, 30),
                of("D", 9, 49),
                of("E", 16, 16),
                of("F", 50, 50),
                of("G", 70, 70),
                of("N", -29, -30),
                of("P", 4, 0));
        assertCounts(
                CollectionEffectiveness.withoutWriteOffs(),
                of("B", -20, 0),
                of("C", 0, 30),
                of("D", 0, 49),
                of("E", 16, 16),
                of("F", 50, 50),
                of("G", 70, 70),
                of("N", -29, -30),
                of("P", 4, 0));
        assertCounts(
                CollectionEffectiveness.ofAverageSales(5),
                of("A", -8, -8),
                of("B", -20, 0),
                of("C", 0, 30),
                of("D", 9, 49),
                of("E", 16, 16),
                of("F", 10, 10),
                of("G", 14, 14),
                of("N", -5, -6),
                of("P", 4, 0));
        assertCounts(BadDebtRatio.byWriteOffs(), sold(of("D", 9, 0)));
        assertCounts(BadDebtRatio.byWriteOffsNetOfRecoveries(), sold(of("D", 9, 0), of("E", -2, 0)));
        assertCounts(WriteOffShare.ofSales(), sold(of("D", 9, 0)));
        assertCounts(WriteOffShare.ofOpeningReceivables(), of("C", 0, 30), of("D", 9, 49), of("E", 0, 16));
        assertCounts(WriteOffShare.byCount(), of("D", 1, 1), of("E", 0, 1), of("F", 0, 1));
        assertCounts(UnappliedCash.ofReceipts(), of("P", 4, 34), of("Q", 0, 31));
        assertCounts(
                UnappliedCash.ofReceivables(),
                of("A", 0, 10),
                of("B", 0, 20),
                of("C", 0, 30),
                of("D", 0, 40),
                of("P", 4, 0));
    }

    /** With half of what was owed of each when the period began, and half of what is at its end. */
    @Test
    void resultsOfAMeanNameIt() {
        KpiItem[] mean = {
            half("A", 0, 10),
            half("B", 0, 20),
            half("C", 0, 60),
            half("D", 0, 89),
            half("E", 0, 16),
            half("N", 0, -1),
            half("P", 0, -4)
        };
        KpiItem[] writtenOff = mean.clone();
        writtenOff[3] = half("D", 18, 89);
        assertCounts(WriteOffShare.ofReceivables(), writtenOff);
        KpiItem[] sold = {
            half("A", 20, 10),
            half("B", 0, 20),
            half("C", 0, 60),
            half("D", 0, 89),
            half("E", 0, 16),
            half("F", 100, 0),
            half("G", 140, 0),
            half("N", -60, -1),
            half("P", 0, -4)
        };
        assertCounts(ReceivablesTurnover.ofPeriod(), sold);
        assertCounts(ReceivablesTurnover.annualised(), sold);
        assertCounts(
                new AverageCollectionPeriod(),
                half("A", 10, 20),
                half("B", 20, 0),
                half("C", 60, 0),
                half("D", 89, 0),
                half("E", 16, 0),
                half("F", 0, 100),
                half("G", 0, 140),
                half("N", -1, -60),
                half("P", -4, 0));
    }

    private static KpiItem half(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator, 2), Fraction.of(denominator, 2));
    }

    /** These, and in the denominator what was sold. */
    private static KpiItem[] sold(KpiItem... more) {
        return Stream.concat(
                        Stream.of(of("A", 0, 10), of("F", 0, 50), of("G", 0, 70), of("N", 0, -30)), Stream.of(more))
                .sorted(KpiItem.BY_ID)
                .toArray(KpiItem[]::new);
    }

    /** Items that are the numerator and the denominator, and as many as are counted. */
    private static void assertCounts(Kpi<CollectionFigures> kpi, KpiItem... items) {
        assertNames(kpi, items);
        KpiBasis basis = kpi.compute(all().build()).basis();
        assertThat(basis.count()).as(kpi.id()).contains((long) items.length);
        assertThat(basis.numerator())
                .as(kpi.id())
                .contains(Stream.of(items).map(KpiItem::numerator).reduce(Fraction.ZERO, Fraction::plus));
        assertThat(basis.denominator())
                .as(kpi.id())
                .contains(Stream.of(items).map(KpiItem::denominator).reduce(Fraction.ZERO, Fraction::plus));
    }

    /** Where it is not known what each has of one of the amounts, or sales are not what was billed less credit notes, nobody is named; bad debts and expenses are of nobody. */
    @Test
    void namesAreAllOrNone() {
        CollectionFigures.Builder some = all().items(items(ALL)
                .billed(ALL.billed())
                .collected(ALL.collected())
                .build());
        assertThat(CollectionRate.gross().compute(some.build()).basis().items()).hasSize(4);
        for (Kpi<CollectionFigures> kpi : List.<Kpi<CollectionFigures>>of(
                CollectionRate.net(),
                CollectionRate.ofPeriod(),
                CollectionEffectiveness.ofPeriod(),
                ReceivablesTurnover.ofPeriod(),
                new AverageCollectionPeriod(),
                BadDebtRatio.byWriteOffs(),
                WriteOffShare.ofReceivables(),
                WriteOffShare.ofOpeningReceivables())) {
            assertNone(kpi, some.build());
        }
        CollectionFigures otherSales = CollectionFigures.builder()
                .sales(SalesPeriod.of(31, eur("99")))
                .writeOffs(eur("9"))
                .items(ALL)
                .build();
        assertNone(WriteOffShare.ofSales(), otherSales);
        assertNone(WriteOffShare.ofBadDebts(), all().badDebts(eur("9")).build());
        assertNone(BadDebtRatio.byExpense(), all().badDebtExpense(eur("9")).build());
    }

    private static void assertNone(Kpi<CollectionFigures> kpi, CollectionFigures figures) {
        KpiResult result = kpi.compute(figures);
        assertThat(result.value()).as(kpi.id()).isPresent();
        assertThat(result.basis().items()).as(kpi.id()).isEmpty();
        assertThat(result.basis().count()).as(kpi.id()).isEmpty();
    }

    /** All there is of those, without any amount of the period. */
    private static FigureItems.Builder items(FigureItems all) {
        return FigureItems.builder()
                .open(all.open())
                .onAccount(all.onAccount())
                .due(all.due())
                .settled(all.settled())
                .issued(all.issued())
                .outstanding(all.outstanding())
                .received(all.received());
    }

    private static KpiItem of(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator), Fraction.of(denominator));
    }

    private static void assertNames(Kpi<CollectionFigures> kpi, KpiItem... items) {
        assertThat(kpi.compute(all().build()).basis().items()).as(kpi.id()).containsExactly(items);
    }

    @Test
    void refusesFiguresThatAreNotThoseOfTheItems() {
        assertRefused("closingReceivables, 95.01, but was 95", all().closingReceivables(eur("95.01")));
        assertRefused("overdue, 90 of 100.01, but was 90 of 100", all().overdue(eur("90"), eur("100.01")));
        assertRefused("overdue, 80 of 100, but was 90 of 100", all().overdue(eur("80"), eur("100")));
        assertRefused("overdueItems, 2 of 4, but was 3 of 4", all().overdueItems(2, 4));
        assertRefused("overNinetyDays, 41, but was 40", all().overNinetyDays(eur("41")));
        assertRefused("dueCohort, 21 of 50, but was 20 of 50", all().dueCohort(eur("50"), eur("21"), eur("30")));
        assertRefused("dueCohort, 31 of 50, but was 30 of 50", all().dueCohort(eur("50"), eur("20"), eur("31")));
        assertRefused("daysLate, 5 of 1, but was 4 of 1", all().daysLate(5, 1));
        assertRefused("disputed, 7 of 130, but was 6 of 130", all().disputed(eur("7"), eur("130")));
        assertRefused("disputedInvoices, 2 of 2, but was 1 of 2", all().disputedInvoices(2, 2));
        assertRefused("writeOffItems, 2 of 3, but was 1 of 3", all().writeOffItems(2, 3));
        assertRefused("unappliedReceipts, 4 of 66, but was 4 of 65", all().unappliedReceipts(eur("4"), eur("66")));
        assertRefused("unappliedCash, 5, but was 4", all().unappliedCash(eur("5"), eur("100")));
        assertRefused("unappliedCash, 101, but was 100", all().unappliedCash(eur("4"), eur("101")));
        assertRefused("openingReceivables, 96, but was 95", all().openingReceivables(eur("96")));
        assertRefused("billed, 141, but was 140", all().billed(eur("141")));
        assertRefused("creditNotes, 41, but was 40", all().creditNotes(eur("41")));
        assertRefused("collected, 67, but was 66", all().collected(eur("67")));
        assertRefused("refunds, 7, but was 6", all().refunds(eur("7")));
        assertRefused("writeOffs, 10, but was 9", all().writeOffs(eur("10")));
        assertRefused("recoveries, 3, but was 2", all().recoveries(eur("3")));
    }

    private static void assertRefused(String message, CollectionFigures.Builder figures) {
        assertThatIllegalArgumentException().isThrownBy(figures::build).withMessage("items must add up to " + message);
    }

    /** Items in dollars behind figures in euros, whichever they are. */
    @Test
    void refusesItemsInAnotherCurrency() {
        Amount usd = Amount.of("1", "USD");
        var item = List.of(new FigureItems.Item("A", usd));
        for (FigureItems.Builder items : List.of(
                FigureItems.builder().open(List.of(new FigureItems.Open("A", usd, 0))),
                FigureItems.builder().onAccount(List.of(new FigureItems.OnAccount("A", usd, true))),
                FigureItems.builder().due(List.of(new FigureItems.Due("A", usd, usd, usd))),
                FigureItems.builder().issued(List.of(new FigureItems.Issued("A", usd, usd))),
                FigureItems.builder().received(List.of(new FigureItems.Received("A", usd, usd))),
                FigureItems.builder().openingReceivables(item),
                FigureItems.builder().billed(item),
                FigureItems.builder().refunds(item))) {
            assertThatExceptionOfType(CurrencyMismatchException.class)
                    .isThrownBy(() -> CollectionFigures.builder()
                            .unbilled(eur("1"))
                            .items(items.build())
                            .build())
                    .withMessage("figures must be in EUR, but was USD");
        }
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        var open = new FigureItems.Open("R-1", HUNDRED, 5);
        var onAccount = new FigureItems.OnAccount("P-1", THIRTY, true);
        var due = new FigureItems.Due("R-2", HUNDRED, NOTHING, THIRTY);
        var settled = new FigureItems.Settled("R-3", 4);
        var issued = new FigureItems.Issued("R-4", HUNDRED, NOTHING);
        var received = new FigureItems.Received("P-2", HUNDRED, NOTHING);
        var outstanding = new FigureItems.Outstanding("R-6", true);
        var twice = List.of(item("R-5", "1"), item("R-5", "2"));
        refuses(FigureItems.builder().open(List.of(open, open)), "open", "R-1");
        refuses(FigureItems.builder().onAccount(List.of(onAccount, onAccount)), "onAccount", "P-1");
        refuses(FigureItems.builder().due(List.of(due, due)), "due", "R-2");
        refuses(FigureItems.builder().settled(List.of(settled, settled)), "settled", "R-3");
        refuses(FigureItems.builder().issued(List.of(issued, issued)), "issued", "R-4");
        refuses(FigureItems.builder().outstanding(List.of(outstanding, outstanding)), "outstanding", "R-6");
        refuses(FigureItems.builder().received(List.of(received, received)), "received", "P-2");
        refuses(FigureItems.builder().openingReceivables(twice), "openingReceivables", "R-5");
        refuses(FigureItems.builder().creditNotes(twice), "creditNotes", "R-5");
        refuses(FigureItems.builder().writeOffs(twice), "writeOffs", "R-5");
    }

    /** Of 100 no more than 100 is paid, and by the due date no more than by the end of the period. */
    @Test
    void refusesMoreThanFellDueAsPaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Due("R-1", THIRTY, NOTHING, HUNDRED))
                .withMessage("paidByPeriodEnd must be between 0 and due, " + THIRTY + ", but was " + HUNDRED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Due("R-1", HUNDRED, HUNDRED, THIRTY))
                .withMessage("paidByDueDate must be between 0 and paidByPeriodEnd, " + THIRTY + ", but was " + HUNDRED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Due("R-1", HUNDRED, NOTHING, THIRTY.negate()))
                .withMessage("paidByPeriodEnd must be between 0 and due, " + HUNDRED + ", but was " + THIRTY.negate());
        assertThat(new FigureItems.Due("R-1", HUNDRED, HUNDRED, HUNDRED).amount())
                .isEqualTo(HUNDRED);
    }

    /** Of 30 no more than 30 is contested or not applied, nor less than nothing; sums of several would not tell. */
    @Test
    void refusesPartsThatAreMoreThanTheirWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Issued("R-1", THIRTY, HUNDRED))
                .withMessage("disputed must be between 0 and amount, " + THIRTY + ", but was " + HUNDRED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Issued("R-1", HUNDRED, THIRTY.negate()))
                .withMessage("disputed must be between 0 and amount, " + HUNDRED + ", but was " + THIRTY.negate());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Received("P-1", THIRTY, HUNDRED))
                .withMessage("unapplied must be between 0 and amount, " + THIRTY + ", but was " + HUNDRED);
        assertThat(new FigureItems.Issued("R-1", HUNDRED, HUNDRED).disputed()).isEqualTo(HUNDRED);
        assertThat(new FigureItems.Received("P-1", HUNDRED, HUNDRED).unapplied())
                .isEqualTo(HUNDRED);
    }

    /** Whoever finds B before A finds the same. */
    @Test
    void theOrderInWhichTheyAreGivenIsIrrelevant() {
        var a = new FigureItems.Open("A", HUNDRED, 5);
        var b = new FigureItems.Open("B", THIRTY, 0);
        FigureItems given = FigureItems.builder()
                .open(List.of(b, a))
                .billed(List.of(item("D", "1"), item("C", "2")))
                .build();
        assertThat(given.open()).containsExactly(a, b);
        assertThat(given.billed()).containsExactly(item("C", "2"), item("D", "1"));
        assertThat(FigureItems.builder()
                        .open(List.of(a, b))
                        .billed(List.of(item("C", "2"), item("D", "1")))
                        .build())
                .isEqualTo(given)
                .hasSameHashCodeAs(given);
    }

    private static KpiResult owed(String payment) {
        var items = FigureItems.builder()
                .open(List.of(new FigureItems.Open("R-1", HUNDRED, 5)))
                .onAccount(List.of(new FigureItems.OnAccount(payment, THIRTY, true)))
                .build();
        return OutstandingReceivables.net()
                .compute(CollectionFigures.builder()
                        .closingReceivables(Amount.of("70.00", "EUR"))
                        .items(items)
                        .build());
    }

    private static KpiItem item(String id, long amount) {
        return new KpiItem(id, Fraction.of(amount), Fraction.ZERO);
    }

    private static void refuses(FigureItems.Builder items, String argument, String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(items::build)
                .withMessage(argument + " must have each id once, but was " + id);
    }

    @Test
    void refusesItemsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Settled("R-7", -1))
                .withMessage("daysLate must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Open("", HUNDRED, 5))
                .withMessage("id must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Item("", HUNDRED))
                .withMessage("id must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems.Outstanding("", true))
                .withMessage("id must have 1 to 200 characters, but was ");
    }

    /** What is known to be nobody's is not what is not known; amounts that are another's make other items. */
    @Test
    void itemsAreAValue() throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(ALL);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(ALL).hasSameHashCodeAs(ALL).hasToString(ALL.toString());
        }
        FigureItems none = FigureItems.builder().build();
        assertThat(FigureItems.builder().build()).isEqualTo(none).hasSameHashCodeAs(none);
        assertThat(List.of(
                        FigureItems.builder().billed(List.of()),
                        FigureItems.builder().billed(List.of(item("A", "1"))),
                        FigureItems.builder().collected(List.of(item("A", "1"))),
                        FigureItems.builder().open(ALL.open()),
                        FigureItems.builder().onAccount(ALL.onAccount()),
                        FigureItems.builder().due(ALL.due()),
                        FigureItems.builder().settled(ALL.settled()),
                        FigureItems.builder().issued(ALL.issued()),
                        FigureItems.builder().outstanding(ALL.outstanding()),
                        FigureItems.builder().received(ALL.received())))
                .allSatisfy(other -> assertThat(other.build()).isNotEqualTo(none));
        assertThat(FigureItems.builder().billed(List.of(item("A", "1"))).build())
                .isNotEqualTo(
                        FigureItems.builder().collected(List.of(item("A", "1"))).build());
    }

    /** On time is 0 days late. */
    @Test
    void whatIsSettledInTimeIsNotLate() {
        assertThat(new FigureItems.Settled("R-1", 0).daysLate()).isZero();
    }

    /** One book collected nothing and does not say of which items, so that the other's are all; what neither says stays unsaid. */
    @Test
    void itemsOfTwoBooksAreKnownWhereOneOfThemIsNothing() {
        CollectionFigures nothing = CollectionFigures.builder()
                .collected(NOTHING)
                .refunds(NOTHING)
                .items(FigureItems.builder().build())
                .build();
        CollectionFigures some = CollectionFigures.builder()
                .collected(THIRTY)
                .refunds(NOTHING)
                .items(FigureItems.builder()
                        .collected(List.of(item("R-1", "30.00")))
                        .build())
                .build();
        FigureItems expected =
                FigureItems.builder().collected(List.of(item("R-1", "30.00"))).build();
        assertThat(nothing.plus(some).items()).contains(expected);
        assertThat(some.plus(nothing).items()).contains(expected);
    }

    @Test
    void itemsTellWhatTheyAre() {
        assertThat(FigureItems.builder()
                        .collected(List.of(item("R-1", "30.00")))
                        .settled(List.of(new FigureItems.Settled("R-1", 4)))
                        .build())
                .hasToString("items[open=[], onAccount=[], due=[], settled=[Settled[id=R-1, daysLate=4]], issued=[],"
                        + " outstanding=[], received=[], amounts={COLLECTED=[Item[id=R-1, amount=EUR 30.00]]}]");
    }
}
