package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invoice to which a document refers, such as the one that a credit note corrects (EN 16931, BG-3).
 *
 * @param number (BT-25)
 * @param date of its issue (BT-26); null if that is not known
 */
public record PrecedingInvoice(
        InvoiceNumber number, @Nullable LocalDate date) implements Serializable {

    /** Checks the parts. */
    public PrecedingInvoice {
        requireNonNull(number, "number");
        if (date != null) {
            Dates.inCalendar(date, "date");
        }
    }

    /** The one that was issued here. */
    public static PrecedingInvoice of(Invoice invoice) {
        return new PrecedingInvoice(invoice.number(), invoice.issueDate());
    }

    /** One by its number only. */
    public static PrecedingInvoice of(String number) {
        return new PrecedingInvoice(new InvoiceNumber(number), null);
    }

    /** The day on which it was issued, if that is known. */
    public Optional<LocalDate> issueDate() {
        return Optional.ofNullable(date);
    }
}
