package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.DaysLate;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.money.CurrencyContext;
import javax.money.CurrencyContextBuilder;
import javax.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Each figure comes out as it was given, makes figures other ones, and is multiplied by itself. */
class CollectionFiguresTest {
    private static final ServicePeriod MARCH = ServicePeriod.of(YearMonth.of(2026, 3));
    private static final FigureItems ITEMS = FigureItems.builder()
            .open(List.of(new FigureItems.Open("R-1", usd("7"), 95), new FigureItems.Open("R-2", usd("8"), 1)))
            .onAccount(List.of(
                    new FigureItems.OnAccount("P-1", usd("2"), true),
                    new FigureItems.OnAccount("N-1", usd("1"), false)))
            .due(List.of(new FigureItems.Due("R-3", usd("30"), usd("10"), usd("20"))))
            .settled(List.of(new FigureItems.Settled("R-3", 4)))
            .issued(List.of(new FigureItems.Issued("R-4", usd("40"), usd("5"))))
            .outstanding(List.of(new FigureItems.Outstanding("R-1", false), new FigureItems.Outstanding("R-7", true)))
            .received(List.of(new FigureItems.Received("P-2", usd("25"), usd("1"))))
            .openingReceivables(List.of(new FigureItems.Item("R-1", usd("11"))))
            .billed(List.of(new FigureItems.Item("R-5", usd("17"))))
            .creditNotes(List.of(new FigureItems.Item("N-2", usd("18"))))
            .collected(List.of(new FigureItems.Item("R-6", usd("16"))))
            .refunds(List.of(new FigureItems.Item("N-3", usd("19"))))
            .writeOffs(List.of(new FigureItems.Item("R-7", usd("20"))))
            .recoveries(List.of(new FigureItems.Item("R-8", usd("21"))))
            .build();

    /** All there are, with amounts of so many dollars each. */
    private static CollectionFigures.Builder figures(String one) {
        UnaryOperator<String> times =
                number -> new BigDecimal(number).multiply(new BigDecimal(one)).toPlainString();
        return CollectionFigures.builder()
                .period(MARCH)
                .openingReceivables(usd(times.apply("11")))
                .closingReceivables(usd(times.apply("12")))
                .earlierReceivables(List.of(usd(times.apply("9")), usd(times.apply("10"))))
                .sales(SalesPeriod.of(31, usd(times.apply("13"))))
                .sales(SalesPeriod.of(28, usd(times.apply("14"))))
                .sales(SalesPeriod.of(31, usd(times.apply("15"))))
                .collected(usd(times.apply("16")))
                .overdue(usd(times.apply("15")), usd(times.apply("15")))
                .overdueItems(2, 2)
                .overNinetyDays(usd(times.apply("7")))
                .dueCohort(usd(times.apply("30")), usd(times.apply("10")), usd(times.apply("20")))
                .daysLate(4, 1)
                .disputed(usd(times.apply("5")), usd(times.apply("40")))
                .disputedInvoices(1, 1)
                .billed(usd(times.apply("17")))
                .creditNotes(usd(times.apply("18")))
                .refunds(usd(times.apply("19")))
                .writeOffs(usd(times.apply("20")))
                .writeOffItems(1, 2)
                .recoveries(usd(times.apply("21")))
                .badDebtExpense(usd(times.apply("22")))
                .badDebts(usd(times.apply("23")))
                .unbilled(usd(times.apply("24")))
                .unappliedReceipts(usd(times.apply("1")), usd(times.apply("25")))
                .unappliedCash(usd(times.apply("2")), usd(times.apply("15")));
    }

    /** A currency that the host gives as a value, and no provider knows, may have any code: 1200 points of 1000 sold in 30 days are 36 days. */
    @Test
    void figuresMayBeInACurrencyOfTheHostsOwn() {
        var points = new Points();
        var figures = CollectionFigures.builder()
                .sales(SalesPeriod.of(30, Amount.of("1000.00", points)))
                .closingReceivables(Amount.of("1200.00", points))
                .build();
        KpiResult days = DaysSalesOutstanding.simple().compute(figures);
        assertThat(days.value()).contains(Fraction.of(36));
        assertThat(days.basis().currency()).contains("POINTS");
    }

