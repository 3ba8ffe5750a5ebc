package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;

/**
 * What was sold on credit in a stretch of time: invoices issued less credit notes issued, with the same tax treatment as
 * the receivables they are compared with.
 *
 * @param days how long it was, more than 0; half a day and a convention of 30 or 360 days are possible
 * @param creditSales what was sold; may be negative where credit notes outweigh
 */
public record SalesPeriod(Fraction days, Amount creditSales) implements Serializable {

    /** Checks the days. */
    public SalesPeriod {
        requireNonNull(creditSales, "creditSales");
        Require.that(requireNonNull(days, "days").signum() > 0, "sales.days", "days", "must be more than 0", days);
    }

    /** The sales of calendar days. */
    public static SalesPeriod of(ServicePeriod period, MonetaryAmount creditSales) {
        return of(period.days(), creditSales);
    }

    /** The sales of so many days. */
    public static SalesPeriod of(long days, MonetaryAmount creditSales) {
        return new SalesPeriod(Fraction.of(days), Amount.from(creditSales));
    }

    /**
     * The sales of so many days, with a fraction: {@code 30.5}.
     *
     * @throws IllegalArgumentException if {@code days} is not more than 0, or beyond the bounds of a number from outside
     */
    public static SalesPeriod of(BigDecimal days, MonetaryAmount creditSales) {
        return new SalesPeriod(Fraction.of(Require.number(days, "days")), Amount.from(creditSales));
    }

    /** What was sold in the same stretch of time by two. */
    SalesPeriod plus(SalesPeriod other) {
        Require.that(
                days.equals(other.days), "sales.days", "books", "must have sales of " + days + " days", other.days);
        return new SalesPeriod(days, creditSales.add(other.creditSales));
    }
}
