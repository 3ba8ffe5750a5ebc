package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A debt is given up, in whole or in part. When money comes after all, post the facts of a {@link Recovery}.
 *
 * @param customer whose debt
 * @param item which one
 * @param amount more than zero, in whole minor units; at most what is open of it on that day and ever after
 * @param reason why
 * @param effectiveDate when
 */
public record ReceivableWrittenOff(
        CustomerId customer, ReceivableId item, Amount amount, Reason reason, LocalDate effectiveDate)
        implements LedgerFact {
    /** Why a debt is given up. */
    public enum Reason {
        /** It cannot be collected. */
        UNCOLLECTIBLE,
        /** It is too small to be worth the work. */
        SMALL_BALANCE,
        /** The customer is insolvent. */
        INSOLVENCY,
        /** As agreed with the customer. */
        SETTLEMENT
    }

    /** Checks the parts. */
    public ReceivableWrittenOff {
        requireNonNull(customer, "customer");
        requireNonNull(item, "item");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() > 0, "ledger.amount", "amount", "must be more than 0", amount);
        requireNonNull(reason, "reason");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    /** A write-off of an amount of any implementation. */
    public static ReceivableWrittenOff of(
            CustomerId customer, ReceivableId item, MonetaryAmount amount, Reason reason, LocalDate effectiveDate) {
        return new ReceivableWrittenOff(customer, item, Amount.from(amount), reason, effectiveDate);
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.writtenOff(this);
    }
}
