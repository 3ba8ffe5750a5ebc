package io.quittance.kpi.trend;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** Results for tests of trends. */
final class Given {
    static final KpiDefinition SHARE =
            KpiDefinition.of("overdue.amount", "Overdue", KpiUnit.PERCENT, Direction.LOWER, "past due / open × 100");
    static final KpiDefinition RATE = KpiDefinition.of(
            "collection-rate.gross", "Collected", KpiUnit.PERCENT, Direction.HIGHER, "collected / invoiced × 100");
    static final KpiDefinition OWED =
            KpiDefinition.of("owed", "Owed", KpiUnit.MONEY, Direction.LOWER, "what is owed at the end");
    static final KpiDefinition BILLED =
            KpiDefinition.of("billed", "Billed", KpiUnit.MONEY, Direction.INFORMATIONAL, "what was billed");
    static final KpiDefinition DAYS =
            KpiDefinition.of("days.median", "Days", KpiUnit.DAYS, Direction.LOWER, "median of days");

    private Given() {}

    static ServicePeriod month(int month) {
        return ServicePeriod.of(YearMonth.of(2026, 1).plusMonths(month - 1L));
    }

    static Fraction exact(String number) {
        return Fraction.of(new BigDecimal(number));
    }

    /** A share of a month, in percent; undefined, {@code NO_OPEN_ITEMS}, where nothing is open. */
    static KpiResult share(int month, long part, long whole, KpiItem... items) {
        return quotient(SHARE, month, part, whole, 100, items);
    }

    static KpiResult rate(int month, long part, long whole) {
        return quotient(RATE, month, part, whole, 100);
    }

    static KpiResult quotient(
            KpiDefinition definition, int month, long above, long below, long factor, KpiItem... items) {
        return KpiBasis.of(definition)
                .period(month(month))
                .currency("EUR")
                .items(Arrays.asList(items))
                .quotient(
                        Fraction.of(above),
                        Fraction.of(below),
                        Fraction.of(factor),
                        "NO_OPEN_ITEMS",
                        "nothing is open");
    }

    static KpiResult sum(KpiDefinition definition, int month, long amount, KpiItem... items) {
        return KpiBasis.of(definition)
                .period(month(month))
                .currency("EUR")
                .items(Arrays.asList(items))
                .numerator(Fraction.of(amount))
                .measured(Fraction.of(amount));
    }

    /** A value that is no quotient of totals. */
    static KpiResult days(int month, String days) {
        return KpiBasis.of(DAYS).period(month(month)).measured(exact(days));
    }

    static KpiResult none(KpiDefinition definition, int month) {
        return KpiBasis.of(definition).period(month(month)).missing("overdue");
    }

    static KpiItem item(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator), Fraction.of(denominator));
    }

    static KpiSeries series(KpiResult... results) {
        return KpiSeries.of(List.of(results));
    }

    static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    /** Half up to six decimals; empty without a value. */
    static String six(KpiResult result) {
        return result.rounded(Rounding.halfUp(6)).map(BigDecimal::toPlainString).orElse("");
    }

    static String six(Fraction number) {
        return number.round(Rounding.halfUp(6)).toPlainString();
    }

    static Object shipped(Object value) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
