package io.quittance.ar.interest;

import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;

/**
 * Where a charge is put. Either way it is a receivable of its own, and the late one stays as it was issued: history is added to, never edited.
 */
public enum ChargePlacement {
    /** An item of its own, with a document of its own. It ages by itself, and percentages of what is overdue do not compound. */
    OWN_DOCUMENT,
    /** A component of the late item: both are open as one item, and a percentage of it compounds. */
    SAME_ITEM;

    /**
     * The debt of a charge as it is put.
     *
     * @param charge of a type other than principal: {@code Receivable.of(…).withType(INTEREST)}
     * @param late the item that it is charged for, of the same customer and currency
     */
    public Receivable place(Receivable charge, Receivable late) {
        Require.that(
                charge.type() != ReceivableType.PRINCIPAL,
                "placement.type",
                "charge",
                "must be interest, a fee or a penalty",
                charge.type());
        Require.that(
                !charge.id().equals(late.id()), "placement.id", "charge", "must have an id of its own", charge.id());
        Require.that(
                charge.customer().equals(late.customer()),
                "placement.customer",
                "charge",
                "must be owed by " + late.customer(),
                charge.customer());
        String currency = late.amount().getCurrency().getCurrencyCode();
        String given = charge.amount().getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("charge", currency, given);
        }
        return this == SAME_ITEM ? charge.partOf(late) : charge;
    }
}
