package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * What a document billed of an obligation, without tax; below zero where it gives back. One that bills several obligations is
 * several of these, whose amounts {@link io.quittance.core.money.Apportionment} makes add up.
 *
 * <p>{@code BilledAmount.of("2026-17/1", "platform", "2026-17", "2026-01-01", Amount.of("1200", "EUR"))}
 *
 * @param key what makes it unique within the contract, 1 to 200 characters
 * @param obligation what was billed
 * @param document the number of the invoice or credit note
 * @param day the date of the document, from which on it counts
 * @param amount in whole minor units
 */
public record BilledAmount(String key, ObligationId obligation, InvoiceNumber document, LocalDate day, Amount amount)
        implements RevenueFact {

    /** Checks key, day and amount. */
    public BilledAmount {
        Require.id(key, "key");
        requireNonNull(obligation, "obligation");
        requireNonNull(document, "document");
        Dates.inCalendar(day, "day");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
    }

    /** An amount of any implementation. */
    public static BilledAmount of(
            String key, ObligationId obligation, InvoiceNumber document, LocalDate day, MonetaryAmount amount) {
        return new BilledAmount(key, obligation, document, day, Amount.from(amount));
    }

    /** As {@link #of(String, ObligationId, InvoiceNumber, LocalDate, MonetaryAmount)}, from text; the day as an ISO date. */
    public static BilledAmount of(String key, String obligation, String document, String day, MonetaryAmount amount) {
        return of(key, ObligationId.of(obligation), InvoiceNumber.of(document), Dates.parse(day, "day"), amount);
    }

    /** For example {@code 2026-17/1: EUR 1200.00 billed by 2026-17 on 2026-01-01}. */
    @Override
    public String toString() {
        return key + ": " + amount + " billed by " + document + " on " + day;
    }
}
