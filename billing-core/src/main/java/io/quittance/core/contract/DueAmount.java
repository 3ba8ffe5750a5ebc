package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

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

    /**
     * The same parts in another currency, such as that of the books: each but the last times the rate, rounded, and the last what they
     * leave of the total there. 434.20 and 434.15 at 0.5, 434.18 in all, are 217.10 and 217.08.
     *
     * @param amounts at least one
     * @param rate so much of the other currency for one of theirs; more than 0
     * @param total in the other currency, as it was converted as a whole; it gives the currency
     * @param rounding of the parts
     */
    public static List<DueAmount> converted(
            List<DueAmount> amounts, BigDecimal rate, MonetaryAmount total, Rounding rounding) {
        Fraction factor = Fraction.of(Require.positive(rate, "rate"));
        int last = Require.notEmpty(amounts, "amounts").size() - 1;
        Amount left = Amount.from(total);
        var converted = new ArrayList<DueAmount>();
        for (int i = 0; i < last; i++) {
            Amount part = amounts.get(i).amount().toFraction().times(factor).round(rounding, total.getCurrency());
            converted.add(new DueAmount(amounts.get(i).dueDate(), part));
            left = left.subtract(part);
        }
        converted.add(new DueAmount(amounts.get(last).dueDate(), left));
        return List.copyOf(converted);
    }
}
