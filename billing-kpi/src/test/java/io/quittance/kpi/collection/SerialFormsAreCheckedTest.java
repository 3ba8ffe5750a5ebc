package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody can build is refused where it is read back. */
class SerialFormsAreCheckedTest {

    @Test
    void recoveriesAreNotNegative() throws Exception {
        var figures = CollectionFigures.builder().recoveries(usd("5")).build();
        set(figures, "amounts", new EnumMap<>(Map.of(MoneyFigure.RECOVERIES, usd("-5"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(figures))
                .withMessage("recoveries must not be negative, but was USD -5.00");
    }

    @Test
    void customersAreNotNegative() throws Exception {
        var kpi = Concentration.top(3);
        set(kpi, "top", -1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(kpi))
                .withMessage("customers must not be negative, but was -1");
    }

    @Test
    void onlyMethodsOfPeriodsAndBalancesHaveSome() throws Exception {
        var ofPeriods = DaysSalesOutstanding.simple();
        set(ofPeriods, "periods", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(ofPeriods))
                .withMessage("periods must be 1 or more, but was 1");
        var ofBalances = DaysSalesOutstanding.rolling(2);
        set(ofBalances, "balances", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(ofBalances))
                .withMessage("balances must be 1 or more, but was 1");
    }

    /** 5 in January and less than nothing in February; and one month too many. */
    @Test
    void totalsAreThereForEachMonthAndNotNegative() throws Exception {
        var columns = ColumnFigures.of(usd("0").getCurrency(), YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        int[] first = {(int) YearMonth.of(2026, 1).atDay(1).toEpochDay()};
        MonthlyTotals negative = columns.totals(first, first, first, new long[] {5});
        assertThat(((MonthlyTotals) copy(negative)).figures()).isEqualTo(negative.figures());
        negative.issued[2] = -3;
        assertRefused(negative);
        MonthlyTotals tooMany = columns.totals(first, first, first, new long[] {5});
        set(tooMany, "issued", new long[5]);
        assertRefused(tooMany);
    }

    private static void assertRefused(MonthlyTotals totals) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(totals))
                .withMessageStartingWith("totals must be 0 or more for each month, and not too large together");
    }

    private static void set(Object value, String name, Object part) throws ReflectiveOperationException {
        Field field = value.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(value, part);
    }

    private static Object copy(Object value) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
