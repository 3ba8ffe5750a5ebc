package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.util.List;
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
        var opening = List.of(
                new FigureItems.Owed("R-1", Amount.of("90.00", "EUR")),
                new FigureItems.Owed("P-2", Amount.of("-10.00", "EUR")));
        KpiResult mean = DaysSalesOutstanding.average()
                .compute(figures("80.00").items(items(opening)).build());
        assertThat(mean.basis().numerator()).contains(Fraction.of(75));
        assertThat(mean.basis().items()).containsExactly(item("P-1", -15), item("P-2", -5), item("R-1", 95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures("90.00").items(items(opening)).build())
                .withMessage("items must add up to openingReceivables, 90, but was 80");
    }

    /** Where nobody says whose the 80.00 were, there are no items; of nothing they were nobody's. */
    @Test
    void aMeanOfWhatIsNotKnownNamesNone() {
        assertThat(DaysSalesOutstanding.average()
                        .compute(figures("80.00").items(items(List.of())).build())
                        .basis()
                        .items())
                .isEmpty();
        assertThat(DaysSalesOutstanding.average()
                        .compute(figures("0.00").items(items(List.of())).build())
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

    private static FigureItems items(List<FigureItems.Owed> opening) {
        return new FigureItems(
                List.of(new FigureItems.Open("R-1", HUNDRED, 5)),
                List.of(new FigureItems.OnAccount("P-1", THIRTY)),
                List.of(),
                List.of(),
                List.of(),
                opening);
    }

    /** A is due today, B since yesterday, C 90 days ago and D 91; E fell due and was paid 4 days late in part; 6 of F are contested. */
    private static final FigureItems ALL = new FigureItems(
            List.of(
                    new FigureItems.Open("A", eur("10"), 0),
                    new FigureItems.Open("B", eur("20"), 1),
                    new FigureItems.Open("C", eur("30"), 90),
                    new FigureItems.Open("D", eur("40"), 91)),
            List.of(new FigureItems.OnAccount("P", eur("5"))),
            List.of(new FigureItems.Due("E", eur("50"), eur("20"), eur("30"))),
            List.of(new FigureItems.Settled("E", 4)),
            List.of(new FigureItems.Issued("F", eur("60"), eur("6")), new FigureItems.Issued("G", eur("70"), eur("0"))),
            List.of(new FigureItems.Owed("A", eur("95"))));

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
        assertNames(new AverageDaysDelinquent(), of("B", 20, 0), of("C", 30, 0), of("D", 40, 0), of("P", -5, 0));
        assertNames(CollectionRate.ofDueCohortByDueDate(), of("E", 20, 50));
        assertNames(CollectionRate.ofDueCohortByPeriodEnd(), of("E", 30, 50));
        assertNames(new AverageDaysLate(), of("E", 4, 1));
        assertNames(DisputeRate.byAmount(), of("F", 6, 60), of("G", 0, 70));
        assertNames(DisputeRate.byCount(), of("F", 1, 1), of("G", 0, 1));
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
    }

    private static void assertRefused(String message, CollectionFigures.Builder figures) {
        assertThatIllegalArgumentException().isThrownBy(figures::build).withMessage("items must add up to " + message);
    }

    /** Items in dollars behind figures in euros, whichever they are. */
    @Test
    void refusesItemsInAnotherCurrency() {
        Amount usd = Amount.of("1", "USD");
        for (FigureItems items : List.of(
                new FigureItems(List.of(new FigureItems.Open("A", usd, 0)), List.of(), List.of(), List.of(), List.of()),
                new FigureItems(
                        List.of(), List.of(new FigureItems.OnAccount("A", usd)), List.of(), List.of(), List.of()),
                new FigureItems(
                        List.of(), List.of(), List.of(new FigureItems.Due("A", usd, usd, usd)), List.of(), List.of()),
                new FigureItems(
                        List.of(), List.of(), List.of(), List.of(), List.of(new FigureItems.Issued("A", usd, usd))),
                new FigureItems(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new FigureItems.Owed("A", usd))))) {
            assertThatExceptionOfType(CurrencyMismatchException.class)
                    .isThrownBy(() -> CollectionFigures.builder()
                            .billed(eur("1"))
                            .items(items)
                            .build())
                    .withMessage("figures must be in EUR, but was USD");
        }
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        var owed = new FigureItems.Owed("R-5", HUNDRED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> items(List.of(owed, owed)))
                .withMessage("opening must have each id once, but was R-5");
        var open = new FigureItems.Open("R-1", HUNDRED, 5);
        var onAccount = new FigureItems.OnAccount("P-1", THIRTY);
        var due = new FigureItems.Due("R-2", HUNDRED, NOTHING, THIRTY);
        var settled = new FigureItems.Settled("R-3", 4);
        var issued = new FigureItems.Issued("R-4", HUNDRED, NOTHING);
        refuses(List.of(open, open), List.of(), List.of(), List.of(), List.of(), "open", "R-1");
        refuses(List.of(), List.of(onAccount, onAccount), List.of(), List.of(), List.of(), "onAccount", "P-1");
        refuses(List.of(), List.of(), List.of(due, due), List.of(), List.of(), "due", "R-2");
        refuses(List.of(), List.of(), List.of(), List.of(settled, settled), List.of(), "settled", "R-3");
        refuses(List.of(), List.of(), List.of(), List.of(), List.of(issued, issued), "issued", "R-4");
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

    private static KpiResult owed(String payment) {
        var items = new FigureItems(
                List.of(new FigureItems.Open("R-1", HUNDRED, 5)),
                List.of(new FigureItems.OnAccount(payment, THIRTY)),
                List.of(),
                List.of(),
                List.of());
        return OutstandingReceivables.net()
                .compute(CollectionFigures.builder()
                        .closingReceivables(Amount.of("70.00", "EUR"))
                        .items(items)
                        .build());
    }

    private static KpiItem item(String id, long amount) {
        return new KpiItem(id, Fraction.of(amount), Fraction.ZERO);
    }

    private static void refuses(
            List<FigureItems.Open> open,
            List<FigureItems.OnAccount> onAccount,
            List<FigureItems.Due> due,
            List<FigureItems.Settled> settled,
            List<FigureItems.Issued> issued,
            String argument,
            String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems(open, onAccount, due, settled, issued))
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
    }
}
