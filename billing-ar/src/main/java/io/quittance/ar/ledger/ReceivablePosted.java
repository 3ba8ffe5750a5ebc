package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A debt came into being, on the date of its document.
 *
 * @param receivable the debt
 * @param booked what it stands at in the host's books, if they are in another currency; null if they are in the same
 */
public record ReceivablePosted(
        Receivable receivable, @Nullable Amount booked) implements LedgerFact {
    /** Checks the parts. */
    public ReceivablePosted {
        requireNonNull(receivable, "receivable");
        Booked.require(booked, receivable.amount());
    }

    /** A debt in the currency of the books. */
    public ReceivablePosted(Receivable receivable) {
        this(receivable, null);
    }

    /**
     * A debt in another currency than that of the books.
     *
     * @param booked what it stands at in the books, by the rate of its day: more than zero, in whole minor units
     */
    public static ReceivablePosted of(Receivable receivable, MonetaryAmount booked) {
        return new ReceivablePosted(receivable, Amount.from(booked));
    }

    /** The debt, and what it stands at in the books: the same amount if nothing else is said. */
    public BookedAmount bookedAmount() {
        return Booked.of(receivable.amount(), booked);
    }

    @Override
    public CustomerId customer() {
        return receivable.customer();
    }

    @Override
    public LocalDate effectiveDate() {
        return receivable.documentDate();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.posted(this);
    }
}
