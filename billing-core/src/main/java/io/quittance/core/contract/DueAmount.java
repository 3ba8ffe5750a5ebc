package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A part of an invoice that is due on one day.
 *
 * @param dueDate the last day on which it is paid on time
 * @param amount what is due
 */
public record DueAmount(LocalDate dueDate, Amount amount) implements Serializable {

    /** Checks that both are there. */
    public DueAmount {
        Dates.inCalendar(dueDate, "dueDate");
        requireNonNull(amount, "amount");
    }
}
