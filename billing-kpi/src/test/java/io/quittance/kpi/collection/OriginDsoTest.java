package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class OriginDsoTest {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");

    /** The figures of the Javadoc: 40.00 of 500.00 of January since 38 days, 300.00 of 600.00 of February since 10. */
    private static final OriginFigures FIGURES = figures(
            month(JANUARY, "500", "40", "1520"), // 40 × 38
            month(FEBRUARY, "600", "300", "3000")); // 300 × 10

    @Test
    void comparesWhatIsOpenWithTheSalesOfItsMonth() {
        // 1520 / 500 + 3000 / 600
        assertThat(OriginDso.byInvoice().compute(FIGURES).value()).contains(Fraction.of(804, 100));
        assertThat(OriginDso.byMonth().compute(FIGURES).value()).contains(Fraction.of(1648, 100));
        KpiResult one = OriginDso.byInvoice().compute(figures(month(JANUARY, "500", "40", "400")));
        assertThat(one.value()).contains(Fraction.of(8, 10));
        assertThat(one.basis().count()).contains(1L);
        assertThat(one.basis().currency()).contains("USD");
    }

    /** 30.00 since 38 days and 10.00 since 20 of 500.00 are 2.28 and 0.4 days, and by month 30 / 500 × 31 and 10 / 500 × 31; those of a month without sales add none. */
    @Test
    void namesTheInvoicesThatAreOpen() {
        var named = OriginMonth.of(
                SalesPeriod.of(JANUARY, usd("500")), List.of(invoice("R-2", "10", 20), invoice("R-1", "30", 38)));
        assertThat(named.open()).isEqualTo(usd("40"));
        assertThat(named.openDays()).isEqualTo(usd("1340"));
        assertThat(named.invoices()).hasSize(2);
        var noSales = OriginMonth.of(SalesPeriod.of(FEBRUARY, usd("-1")), List.of(invoice("R-3", "7", 5)));
        OriginFigures figures = figures(named, noSales);
        assertThat(items(OriginDso.byInvoice(), figures))
                .containsExactly(item("R-1", Fraction.of(228, 100)), item("R-2", Fraction.of(4, 10)));
        assertThat(items(OriginDso.byMonth(), figures))
                .containsExactly(item("R-1", Fraction.of(186, 100)), item("R-2", Fraction.of(62, 100)));
        assertThat(items(OriginDso.byMonthOf30Days(), figures))
                .containsExactly(item("R-1", Fraction.of(18, 10)), item("R-2", Fraction.of(6, 10)));
        assertThat(OriginDso.byMonth().compute(figures).value()).contains(Fraction.of(248, 100));
        assertThat(named)
                .isEqualTo(OriginMonth.of(named.sales(), named.invoices()))
                .hasSameHashCodeAs(OriginMonth.of(named.sales(), named.invoices()))
                .isNotEqualTo(OriginMonth.of(named.sales(), usd("40"), usd("1340")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> OriginMonth.of(
                        named.sales(), List.of(new OriginMonth.Invoice("R-1", Amount.of("1", "EUR"), 1))))
                .withMessage("invoices[0] must be in USD, but was EUR");
    }

    private static OriginMonth.Invoice invoice(String id, String open, long days) {
        return new OriginMonth.Invoice(id, usd(open), days);
    }

    private static List<KpiItem> items(OriginDso kpi, OriginFigures figures) {
        return kpi.compute(figures).basis().items();
    }

    private static KpiItem item(String id, Fraction days) {
        return new KpiItem(id, days, Fraction.ZERO);
    }

    @Test
    void leavesOutAMonthWithoutSales() {
        KpiResult result = OriginDso.byMonth()
                .compute(figures(month(JANUARY, "500", "40", "1520"), month(FEBRUARY, "-20", "10", "100")));
        assertThat(result.value()).contains(Fraction.of(248, 100));
        assertThat(result.basis().exclusions()).containsExactly("NO_SALES_OF_MONTH");
        assertThat(OriginDso.byMonth()
                        .compute(figures(month(JANUARY, "500", "0", "0")))
                        .value())
                .contains(Fraction.ZERO);
    }

    @Test
    void isUndefinedWithoutAnyMonthOfSales() {
        KpiResult none = OriginDso.byInvoice().compute(figures(month(JANUARY, "0", "40", "400")));
        assertThat(none.<String>match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason()))
                .isEqualTo("NO_SALES: no month of which something is open had credit sales");
    }

    /** Months of which nothing is open may be left out: it makes no difference. */
    @Test
    void nothingOpenIsNoDay() {
        assertThat(OriginDso.byInvoice().compute(figures()).value()).contains(Fraction.ZERO);
        assertThat(OriginDso.byMonth()
                        .compute(figures(month(JANUARY, "500", "0", "0")))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(OriginDso.byMonth()
                        .compute(figures(month(JANUARY, "0", "0", "0")))
                        .value())
                .contains(Fraction.ZERO);
    }

    @Test
    void refusesTwoCurrencies() {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> OriginMonth.of(SalesPeriod.of(JANUARY, usd("1")), Amount.of("1", "EUR"), usd("1")));
        OriginMonth euros = OriginMonth.of(
                SalesPeriod.of(JANUARY, Amount.of("1", "EUR")), Amount.of("1", "EUR"), Amount.of("1", "EUR"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> figures(month(JANUARY, "1", "1", "1"), euros));
    }

    /** A month of the same length, sold evenly, of which everything is open, counts all its days. */
    @Property
    void aMonthOfWhichAllIsOpenCountsItsDays(@ForAll @LongRange(min = 1, max = 1_000_000) long sold) {
        Amount amount = Amount.ofMinor(sold, usd("1").getCurrency());
        OriginFigures figures = figures(OriginMonth.of(SalesPeriod.of(JANUARY, amount), amount, usd("0")));
        assertThat(OriginDso.byMonth().compute(figures).value()).contains(Fraction.of(31));
    }

    private static OriginFigures figures(OriginMonth... months) {
        return new OriginFigures(FEBRUARY, List.of(months));
    }

    private static OriginMonth month(ServicePeriod month, String sold, String open, String openDays) {
        return OriginMonth.of(SalesPeriod.of(month, usd(sold)), usd(open), usd(openDays));
    }

    private static Amount usd(String amount) {
        return Amount.of(amount, "USD");
    }

    /** Each month of 1 open since 10 days and sales of another prime: the exact sum of 400 has too many digits. Each is 10 over its sales. */
    @Test
    void hasAValueForAnyNumberOfMonths() {
        var months = new ArrayList<OriginMonth>();
        BigDecimal expected = BigDecimal.ZERO;
        BigInteger sold = BigInteger.valueOf(5_000_000);
        for (int i = 0; i < 400; i++) {
            sold = sold.nextProbablePrime();
            months.add(month(JANUARY, sold.toString(), "1", "10"));
            expected = expected.add(BigDecimal.TEN.divide(new BigDecimal(sold), 18, RoundingMode.HALF_UP));
        }
        KpiResult result = OriginDso.byInvoice().compute(new OriginFigures(FEBRUARY, months));
        assertThat(result.value()).contains(Fraction.of(expected));
        assertThat(result.basis().notes()).containsExactly("ROUNDED_BY_MONTH");
        Collections.reverse(months);
        assertThat(OriginDso.byInvoice().compute(new OriginFigures(FEBRUARY, months)))
                .isEqualTo(result);
    }

    /** 40 / 500 × 30 + 300 / 600 × 30. */
    @Test
    void monthsOf30Days() {
        assertThat(OriginDso.byMonthOf30Days().compute(FIGURES).value()).contains(Fraction.of(174, 10));
    }

    @Test
    void refusesAnInvoiceOfTwoMonths() {
        var invoice = new OriginMonth.Invoice("R-1", Amount.of("40.00", "EUR"), 10);
        var january = OriginMonth.of(SalesPeriod.of(31, Amount.of("500.00", "EUR")), List.of(invoice));
        var february = OriginMonth.of(SalesPeriod.of(28, Amount.of("600.00", "EUR")), List.of(invoice));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new OriginFigures(ServicePeriod.of("2026-02-01", "2026-03-01"), List.of(january, february)))
                .withMessage("months must name each invoice once, but was R-1");
    }

    /** Of a month without sales nothing is left out where nothing is open of it. */
    @Test
    void aMonthOfWhichNothingIsOpenIsNotLeftOut() {
        KpiResult result = OriginDso.byMonth()
                .compute(figures(month(JANUARY, "500", "40", "1520"), month(FEBRUARY, "0", "0", "0")));
        assertThat(result.basis().exclusions()).isEmpty();
        assertThat(result.basis().count()).contains(1L);
    }

    /**
     * Of each of 200 sales of 36 digits, 1 and all the rest are open of two months: the two are whole days together, so that the sum is exact where they stand side by side, and has too many digits where all
     * the ones stand first. Either order has the same result.
     */
    @Test
    void theOrderOfMonthsDecidesNothing() {
        var small = new ArrayList<OriginMonth>();
        var large = new ArrayList<OriginMonth>();
        BigInteger sold = BigInteger.TEN.pow(35);
        for (int i = 0; i < 200; i++) {
            sold = sold.nextProbablePrime();
            small.add(month(JANUARY, sold.toString(), "0", "1"));
            large.add(month(
                    JANUARY, sold.toString(), "0", sold.subtract(BigInteger.ONE).toString()));
        }
        var apart = new ArrayList<OriginMonth>(small);
        apart.addAll(large);
        var together = new ArrayList<OriginMonth>();
        for (int i = 0; i < small.size(); i++) {
            together.add(small.get(i));
            together.add(large.get(i));
        }
        assertThat(OriginDso.byInvoice().compute(new OriginFigures(FEBRUARY, together)))
                .isEqualTo(OriginDso.byInvoice().compute(new OriginFigures(FEBRUARY, apart)));
    }
}
