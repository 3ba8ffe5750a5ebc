package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * The numbers that were drawn from a series, as its counter tells: without them nobody knows that the last documents are there.
 *
 * @param first the first one, such as {@code R-0001}
 * @param last the last one, of the same form
 */
public record DrawnNumbers(InvoiceNumber first, InvoiceNumber last) implements Serializable {

    /** Checks that they are of one form and in order. */
    public DrawnNumbers {
        NumberForm one = form(first, "first");
        NumberForm other = form(last, "last");
        Require.that(
                one.isAlike(other) && one.count().compareTo(other.count()) <= 0,
                "audit.drawn",
                "last",
                "must follow " + first + ", or be it",
                last);
    }

    /** From the first one up to the last one. */
    public static DrawnNumbers of(String first, String last) {
        return new DrawnNumbers(InvoiceNumber.of(first), InvoiceNumber.of(last));
    }

    private static NumberForm form(InvoiceNumber number, String argument) {
        Require.that(
                NumberForm.of(requireNonNull(number, argument)).isPresent(),
                "audit.digits",
                argument,
                "must have digits",
                number);
        return NumberForm.of(number).orElseThrow();
    }

    NumberForm firstForm() {
        return form(first, "first");
    }

    NumberForm lastForm() {
        return form(last, "last");
    }

    boolean contains(NumberForm form) {
        return form.count().compareTo(firstForm().count()) >= 0
                && form.count().compareTo(lastForm().count()) <= 0;
    }

    /** The place before the first. */
    NumberForm beforeFirst() {
        NumberForm form = firstForm();
        return new NumberForm(form.before(), form.count().subtract(BigInteger.ONE), form.width(), form.after());
    }
}
