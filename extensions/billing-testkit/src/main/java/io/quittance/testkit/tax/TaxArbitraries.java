package io.quittance.testkit.tax;

import io.quittance.core.contract.Charge;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.SellerId;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxRate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Documents and supplies that find mistakes. Documents: none and many amounts, of nothing, of one minor unit, large and negative,
 * with and without the tax, at rates that leave half a cent, thirds of one, or nothing. Supplies: months, years and single days
 * around the turns of months and years, with and without a seller and what is agreed.
 */
public final class TaxArbitraries {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final int MONTHS = 120;

    private TaxArbitraries() {}

    /** Of EUR mostly, and of JPY and KWD, which have 0 and 3 decimal places. */
    public static Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.frequency(Tuple.of(6, "EUR"), Tuple.of(1, "JPY"), Tuple.of(1, "KWD"))
                .map(code -> Currencies.of(code, "currency"));
    }

    /** Any of these currencies, by their codes of ISO 4217. */
    public static Arbitrary<CurrencyUnit> currencies(String... codes) {
        return Arbitraries.of(codes).map(code -> Currencies.of(code, "currency"));
    }

    /** Up to four groups of up to six amounts, each document in one of these currencies. */
    public static Arbitrary<TaxedDocument> documents(Arbitrary<CurrencyUnit> currencies) {
        return Combinators.combine(currencies, group().list().ofMaxSize(4), Arbitraries.of(false, false, true))
                .as((unit, groups, withTax) -> new TaxedDocument(
                        groups.stream().map(group -> group.taxed(unit, withTax)).toList(), unit))
                .withoutEdgeCases();
    }

    private static Arbitrary<Group> group() {
        Arbitrary<String> rates =
                Arbitraries.of("19", "0", "1", "5", "5.5", "7", "8.875", "10", "20", "33.3", "50", "100");
        return Combinators.combine(rates, money().list().ofMinSize(1).ofMaxSize(6))
                .as(Group::new);
    }

    /** In minor units. */
    private static Arbitrary<Long> money() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(2, Arbitraries.longs().between(1, 3)),
                Tuple.of(6, Arbitraries.longs().between(1, 20_000)),
                Tuple.of(1, Arbitraries.longs().between(Long.MAX_VALUE - 3, Long.MAX_VALUE)),
                Tuple.of(3, Arbitraries.longs().between(-20_000, -1)));
    }

    private record Group(String rate, List<Long> amounts) {
        TaxedGroup taxed(CurrencyUnit currency, boolean withTax) {
            return new TaxedGroup(
                    TaxRate.of(rate),
                    amounts.stream()
                            .map(minor -> Amount.ofMinor(minor, currency))
                            .toList(),
                    withTax);
        }
    }

    /**
     * Lines of contracts of any of these customers.
     *
     * @param charges the ids of what is charged
     */
    public static Arbitrary<TaxableSupply> supplies(Arbitrary<CustomerId> customers, Arbitrary<ChargeId> charges) {
        return Combinators.combine(
                        customers, charges, days(), Arbitraries.of("S-1", "S-2", ""), Arbitraries.of(true, false))
                .as(TaxArbitraries::supply)
                .withoutEdgeCases();
    }

    private static TaxableSupply supply(
            CustomerId customer, ChargeId charge, ServicePeriod days, String seller, boolean agreed) {
        return new TaxableSupply(
                ContractId.of("K-" + customer),
                seller.isEmpty() ? null : SellerId.of(seller),
                customer,
                charge,
                agreed ? Charge.recurring(charge, FlatFee.of("49.00")) : null,
                days);
    }

    /** Months, quarters and years from the first or another day of 2019 to 2028, and single days. */
    public static Arbitrary<ServicePeriod> days() {
        Arbitrary<LocalDate> first =
                Arbitraries.integers().between(0, MONTHS - 1).map(FIRST::plusMonths);
        Arbitrary<LocalDate> last = Arbitraries.integers()
                .between(1, MONTHS)
                .map(after -> FIRST.plusMonths(after).minusDays(1));
        Arbitrary<LocalDate> any = Arbitraries.integers().between(0, 3650).map(FIRST::plusDays);
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(2, first), Tuple.of(1, last), Tuple.of(1, any)),
                        Arbitraries.of(Length.values()))
                .as((start, length) -> new ServicePeriod(start, length.after(start)));
    }

    private enum Length {
        DAY,
        MONTH,
        QUARTER,
        YEAR;

        LocalDate after(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case MONTH -> start.plusMonths(1);
                case QUARTER -> start.plusMonths(3);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /** Any of these customers. */
    public static Arbitrary<CustomerId> customers(String... ids) {
        return Arbitraries.of(Arrays.stream(ids).map(CustomerId::of).toList());
    }

    /** Any of these charges. */
    public static Arbitrary<ChargeId> charges(String... ids) {
        return Arbitraries.of(Arrays.stream(ids).map(ChargeId::of).toList());
    }
}
