package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.ServicePeriod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Figures are compared by what they say, can be shipped, and tell what they are. */
class FiguresAreValuesTest {
    private static final AllowanceFigures ALLOWANCE = AllowanceFigures.of(usd("75"), usd("85"), usd("5"));
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2024, 12);

    /** Each differs from the others in one thing at least, and those of a kind in one thing only. */
    private static Map<Object, String> figures() {
        var words = new LinkedHashMap<Object, String>();
        words.put(CollectionFigures.builder().build(), "figures");
        words.put(
                CollectionFigures.builder()
                        .period(ServicePeriod.of("2026-03-01", "2026-04-01"))
                        .build(),
                "figures of [2026-03-01, 2026-04-01)");
        words.put(CollectionFigures.builder().collected(usd("1")).build(), "figures");
        words.put(ALLOWANCE, "allowance of USD 75.00");
        words.put(AllowanceFigures.of(usd("74"), usd("85"), usd("5")), "allowance of USD 74.00");
        words.put(AllowanceFigures.of(usd("75"), usd("84"), usd("5")), "allowance of USD 75.00");
        words.put(AllowanceFigures.of(usd("75"), usd("85"), usd("4")), "allowance of USD 75.00");
        words.put(ALLOWANCE.withRequired(usd("73")), "allowance of USD 75.00");
        words.put(ALLOWANCE.withPeriod(ServicePeriod.of(JANUARY)), "allowance of USD 75.00");
        words.put(ALLOWANCE.withSales(usd("100"), new BigDecimal("0.8")), "allowance of USD 75.00");
        words.put(origin("500", "40", "400"), "USD 40.00 open of sales of USD 500.00");
        words.put(origin("501", "40", "400"), "USD 40.00 open of sales of USD 501.00");
        words.put(origin("500", "41", "400"), "USD 41.00 open of sales of USD 500.00");
        words.put(origin("500", "40", "401"), "USD 40.00 open of sales of USD 500.00");
        words.put(
                OriginMonth.of(SalesPeriod.of(31, usd("500")), List.of(new OriginMonth.Invoice("R-1", usd("40"), 10))),
                "USD 40.00 open of sales of USD 500.00");
        words.put(columns("USD", JANUARY, DECEMBER), "figures in USD from 2024-01 to 2024-12");
        words.put(columns("EUR", JANUARY, DECEMBER), "figures in EUR from 2024-01 to 2024-12");
        words.put(columns("USD", JANUARY.plusMonths(1), DECEMBER), "figures in USD from 2024-02 to 2024-12");
        words.put(columns("USD", JANUARY, DECEMBER.minusMonths(1)), "figures in USD from 2024-01 to 2024-11");
        return words;
    }

    private static OriginMonth origin(String sold, String open, String openDays) {
        return OriginMonth.of(SalesPeriod.of(31, usd(sold)), usd(open), usd(openDays));
    }

    private static ColumnFigures columns(String currency, YearMonth first, YearMonth last) {
        return ColumnFigures.of(Monetary.getCurrency(currency), first, last);
    }

    @Test
    void surviveTheSerialForm() throws Exception {
        for (Map.Entry<Object, String> each : figures().entrySet()) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(each.getKey());
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertThat(in.readObject())
                        .isEqualTo(each.getKey())
                        .hasSameHashCodeAs(each.getKey())
                        .hasToString(each.getValue());
            }
        }
    }

    @Test
    void noTwoAreEqual() {
        var all = figures().keySet().stream().toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
                assertThat(all.get(i).equals(all.get(j))).as("%s and %s", i, j).isEqualTo(i == j);
            }
        }
    }

    /** What an allowance was told of, so that a report can show its parts. */
    @Test
    void allowancesTellTheirParts() {
        assertThat(ALLOWANCE.opening()).isEqualTo(usd("75"));
        assertThat(ALLOWANCE.writeOffs()).isEqualTo(usd("85"));
        assertThat(ALLOWANCE.recoveries()).isEqualTo(usd("5"));
        assertThat(ALLOWANCE.period()).isEmpty();
        assertThat(ALLOWANCE.required()).isEmpty();
        assertThat(ALLOWANCE.ofSales()).isEmpty();
        AllowanceFigures more = ALLOWANCE
                .withPeriod(ServicePeriod.of(JANUARY))
                .withRequired(usd("73"))
                .withSales(usd("100"), new BigDecimal("0.80"));
        assertThat(more.period()).contains(ServicePeriod.of(JANUARY));
        assertThat(more.required()).contains(usd("73"));
        assertThat(more.ofSales()).contains(new AllowanceFigures.SalesShare(usd("100"), new BigDecimal("0.8")));
    }
}
