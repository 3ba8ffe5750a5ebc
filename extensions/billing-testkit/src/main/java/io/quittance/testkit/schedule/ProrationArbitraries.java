package io.quittance.testkit.schedule;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Periods and prices that find mistakes: months of 28 to 31 days, from and to the last day of a month, single days, years with and
 * without a leap day, days on which clocks change; all of a period, its first day, its last days, and some in between; prices of
 * nothing, of one minor unit, large and negative.
 */
public final class ProrationArbitraries {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int LONGEST = 800;

    private ProrationArbitraries() {}

    /** Months, quarters and years from any day of 2024 to 2027, or any number of days up to two years. */
    public static Arbitrary<ServicePeriod> periods() {
        Arbitrary<ServicePeriod> byMonths = Combinators.combine(starts(), Arbitraries.of(1, 1, 3, 12))
                .as((start, months) -> new ServicePeriod(start, start.plusMonths(months)));
        Arbitrary<ServicePeriod> byDays = Combinators.combine(
                        starts(), Arbitraries.integers().between(1, LONGEST))
                .as((start, days) -> new ServicePeriod(start, start.plusDays(days)));
        return Arbitraries.frequencyOf(Tuple.of(2, byMonths), Tuple.of(1, byDays));
    }

    /** Months of the calendar from their first to their last day, of 2024 to 2027. */
    public static Arbitrary<ServicePeriod> months() {
        return Arbitraries.integers().between(0, 47).map(after -> {
            LocalDate start = FIRST.plusMonths(after);
            return new ServicePeriod(start, start.plusMonths(1));
        });
    }

    private static Arbitrary<LocalDate> starts() {
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 47);
        Arbitrary<LocalDate> first = months.map(FIRST::plusMonths);
        Arbitrary<LocalDate> last =
                months.map(after -> FIRST.plusMonths(after + 1).minusDays(1));
        Arbitrary<LocalDate> any = Arbitraries.integers().between(0, 1460).map(FIRST::plusDays);
        return Arbitraries.frequencyOf(Tuple.of(2, first), Tuple.of(1, last), Tuple.of(2, any));
    }

    /** Days within these periods: often from the first day, often to the last, so that all of them come too. */
    public static Arbitrary<Served> served(Arbitrary<ServicePeriod> periods) {
        Arbitrary<Integer> from = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(2, Arbitraries.integers().between(0, 40)),
                Tuple.of(1, Arbitraries.integers().between(0, LONGEST)));
        Arbitrary<Integer> more = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(0, 40)),
                Tuple.of(1, Arbitraries.integers().between(0, LONGEST)),
                Tuple.of(1, Arbitraries.just(LONGEST)));
        return Combinators.combine(periods, from, more)
                .as((period, first, days) -> new Served(within(period, first, days), period))
                .withoutEdgeCases();
    }

    /** From so many days after the first of the period on, or its last day, and so many more as there are. */
    private static ServicePeriod within(ServicePeriod period, int from, int more) {
        LocalDate start = earlier(period.start().plusDays(from), period.lastDay());
        return new ServicePeriod(start, earlier(start.plusDays(1L + more), period.end()));
    }

    /** Days within the service, rising, so many days after its first each, those that lie in it. */
    public static List<LocalDate> cuts(ServicePeriod service, Set<Integer> after) {
        return after.stream()
                .sorted()
                .map(days -> service.start().plusDays(days))
                .filter(day -> day.isAfter(service.start()) && day.isBefore(service.end()))
                .toList();
    }

    /** Prices in currencies with 0, 2 and 3 decimal places, rounded up, down and to the nearest, as countries do. */
    public static Arbitrary<Price> prices() {
        Arbitrary<Long> money = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(2, Arbitraries.longs().between(1, 3)),
                Tuple.of(5, Arbitraries.longs().between(1, 20_000)),
                Tuple.of(1, Arbitraries.longs().between(Long.MAX_VALUE - 3, Long.MAX_VALUE)),
                Tuple.of(2, Arbitraries.longs().between(-20_000, -1)));
        Arbitrary<CurrencyUnit> currency = Arbitraries.frequency(
                        Tuple.of(6, "EUR"), Tuple.of(1, "JPY"), Tuple.of(1, "KWD"))
                .map(code -> Currencies.of(code, "currency"));
        Arbitrary<RoundingMode> mode = Arbitraries.of(
                RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP, RoundingMode.CEILING);
        return Combinators.combine(money, currency, mode)
                .as((amount, unit, rounded) ->
                        new Price(Amount.ofMinor(amount, unit), Rounding.toMinorUnit(unit, rounded)))
                .withoutEdgeCases();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