    private static final class Points implements CurrencyUnit {
        @Override
        public String getCurrencyCode() {
            return "POINTS";
        }

        @Override
        public int getNumericCode() {
            return -1;
        }

        @Override
        public int getDefaultFractionDigits() {
            return 2;
        }

        @Override
        public CurrencyContext getContext() {
            return CurrencyContextBuilder.of("host").build();
        }

        @Override
        public int compareTo(CurrencyUnit other) {
            return getCurrencyCode().compareTo(other.getCurrencyCode());
        }
    }

    @Test
    void eachFigureComesOutAsItWasGiven() {
        CollectionFigures figures = figures("1").items(ITEMS).build();
        assertThat(figures.period()).contains(MARCH);
        assertThat(figures.openingReceivables()).contains(usd("11"));
        assertThat(figures.closingReceivables()).contains(usd("12"));
        assertThat(figures.earlierReceivables()).containsExactly(usd("9"), usd("10"));
        assertThat(figures.sales()).hasSize(3).endsWith(SalesPeriod.of(31, usd("15")));
        assertThat(figures.collected()).contains(usd("16"));
        assertThat(figures.overdue()).contains(new ShareOf<>(usd("15"), usd("15")));
        assertThat(figures.current()).contains(usd("0"));
        assertThat(figures.overdueItems()).contains(new ShareOf<>(2L, 2L));
        assertThat(figures.overNinetyDays()).contains(usd("7"));
        assertThat(figures.dueCohortPaidByDueDate()).contains(new ShareOf<>(usd("10"), usd("30")));
        assertThat(figures.dueCohortPaidByPeriodEnd()).contains(new ShareOf<>(usd("20"), usd("30")));
        assertThat(figures.daysLate()).contains(new DaysLate(4, 1));
        assertThat(figures.disputed()).contains(new ShareOf<>(usd("5"), usd("40")));
        assertThat(figures.disputedInvoices()).contains(new ShareOf<>(1L, 1L));
        assertThat(figures.billed()).contains(usd("17"));
        assertThat(figures.creditNotes()).contains(usd("18"));
        assertThat(figures.refunds()).contains(usd("19"));
        assertThat(figures.writeOffs()).contains(usd("20"));
        assertThat(figures.writeOffItems()).contains(new ShareOf<>(1L, 2L));
        assertThat(figures.recoveries()).contains(usd("21"));
        assertThat(figures.badDebtExpense()).contains(usd("22"));
        assertThat(figures.badDebts()).contains(usd("23"));
        assertThat(figures.unbilled()).contains(usd("24"));
        assertThat(figures.unappliedReceipts()).contains(new ShareOf<>(usd("1"), usd("25")));
        assertThat(figures.unappliedCash()).contains(new ShareOf<>(usd("2"), usd("15")));
        assertThat(figures.items()).contains(ITEMS);
        assertThat(figures.currency()).contains("USD");
    }

