package io.quittance.benchmarks.w1;

import static io.quittance.benchmarks.w1.Prices.DECIMAL_BOUNDS;
import static io.quittance.benchmarks.w1.Prices.DECIMAL_PRICES;
import static io.quittance.benchmarks.w1.Prices.TIERS;
import static io.quittance.benchmarks.w1.Usage.METERS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.joda.money.BigMoney;

/** What users of the two money libraries write: an amount object for each price, product and sum. */
final class MoneyLoops {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Money NOTHING = Money.of(BigDecimal.ZERO, EUR);
    private static final BigMoney JODA_NOTHING = BigMoney.zero(org.joda.money.CurrencyUnit.EUR);
    private static final Money[][] PRICES = new Money[METERS][TIERS];
    private static final BigMoney[][] JODA_PRICES = new BigMoney[METERS][TIERS];

    static {
        for (int m = 0; m < METERS; m++) {
            for (int k = 0; k < TIERS; k++) {
                PRICES[m][k] = Money.of(DECIMAL_PRICES[m][k], EUR);
                JODA_PRICES[m][k] = BigMoney.of(org.joda.money.CurrencyUnit.EUR, DECIMAL_PRICES[m][k]);
            }
        }
    }

    private MoneyLoops() {}

    private static final class MonetaLine {
        private BigDecimal used = BigDecimal.ZERO;
        private Money exact = NOTHING;
    }

    private static final class JodaLine {
        private BigDecimal used = BigDecimal.ZERO;
        private BigMoney exact = JODA_NOTHING;
    }

    /** Sums of decimals, priced as Moneta amounts. */
    static long monetaPrices(UsageEvent[] events, int customers) {
        Map<LineKey, BigDecimal> sums = BigDecimalLoops.sums(events);
        var checksum = new Checksum();
        for (int customer = 0; customer < customers; customer++) {
            for (int meter = 0; meter < METERS; meter++) {
                BigDecimal sum = sums.getOrDefault(new LineKey(Usage.idOf(customer), meter), BigDecimal.ZERO);
                checksum.line(cents(monetaAmount(NOTHING, meter, BigDecimal.ZERO, sum)));
            }
            checksum.endOfCustomer();
        }
        return checksum.value();
    }

    static long monetaByEvent(UsageEvent[] events, int customers) {
        var lines = new HashMap<LineKey, MonetaLine>();
        for (UsageEvent event : events) {
            if (BigDecimalLoops.isInPeriod(event)) {
                MonetaLine line = lines.computeIfAbsent(
                        new LineKey(event.customerId(), event.meterId()), key -> new MonetaLine());
                BigDecimal used = line.used.add(event.quantity());
                line.exact = monetaAmount(line.exact, event.meterId(), line.used, used);
                line.used = used;
            }
        }
        var none = new MonetaLine();
        var checksum = new Checksum();
        for (int customer = 0; customer < customers; customer++) {
            for (int meter = 0; meter < METERS; meter++) {
                checksum.line(cents(lines.getOrDefault(new LineKey(Usage.idOf(customer), meter), none).exact));
            }
            checksum.endOfCustomer();
        }
        return checksum.value();
    }

    private static Money monetaAmount(Money before, int meter, BigDecimal from, BigDecimal to) {
        Money amount = before;
        BigDecimal at = from;
        for (int tier = tierOf(from); at.compareTo(to) < 0; tier++) {
            BigDecimal upTo = to.min(DECIMAL_BOUNDS[tier]);
            amount = amount.add(PRICES[meter][tier].multiply(upTo.subtract(at)));
            at = upTo;
        }
        return amount;
    }

    private static long cents(Money exact) {
        return cents(exact.getNumber().numberValue(BigDecimal.class));
    }

    static long jodaByEvent(UsageEvent[] events, int customers) {
        var lines = new HashMap<LineKey, JodaLine>();
        for (UsageEvent event : events) {
            if (BigDecimalLoops.isInPeriod(event)) {
                JodaLine line =
                        lines.computeIfAbsent(new LineKey(event.customerId(), event.meterId()), key -> new JodaLine());
                BigDecimal used = line.used.add(event.quantity());
                line.exact = jodaAmount(line.exact, event.meterId(), line.used, used);
                line.used = used;
            }
        }
        var none = new JodaLine();
        var checksum = new Checksum();
        for (int customer = 0; customer < customers; customer++) {
            for (int meter = 0; meter < METERS; meter++) {
                JodaLine line = lines.getOrDefault(new LineKey(Usage.idOf(customer), meter), none);
                checksum.line(cents(line.exact.getAmount()));
            }
            checksum.endOfCustomer();
        }
        return checksum.value();
    }

    private static BigMoney jodaAmount(BigMoney before, int meter, BigDecimal from, BigDecimal to) {
        BigMoney amount = before;
        BigDecimal at = from;
        for (int tier = tierOf(from); at.compareTo(to) < 0; tier++) {
            BigDecimal upTo = to.min(DECIMAL_BOUNDS[tier]);
            amount = amount.plus(JODA_PRICES[meter][tier].multipliedBy(upTo.subtract(at)));
            at = upTo;
        }
        return amount;
    }

    private static int tierOf(BigDecimal quantity) {
        int tier = 0;
        while (quantity.compareTo(DECIMAL_BOUNDS[tier]) >= 0) {
            tier++;
        }
        return tier;
    }

    private static long cents(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValueExact();
    }
}
