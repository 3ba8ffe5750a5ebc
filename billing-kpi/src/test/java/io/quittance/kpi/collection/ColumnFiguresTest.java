package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Predicate;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ColumnFiguresTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final ColumnFigures COLUMNS = ColumnFigures.of(EUR, JANUARY, APRIL);

    /** The invoice of the Javadoc, and one of 50 cents of 2 February that is due on 4 March and never paid. */
    private static final int[] DOCUMENTS = {day("2026-01-20"), day("2026-02-02")};

    private static final int[] DUE = {day("2026-02-03"), day("2026-03-04")};
    private static final int[] SETTLED = {day("2026-03-10"), ColumnFigures.NEVER};
    private static final long[] AMOUNTS = {100, 50};

    @Test
    void addsUpWhatEachMonthNeeds() {
        SortedMap<YearMonth, CollectionFigures> months =
                COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS).figures();
        assertThat(months.keySet()).containsExactly(JANUARY, YearMonth.of(2026, 2), YearMonth.of(2026, 3), APRIL);
        CollectionFigures february = figures(months, 2);
        assertThat(february.openingReceivables()).contains(cents(100));
        assertThat(february.closingReceivables()).contains(cents(150));
        assertThat(february.sales()).extracting(SalesPeriod::creditSales).containsExactly(cents(100), cents(50));
        assertThat(february.overdue()).contains(new CollectionFigures.ShareOf<>(cents(100), cents(150)));
        assertThat(february.overdueItems()).contains(new CollectionFigures.ShareOf<>(1L, 2L));
        assertThat(february.dueCohortPaidByPeriodEnd()).contains(new CollectionFigures.ShareOf<>(cents(0), cents(100)));
        assertThat(february.collected()).contains(cents(0));
        CollectionFigures march = figures(months, 3);
        assertThat(march.collected()).contains(cents(100));
        assertThat(march.daysLate()).contains(new CollectionFigures.DaysLate(35, 1));
        assertThat(march.overdue()).contains(new CollectionFigures.ShareOf<>(cents(50), cents(50)));
        assertThat(DaysSalesOutstanding.simple().compute(figures(months, 1)).value())
                .contains(Fraction.of(31));
        assertThat(figures(months, 1).disputed()).isEmpty();
    }

    /** What has been paid by its due date, and what an invoice of 0 would count. */
    @Test
    void anInvoiceThatIsPaidOnItsDueDateIsInTimeAndOneOfNothingIsNone() {
        CollectionFigures january = figures(
                COLUMNS.totals(
                                new int[] {day("2026-01-01"), day("2026-01-01")},
                                new int[] {day("2026-01-31"), day("2026-01-02")},
                                new int[] {day("2026-01-31"), ColumnFigures.NEVER},
                                new long[] {70, 0})
                        .figures(),
                1);
        assertThat(january.dueCohortPaidByDueDate()).contains(new CollectionFigures.ShareOf<>(cents(70), cents(70)));
        assertThat(january.daysLate()).contains(new CollectionFigures.DaysLate(0, 1));
        assertThat(january.overdueItems()).contains(new CollectionFigures.ShareOf<>(0L, 0L));
    }

    /** 3.00 of 10 August and 1.00 of 10 September are owed on 15 September: 4.00 / 1.00 × 15 days. What is dated later is not there yet. */
    @Test
    void aMonthInProgressHasTheDaysThatHavePassed() {
        YearMonth september = YearMonth.of(2026, 9);
        ColumnFigures columns = ColumnFigures.upTo(EUR, YearMonth.of(2026, 8), LocalDate.of(2026, 9, 15));
        CollectionFigures figures = Objects.requireNonNull(columns.salesAndReceivables(
                        new int[] {day("2026-08-10"), day("2026-09-10"), day("2026-09-16")},
                        new int[] {day("2026-09-16"), ColumnFigures.NEVER, ColumnFigures.NEVER},
                        new long[] {300, 100, 1000})
                .figures()
                .get(september));
        assertThat(figures.period()).contains(ServicePeriod.of("2026-09-01", "2026-09-16"));
        assertThat(DaysSalesOutstanding.simple().compute(figures).value()).contains(Fraction.of(60));
        assertThat(columns).hasToString("figures in EUR from 2026-08 to 2026-09-15");
        assertThat(ColumnFigures.upTo(EUR, JANUARY, LocalDate.of(2026, 4, 30))).isEqualTo(COLUMNS);
        assertThat(ColumnFigures.upTo(EUR, JANUARY, LocalDate.of(2026, 4, 29))).isNotEqualTo(COLUMNS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnFigures.upTo(EUR, APRIL, LocalDate.of(2026, 3, 30)))
                .withMessage("lastDay must be of the 1200 months from 2026-04 on, but was 2026-03-30");
    }

    @Test
    void salesAndReceivablesAreThoseOfTheWhole() {
        var whole = COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS).figures();
        var few = COLUMNS.salesAndReceivables(DOCUMENTS, SETTLED, AMOUNTS).figures();
        for (int month = 1; month <= 4; month++) {
            CollectionFigures figures = figures(few, month);
            assertThat(figures.openingReceivables())
                    .isEqualTo(figures(whole, month).openingReceivables());
            assertThat(figures.closingReceivables())
                    .isEqualTo(figures(whole, month).closingReceivables());
            assertThat(figures.sales()).isEqualTo(figures(whole, month).sales());
            assertThat(OverdueShare.byAmount().compute(figures).value()).isEmpty();
        }
    }

    @Test
    void refusesRowsThatCannotBe() {
        assertRefused(
                "dueDays must have 2 rows, as documentDays has, but was 1", DOCUMENTS, new int[1], SETTLED, AMOUNTS);
        assertRefused("amounts must have 2 rows, as documentDays has, but was 3", DOCUMENTS, DUE, SETTLED, new long[3]);
        assertRefused("amounts[1] must be 0 or more, but was -1", DOCUMENTS, DUE, SETTLED, new long[] {1, -1});
        assertRefused(
                "settledDays[1] must not be before the document date, 20486, but was 3",
                DOCUMENTS,
                DUE,
                new int[] {ColumnFigures.NEVER, 3},
                AMOUNTS);
        assertRefused(
                "dueDays[0] must not be before the document date, 20473, but was 20472",
                DOCUMENTS,
                new int[] {DOCUMENTS[0] - 1, DUE[1]},
                SETTLED,
                AMOUNTS);
        assertRefused(
                "amounts[1] must not make the sum of all too large, but was 1", DOCUMENTS, DUE, SETTLED, new long[] {
                    Long.MAX_VALUE, 1
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnFigures.of(EUR, APRIL, JANUARY))
                .withMessage("last must be of the 1200 months from 2026-04 on, but was 2026-01");
        assertThat(ColumnFigures.of(EUR, APRIL, APRIL)).hasToString("figures in EUR from 2026-04 to 2026-04");
        assertThatIllegalArgumentException().isThrownBy(() -> ColumnFigures.of(EUR, APRIL, YearMonth.of(2126, 4)));
    }

    private static void assertRefused(String message, int[] documents, int[] due, int[] settled, long[] amounts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLUMNS.totals(documents, due, settled, amounts))
                .withMessage(message);
    }

    @Test
    void refusesToAddWhatIsOfOtherMonthsFiguresOrMoney() {
        MonthlyTotals totals = COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS);
        MonthlyTotals few = COLUMNS.salesAndReceivables(DOCUMENTS, SETTLED, AMOUNTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.plus(few))
                .withMessage(
                        "other must be totals of the same figures and months: totals in EUR from 2026-01 to 2026-04,"
                                + " but was sales and receivables in EUR from 2026-01 to 2026-04");
        MonthlyTotals other =
                ColumnFigures.of(Monetary.getCurrency("USD"), JANUARY, APRIL).totals(DOCUMENTS, DUE, SETTLED, AMOUNTS);
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> totals.plus(other));
        MonthlyTotals huge = COLUMNS.totals(DOCUMENTS, DUE, SETTLED, new long[] {Long.MAX_VALUE, 0});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> huge.plus(huge))
                .withMessageStartingWith("other must not make a total too large");
    }

    /** Each figure by its definition, invoice by invoice and month by month. */
    @Property
    void agreesWithTheDefinitions(
            @ForAll @Size(max = 30) List<@IntRange(max = 999_999_999) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 30) int lastDayOfApril) {
        Columns in = columns(seeds);
        var months = ColumnFigures.upTo(EUR, JANUARY, APRIL.atDay(lastDayOfApril))
                .totals(in.documents, in.due, in.settled, in.amounts)
                .figures();
        for (int number = 1; number <= 4; number++) {
            CollectionFigures figures = figures(months, number);
            int first = (int) JANUARY.plusMonths(number - 1L).atDay(1).toEpochDay();
            int end = number == 4
                    ? first + lastDayOfApril - 1
                    : (int) JANUARY.plusMonths(number - 1L).atEndOfMonth().toEpochDay();
            Predicate<Integer> open = i -> in.documents[i] <= end && in.settled[i] > end;
            Predicate<Integer> fellDue = i -> in.due[i] >= first && in.due[i] <= end;
            Predicate<Integer> paid = i -> in.settled[i] >= first && in.settled[i] <= end;
            assertThat(figures.openingReceivables())
                    .contains(in.sum(i -> in.documents[i] < first && in.settled[i] >= first));
            assertThat(figures.closingReceivables()).contains(in.sum(open));
            assertThat(figures.collected()).contains(in.sum(paid));
            assertThat(figures.overNinetyDays()).contains(in.sum(open.and(i -> in.due[i] < end - 90)));
            assertThat(figures.billed()).contains(in.sum(i -> in.documents[i] >= first && in.documents[i] <= end));
            assertThat(figures.sales().get(number - 1).creditSales())
                    .isEqualTo(in.sum(i -> in.documents[i] >= first && in.documents[i] <= end));
            assertThat(figures.overdue())
                    .contains(new CollectionFigures.ShareOf<>(in.sum(open.and(i -> in.due[i] < end)), in.sum(open)));
            assertThat(figures.overdueItems())
                    .contains(
                            new CollectionFigures.ShareOf<>(in.count(open.and(i -> in.due[i] < end)), in.count(open)));
            assertThat(figures.dueCohortPaidByDueDate())
                    .contains(new CollectionFigures.ShareOf<>(
                            in.sum(fellDue.and(i -> in.settled[i] <= in.due[i])), in.sum(fellDue)));
            assertThat(figures.dueCohortPaidByPeriodEnd())
                    .contains(new CollectionFigures.ShareOf<>(
                            in.sum(fellDue.and(i -> in.settled[i] <= end)), in.sum(fellDue)));
            long late = in.rows(paid)
                    .mapToLong(i -> Math.max(0, in.settled[i] - in.due[i]))
                    .sum();
            assertThat(figures.daysLate()).contains(new CollectionFigures.DaysLate(late, in.count(paid)));
        }
    }

    @Property
    void partsAddUpToTheWhole(
            @ForAll @Size(max = 30) List<@IntRange(max = 999_999_999) Integer> seeds,
            @ForAll @IntRange(max = 30) int cut) {
        int at = Math.min(cut, seeds.size());
        var sum = totals(seeds.subList(0, at)).plus(totals(seeds.subList(at, seeds.size())));
        assertThat(sum.figures()).isEqualTo(totals(seeds).figures());
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(COLUMNS);
            out.writeObject(COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS));
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Object back = in.readObject();
            assertThat(back).isEqualTo(COLUMNS).hasSameHashCodeAs(COLUMNS).hasToString(COLUMNS.toString());
            assertThat(((ColumnFigures) back)
                            .totals(DOCUMENTS, DUE, SETTLED, AMOUNTS)
                            .figures())
                    .isEqualTo(COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS).figures());
            assertThat(((MonthlyTotals) in.readObject()).figures())
                    .isEqualTo(COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS).figures());
        }
    }

    private static MonthlyTotals totals(List<Integer> seeds) {
        Columns in = columns(seeds);
        return COLUMNS.totals(in.documents, in.due, in.settled, in.amounts);
    }

    @SuppressWarnings("ArrayRecordComponent") // used here only
    private record Columns(int[] documents, int[] due, int[] settled, long[] amounts) {
        java.util.stream.Stream<Integer> rows(Predicate<Integer> which) {
            return java.util.stream.IntStream.range(0, amounts.length).boxed().filter(which);
        }

        Amount sum(Predicate<Integer> which) {
            return cents(rows(which).mapToLong(i -> amounts[i]).sum());
        }

        long count(Predicate<Integer> which) {
            return rows(which).count();
        }
    }

    /** Invoices from November to June, due within 70 days, settled within 130 days or never. */
    private static Columns columns(List<Integer> seeds) {
        int size = seeds.size();
        var in = new Columns(new int[size], new int[size], new int[size], new long[size]);
        for (int i = 0; i < size; i++) {
            int seed = seeds.get(i);
            in.documents[i] = day("2025-11-01") + seed % 240;
            in.due[i] = in.documents[i] + seed / 240 % 71;
            in.settled[i] = seed % 7 == 0 ? ColumnFigures.NEVER : in.documents[i] + seed / 17_040 % 131;
            in.amounts[i] = 1L + seed % 1_000;
        }
        return in;
    }

    private static CollectionFigures figures(SortedMap<YearMonth, CollectionFigures> months, int number) {
        return Objects.requireNonNull(months.get(JANUARY.plusMonths(number - 1L)));
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static Amount cents(long cents) {
        return Amount.ofMinor(cents, EUR);
    }

    /** Issued in January and never paid, and issued in February and paid in March, each almost as much as a long can hold: the month ends would not fit. */
    @Test
    void refusesTotalsThatAreTooLargeTogether() {
        int[] january = {day("2026-01-10")};
        int[] february = {day("2026-02-10")};
        long[] most = {9_000_000_000_000_000_000L};
        var one = COLUMNS.totals(january, january, new int[] {ColumnFigures.NEVER}, most);
        var other = COLUMNS.totals(february, february, new int[] {day("2026-03-10")}, most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.plus(other))
                .withMessageStartingWith("other must not make a total too large, but was ");
    }

    /** What was owed at the beginning of each month before, so that formulas of several balances have them. */
    @Test
    void eachMonthKnowsTheBalancesBefore() {
        var months = COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS).figures();
        assertThat(figures(months, 1).earlierReceivables()).isEmpty();
        assertThat(figures(months, 3).earlierReceivables())
                .containsExactly(
                        figures(months, 1).openingReceivables().orElseThrow(),
                        figures(months, 2).openingReceivables().orElseThrow());
        assertThat(DaysSalesOutstanding.average(3)
                        .compute(figures(months, 3))
                        .basis()
                        .count())
                .contains(3L);
    }

    /** The amount comes first, then the settlement, the sum and the due date; so a row with two faults is refused in one way. */
    @Test
    void namesTheFirstFaultOfARow() {
        int[] ten = {10};
        int[] nine = {9};
        assertRefused("amounts[0] must be 0 or more, but was -1", ten, nine, nine, new long[] {-1});
        for (long amount : new long[] {0, 5}) {
            assertRefused(
                    "settledDays[0] must not be before the document date, 10, but was 9", ten, nine, nine, new long[] {
                        amount
                    });
            assertRefused(
                    "dueDays[0] must not be before the document date, 10, but was 9", ten, nine, ten, new long[] {amount
                    });
        }
        assertRefused(
                "amounts[1] must not make the sum of all too large, but was 1",
                new int[] {10, 10},
                new int[] {10, 9},
                new int[] {10, 10},
                new long[] {Long.MAX_VALUE, 1});
    }

    @Test
    void refusesRowsOfSalesThatCannotBe() {
        int[] ten = {10};
        assertRefused("settledDays must have 1 rows, as documentDays has, but was 2", ten, new int[2], new long[1]);
        assertRefused("amounts must have 1 rows, as documentDays has, but was 2", ten, ten, new long[2]);
        assertRefused("amounts[0] must be 0 or more, but was -1", ten, ten, new long[] {-1});
        assertRefused(
                "settledDays[0] must not be before the document date, 10, but was 9", ten, new int[] {9}, new long[] {5
                });
        assertRefused(
                "amounts[1] must not make the sum of all too large, but was 1",
                new int[] {10, 10},
                new int[] {10, 10},
                new long[] {Long.MAX_VALUE, 1});
    }

    private static void assertRefused(String message, int[] documents, int[] settled, long[] amounts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLUMNS.salesAndReceivables(documents, settled, amounts))
                .withMessage(message);
    }

    /** Settled on the day of the invoice: 70 are sold in January, and never owed at the end of a month. */
    @Test
    void anInvoiceMayBeSettledOnItsOwnDay() {
        int[] first = {day("2026-01-01")};
        CollectionFigures january = figures(
                COLUMNS.salesAndReceivables(first, first, new long[] {70}).figures(), 1);
        assertThat(january.sales()).containsExactly(SalesPeriod.of(31, cents(70)));
        assertThat(january.closingReceivables()).contains(cents(0));
        assertThat(COLUMNS.salesAndReceivables(first, first, new long[] {0}).figures())
                .hasSize(4);
    }

    /** A hundred years of months, and not one more. */
    @Test
    void hasAtMostAHundredYears() {
        assertThat(ColumnFigures.of(EUR, APRIL, YearMonth.of(2126, 3)))
                .hasToString("figures in EUR from 2026-04 to 2126-03");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnFigures.of(EUR, APRIL, YearMonth.of(2126, 4)))
                .withMessage("last must be of the 1200 months from 2026-04 on, but was 2126-04");
    }

    /** Due on the last day of January and paid in March: past due at the end of February, and not at that of January. */
    @Test
    void whatIsDueOnTheLastDayIsNotPastDue() {
        var months = COLUMNS.totals(
                        new int[] {day("2026-01-01")},
                        new int[] {day("2026-01-31")},
                        new int[] {day("2026-03-10")},
                        new long[] {70})
                .figures();
        assertThat(figures(months, 1).overdue()).contains(new CollectionFigures.ShareOf<>(cents(0), cents(70)));
        assertThat(figures(months, 2).overdue()).contains(new CollectionFigures.ShareOf<>(cents(70), cents(70)));
        assertThat(figures(months, 2).overdueItems()).contains(new CollectionFigures.ShareOf<>(1L, 1L));
    }

    @Test
    void refusesToAddWhatIsOfOtherMonths() {
        MonthlyTotals totals = COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS);
        MonthlyTotals toMarch =
                ColumnFigures.of(EUR, JANUARY, APRIL.minusMonths(1)).totals(DOCUMENTS, DUE, SETTLED, AMOUNTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.plus(toMarch))
                .withMessage(
                        "other must be totals of the same figures and months: totals in EUR from 2026-01 to 2026-04,"
                                + " but was totals in EUR from 2026-01 to 2026-03");
    }

    /** Of the last two days of the last month and of the first day of the first, before and after 1970. */
    @Test
    void bothEndsBelongToTheMonths() {
        for (String year : List.of("1969", "2026")) {
            var columns = ColumnFigures.of(EUR, YearMonth.parse(year + "-01"), YearMonth.parse(year + "-02"));
            int[] documents = {
                day(year + "-01-01") - 1,
                day(year + "-01-01"),
                day(year + "-02-27"),
                day(year + "-02-28"),
                day(year + "-03-01")
            };
            long[] amounts = {1, 20, 300, 4_000, 50_000};
            int[] never = new int[documents.length];
            Arrays.fill(never, ColumnFigures.NEVER);
            var months = columns.salesAndReceivables(documents, never, amounts).figures();
            assertThat(months.values())
                    .extracting(figures -> figures.openingReceivables().orElseThrow())
                    .containsExactly(cents(1), cents(21));
            assertThat(months.values())
                    .extracting(figures -> figures.closingReceivables().orElseThrow())
                    .containsExactly(cents(21), cents(4_321));
        }
    }

    /** 7 of before January are paid before it, 20 in February; 300 of February in March: 20, 20 and 300 are owed when the months begin. */
    @Test
    void theHistoryKnowsWhatWasPaid() {
        var months = ColumnFigures.of(EUR, JANUARY, APRIL)
                .salesAndReceivables(
                        new int[] {day("2025-11-01"), day("2025-12-01"), day("2026-02-01")},
                        new int[] {day("2025-12-31"), day("2026-02-10"), day("2026-03-10")},
                        new long[] {7, 20, 300})
                .figures();
        assertThat(figures(months, 1).openingReceivables()).contains(cents(20));
        assertThat(figures(months, 4).earlierReceivables()).containsExactly(cents(20), cents(20), cents(300));
        assertThat(figures(months, 4).openingReceivables()).contains(cents(0));
    }

    /** Due on 1 January: 91 days past due on 2 April, over 90 days at the end of April where it was not paid by then, and in May no more. */
    @Test
    void whatIsPaidIsNotOverNinetyDays() {
        var months = ColumnFigures.of(EUR, JANUARY, YearMonth.of(2026, 6))
                .totals(
                        new int[] {day("2026-01-01"), day("2026-01-01")},
                        new int[] {day("2026-01-01"), day("2026-01-01")},
                        new int[] {day("2026-05-10"), day("2026-04-02")},
                        new long[] {50, 600})
                .figures();
        assertThat(months.values())
                .extracting(figures -> figures.overNinetyDays().orElseThrow())
                .containsExactly(cents(0), cents(0), cents(0), cents(50), cents(0), cents(0));
    }

    /** An invoice of 0 is no fault, wherever it stands. */
    @Test
    void theFirstInvoiceMayBeOfNothing() {
        int[] first = {day("2026-01-01"), day("2026-01-01")};
        assertThat(figures(
                                COLUMNS.totals(first, first, first, new long[] {0, 70})
                                        .figures(),
                                1)
                        .billed())
                .contains(cents(70));
    }

    @Test
    void refusesToAddWhatBeginsWithAnotherMonth() {
        MonthlyTotals totals = COLUMNS.totals(DOCUMENTS, DUE, SETTLED, AMOUNTS);
        MonthlyTotals other =
                ColumnFigures.of(EUR, JANUARY.plusMonths(1), APRIL).totals(DOCUMENTS, DUE, SETTLED, AMOUNTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.plus(other))
                .withMessageStartingWith("other must be totals of the same figures and months: ");
    }
}
