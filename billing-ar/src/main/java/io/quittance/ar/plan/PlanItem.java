package io.quittance.ar.plan;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import javax.money.MonetaryAmount;

/**
 * The principal of an item of a plan, and what is paid of it.
 *
 * @param id of the item
 * @param dueDate the last day on which it is paid on time
 * @param principal 0 or more, in whole minor units
 * @param paid of it: 0 to all
 */
public record PlanItem(ReceivableId id, LocalDate dueDate, Amount principal, Amount paid) implements Serializable {
    /** By due date, then id. */
    public static final Comparator<PlanItem> BY_DUE_DATE =
            comparing(PlanItem::dueDate).thenComparing(PlanItem::id);

    /** Checks the amounts. */
    public PlanItem {
        requireNonNull(id, "id");
        Dates.inCalendar(dueDate, "dueDate");
        MinorUnits.require(principal, "principal");
        MinorUnits.require(paid, principal.getCurrency(), "paid");
        Require.that(principal.signum() >= 0, "plan.principal", "principal", "must not be negative", principal);
        Require.that(
                paid.signum() >= 0 && paid.isLessThanOrEqualTo(principal),
                "plan.paid",
                "paid",
                "must lie between 0 and " + principal,
                paid);
    }

    /** An item that a host knows from elsewhere. */
    public static PlanItem of(ReceivableId id, LocalDate dueDate, MonetaryAmount principal, MonetaryAmount paid) {
        return new PlanItem(id, dueDate, Amount.from(principal), Amount.from(paid));
    }

    /**
     * An open item: what is closed of it counts as paid.
     *
     * @throws IllegalArgumentException if it is a fee, interest or a penalty, which no plan moves
     */
    public static PlanItem of(OpenItem item) {
        Require.that(item.type() == ReceivableType.PRINCIPAL, "plan.type", "item", "must be principal", item.type());
        Amount principal = item.receivable().amount();
        return new PlanItem(item.id(), item.dueDate(), principal, principal.subtract(item.open()));
    }

    /** What is not paid of it. */
    public Amount unpaid() {
        return principal.subtract(paid);
    }
}
