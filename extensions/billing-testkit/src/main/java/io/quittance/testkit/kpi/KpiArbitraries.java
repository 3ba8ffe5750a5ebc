package io.quittance.testkit.kpi;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.SalesPeriod;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Figures that find mistakes: each of them lacks now and then; amounts are nothing, one minor unit, large, and below nothing where
 * they can be; parts are none or all of their whole; whole numbers of things are zero.
 */
public final class KpiArbitraries {
    private static final int WHOLE = 1000;

    private KpiArbitraries() {}

    /** Figures of collection, in currencies with 0, 2 and 3 decimal places; parts are at most their whole. */
    public static Arbitrary<CollectionFigures> collectionFigures() {
        Arbitrary<CurrencyUnit> currency = Arbitraries.frequency(
                        Tuple.of(6, "EUR"), Tuple.of(1, "JPY"), Tuple.of(1, "KWD"))
                .map(code -> Currencies.of(code, "currency"));
        Arbitrary<Balances> balances = Combinators.combine(
                        signed().optional(), signed().optional(), amounts().optional())
                .as(Balances::new);
        return Combinators.combine(
                        currency,
                        periods(),
                        balances,
                        sales().list().ofMaxSize(4),
                        parts().list().ofSize(3),
                        parts().list().ofSize(3),
                        Arbitraries.longs().between(0, 400))
                .as(KpiArbitraries::collectionFigures)
                .withoutEdgeCases();
    }

    private static CollectionFigures collectionFigures(
            CurrencyUnit currency,
            Optional<ServicePeriod> period,
            Balances balances,
            List<Sold> sales,
            List<Optional<Part>> amounts,
            List<Optional<Part>> counts,
            long daysLate) {
        CollectionFigures.Builder figures = CollectionFigures.builder();
        period.ifPresent(figures::period);
        balances.opening.map(minor -> Amount.ofMinor(minor, currency)).ifPresent(figures::openingReceivables);
        balances.closing.map(minor -> Amount.ofMinor(minor, currency)).ifPresent(figures::closingReceivables);
        balances.collected.map(minor -> Amount.ofMinor(minor, currency)).ifPresent(figures::collected);
        sales.forEach(sold -> figures.sales(sold.in(currency)));
        amounts.get(0).ifPresent(part -> figures.overdue(part.ofAll(currency), part.all(currency)));
        amounts.get(1).ifPresent(part -> figures.disputed(part.ofAll(currency), part.all(currency)));
        amounts.get(2)
                .ifPresent(part ->
                        figures.dueCohort(part.all(currency), part.half().ofAll(currency), part.ofAll(currency)));
        counts.get(0).ifPresent(part -> figures.overdueItems(part.ofAll(), part.whole));
        counts.get(1).ifPresent(part -> figures.disputedInvoices(part.ofAll(), part.whole));
        counts.get(2).ifPresent(part -> figures.daysLate(part.whole == 0 ? 0 : daysLate, part.whole));
        return figures.build();
    }

    /** Figures of billing. */
    public static Arbitrary<BillingFigures> billingFigures() {
        return Combinators.combine(periods(), parts(), parts())
                .as((period, wrong, onTime) -> {
                    BillingFigures figures = BillingFigures.empty();
                    figures = period.map(figures::forPeriod).orElse(figures);
                    figures = with(figures, wrong, true);
                    return with(figures, onTime, false);
                })
                .withoutEdgeCases();
    }

    private static BillingFigures with(BillingFigures figures, Optional<Part> part, boolean checked) {
        if (part.isEmpty()) {
            return figures;
        }
        long whole = part.get().whole;
        return checked
                ? figures.withChecked(part.get().ofAll(), whole)
                : figures.withSent(part.get().ofAll(), whole);
    }

    /**
     * The same figures, each amount so many times as much; what is counted stays.
     *
     * @param factor 1 or more
     */
    public static CollectionFigures scaled(CollectionFigures figures, int factor) {
        return figures.times(BigDecimal.valueOf(factor));
    }

    private static Arbitrary<Optional<ServicePeriod>> periods() {
        return Arbitraries.integers()
                .between(0, 47)
                .map(after -> ServicePeriod.of(YearMonth.of(2024, 1).plusMonths(after)))
                .optional();
    }

    /** In minor units, zero or more. */
    private static Arbitrary<Long> amounts() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.just(1L)),
                Tuple.of(6, Arbitraries.longs().between(1, 100_000)),
                Tuple.of(1, Arbitraries.longs().between(1, 100_000_000_000_000L)));
    }

    /** In minor units, now and then below zero. */
    private static Arbitrary<Long> signed() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, amounts()), Tuple.of(1, Arbitraries.longs().between(-100_000, -1)));
    }

    private static Arbitrary<Sold> sales() {
        Arbitrary<String> days = Arbitraries.of("30", "28", "31", "30.5", "1", "360");
        return Combinators.combine(days.map(BigDecimal::new), signed()).as(Sold::new);
    }

    private static Arbitrary<Optional<Part>> parts() {
        Arbitrary<Integer> thousandths = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.just(WHOLE)),
                Tuple.of(3, Arbitraries.integers().between(0, WHOLE)));
        return Combinators.combine(amounts(), thousandths).as(Part::new).optional();
    }

    private record Balances(Optional<Long> opening, Optional<Long> closing, Optional<Long> collected) {}

    private record Sold(BigDecimal days, long minor) {
        SalesPeriod in(CurrencyUnit currency) {
            return SalesPeriod.of(days, Amount.ofMinor(minor, currency));
        }
    }

    /** So many thousandths of a whole, rounded down. */
    private record Part(long whole, int thousandths) {
        long ofAll() {
            return whole / WHOLE * thousandths + whole % WHOLE * thousandths / WHOLE;
        }

        Amount ofAll(CurrencyUnit currency) {
            return Amount.ofMinor(ofAll(), currency);
        }

        Amount all(CurrencyUnit currency) {
            return Amount.ofMinor(whole, currency);
        }

        Part half() {
            return new Part(whole, thousandths / 2);
        }
    }
}