    /** Books in thousands are books in dollars times 1000: amounts are, what is counted is not. */
    @Test
    void eachAmountIsMultiplied() {
        assertThat(figures("1").build().times(new BigDecimal("1000")))
                .isEqualTo(figures("1000").build());
        FigureItems items = figures("1")
                .items(ITEMS)
                .build()
                .times(new BigDecimal("2.5"))
                .items()
                .orElseThrow();
        assertThat(items.open())
                .containsExactly(
                        new FigureItems.Open("R-1", usd("17.5"), 95), new FigureItems.Open("R-2", usd("20"), 1));
        assertThat(items.onAccount())
                .containsExactly(
                        new FigureItems.OnAccount("N-1", usd("2.5"), false),
                        new FigureItems.OnAccount("P-1", usd("5"), true));
        assertThat(items.due()).containsExactly(new FigureItems.Due("R-3", usd("75"), usd("25"), usd("50")));
        assertThat(items.settled()).isEqualTo(ITEMS.settled());
        assertThat(items.issued()).containsExactly(new FigureItems.Issued("R-4", usd("100"), usd("12.5")));
        assertThat(items.outstanding()).isEqualTo(ITEMS.outstanding());
        assertThat(items.received()).containsExactly(new FigureItems.Received("P-2", usd("62.5"), usd("2.5")));
        assertThat(items.openingReceivables()).containsExactly(new FigureItems.Item("R-1", usd("27.5")));
        assertThat(items.billed()).containsExactly(new FigureItems.Item("R-5", usd("42.5")));
        assertThat(items.creditNotes()).containsExactly(new FigureItems.Item("N-2", usd("45")));
        assertThat(items.collected()).containsExactly(new FigureItems.Item("R-6", usd("40")));
        assertThat(items.refunds()).containsExactly(new FigureItems.Item("N-3", usd("47.5")));
        assertThat(items.writeOffs()).containsExactly(new FigureItems.Item("R-7", usd("50")));
        assertThat(items.recoveries()).containsExactly(new FigureItems.Item("R-8", usd("52.5")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures("1").build().times(BigDecimal.ZERO))
                .withMessage("factor must be more than 0, but was 0");
    }

    @Test
    void eachFigureMakesOtherFigures() {
        CollectionFigures figures = figures("1").build();
        assertThat(figures("1").build()).isEqualTo(figures).hasSameHashCodeAs(figures);
        Amount other = usd("99");
        List<UnaryOperator<CollectionFigures.Builder>> changes = List.of(
                changed -> changed.period(ServicePeriod.of(YearMonth.of(2026, 4))),
                changed -> changed.openingReceivables(other),
                changed -> changed.earlierReceivables(List.of()),
                changed -> changed.sales(SalesPeriod.of(30, other)),
                changed -> changed.overdue(usd("14"), usd("15")),
                changed -> changed.overdueItems(1, 2),
                changed -> changed.daysLate(5, 1),
                changed -> changed.items(ITEMS));
        assertThat(changes)
                .allSatisfy(
                        change -> assertThat(change.apply(figures("1")).build()).isNotEqualTo(figures));
        assertThat(figures.toString()).isEqualTo("figures of [2026-03-01, 2026-04-01)");
    }

    /** As many are part as there are at most, and none is fewer than none; the builder names what was given to it. */
    @Test
    void countsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareOf<>(-1L, 5L))
                .withMessage("part must be between 0 and 5, but was -1");
        assertThat(new ShareOf<>(0L, 0L).whole()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().overdueItems(0, -1))
                .withMessage("open must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().disputedInvoices(-1, 2))
                .withMessage("inDispute must be between 0 and 2, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().disputedInvoices(3, 2))
                .withMessage("inDispute must be between 0 and 2, but was 3");
    }

    /** Without invoices there are no days, and with some there may be none. */
    @Test
    void daysLateThatCannotBeAreRefused() {
        assertThat(new DaysLate(0, 0).invoices()).isZero();
        assertThat(new DaysLate(0, 3).days()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DaysLate(-1, 1))
                .withMessage("days must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DaysLate(0, -1))
                .withMessage("invoices must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DaysLate(5, 0))
                .withMessage("days must be 0 without invoices, but was 5");
    }

    /** Dollars and euros, in each place where several amounts stand. */
    @Test
    void amountsInTwoCurrenciesAreRefused() {
        Amount euro = Amount.of("1", "EUR");
        for (CollectionFigures.Builder mixed : List.of(
                CollectionFigures.builder().sales(SalesPeriod.of(28, usd("1"))).sales(SalesPeriod.of(31, euro)),
                CollectionFigures.builder().earlierReceivables(List.of(usd("1"), euro)),
                CollectionFigures.builder().collected(usd("1")).refunds(euro),
                CollectionFigures.builder().disputed(usd("1"), euro))) {
            assertThatExceptionOfType(CurrencyMismatchException.class)
                    .isThrownBy(mixed::build)
                    .withMessage("figures must be in USD, but was EUR");
        }
    }

    /** What is over 90 days is compared with what is past due where both are there. */
    @Test
    void whatIsOverNinetyDaysMayStandAlone() {
        assertThat(CollectionFigures.builder().overNinetyDays(usd("7")).build().overNinetyDays())
                .contains(usd("7"));
    }
}
