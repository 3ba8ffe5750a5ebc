package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * What was sold on credit in a stretch of time: invoices issued less credit notes issued, with the same tax treatment as
 * the receivables they are compared with.
 *
 * @param days how long it was, at least 1; a convention of 30 or 360 days is possible
 * @param creditSales what was sold; may be negative where credit notes outweigh
 */
public record SalesPeriod(int days, Amount creditSales) implements Serializable {

    /** Checks the days. */
    public SalesPeriod {
        Require.that(days >= 1, "sales.days", "days", "must be at least 1", days);
        requireNonNull(creditSales, "creditSales");
    }

    /** The sales of calendar days. */
    public static SalesPeriod of(ServicePeriod period, MonetaryAmount creditSales) {
        return new SalesPeriod(Math.toIntExact(period.days()), Amount.from(creditSales));
    }
}
