package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.exchange.BookedAmount;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A credit note was issued, on the date of its document. What it gives stands on account, settles debts by {@link PaymentAllocated} and
 * is paid out by {@link PaymentRefunded}, under its own id.
 *
 * @param credit what it gives
 * @param booked what it stands at in the host's books, if they are in another currency; null if they are in the same
 */
public record CreditPosted(Credit credit, @Nullable Amount booked) implements LedgerFact {
    /** Checks the parts. */
    public CreditPosted {
        requireNonNull(credit, "credit");
        Booked.require(booked, credit.amount());
    }

    /** A credit in the currency of the books. */
    public CreditPosted(Credit credit) {
        this(credit, null);
    }

    /**
     * A credit in another currency than that of the books.
     *
     * @param booked what it stands at in the books, by the rate of its day: more than zero, in whole minor units
     */
    public static CreditPosted of(Credit credit, MonetaryAmount booked) {
        return new CreditPosted(credit, Amount.from(booked));
    }

    /** The credit, and what it stands at in the books: the same amount if nothing else is said. */
    public BookedAmount bookedAmount() {
        return Booked.of(credit.amount(), booked);
    }

    @Override
    public CustomerId customer() {
        return credit.customer();
    }

    @Override
    public LocalDate effectiveDate() {
        return credit.documentDate();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.credited(this);
    }
}
