package io.quittance.benchmarks.w5;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user writes for days sales outstanding: streams of decimals, grouped by month. */
final class SalesStreams {
    private SalesStreams() {}

    static long dso(Stream<DecimalLoops.Item> sold, Stream<DecimalLoops.Item> settled) {
        Map<YearMonth, BigDecimal> sales = byMonth(sold, DecimalLoops.Item::invoiced);
        Map<YearMonth, BigDecimal> payments = byMonth(settled, DecimalLoops.Item::paidOn);
        BigDecimal open = BigDecimal.ZERO;
        long sum = 17;
        var months = new ArrayList<YearMonth>();
        for (YearMonth month = MonthEnds.FIRST; !month.isAfter(MonthEnds.LAST); month = month.plusMonths(1)) {
            months.add(month);
            BigDecimal sale = of(sales, month);
            open = open.add(sale).subtract(of(payments, month));
            BigDecimal simple =
                    open.multiply(BigDecimal.valueOf(month.lengthOfMonth())).divide(sale, 2, RoundingMode.HALF_UP);
            sum = MonthEnds.next(sum, hundredths(simple), hundredths(countback(open, sales, months)));
        }
        return sum;
    }

    private static Map<YearMonth, BigDecimal> byMonth(
            Stream<DecimalLoops.Item> items, Function<DecimalLoops.Item, @Nullable LocalDate> day) {
        return items.filter(item -> day.apply(item) != null)
                .collect(Collectors.groupingBy(
                        item -> YearMonth.from(Objects.requireNonNull(day.apply(item))),
                        Collectors.reducing(BigDecimal.ZERO, DecimalLoops.Item::amount, BigDecimal::add)));
    }

    private static BigDecimal of(Map<YearMonth, BigDecimal> sums, YearMonth month) {
        return sums.getOrDefault(month, BigDecimal.ZERO);
    }

    private static BigDecimal countback(BigDecimal open, Map<YearMonth, BigDecimal> sales, List<YearMonth> months) {
        BigDecimal rest = open;
        BigDecimal days = BigDecimal.ZERO;
        for (int i = months.size() - 1; i >= 0; i--) {
            BigDecimal sale = of(sales, months.get(i));
            BigDecimal length = BigDecimal.valueOf(months.get(i).lengthOfMonth());
            if (rest.compareTo(sale) < 0) {
                return days.add(rest.multiply(length).divide(sale, 2, RoundingMode.HALF_UP));
            }
            rest = rest.subtract(sale);
            days = days.add(length);
        }
        return days;
    }

    private static long hundredths(BigDecimal days) {
        return days.movePointRight(2).longValueExact();
    }
}
