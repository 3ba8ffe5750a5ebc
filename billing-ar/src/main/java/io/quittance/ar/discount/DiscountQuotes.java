package io.quittance.ar.discount;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * Several quotes and what they come to: of the lines of a document, or of documents that are paid together. 990.00 for an invoice and
 * -99.00 for a credit note are 891.00.
 *
 * @param quotes in one currency, at least one
 */
public record DiscountQuotes(List<DiscountQuote> quotes) implements Serializable {

    /** Copies the list and checks that there is one. */
    public DiscountQuotes {
        quotes = Require.notEmpty(List.copyOf(quotes), "quotes");
    }

    /** What is to be paid in all. */
    public Amount amountDue() {
        return sum(DiscountQuote::amountDue);
    }

    /** All discounts together. */
    public Amount discount() {
        return sum(DiscountQuote::discount);
    }

    /** The tax in all discounts. */
    public Amount tax() {
        return sum(DiscountQuote::tax);
    }

    private Amount sum(Function<DiscountQuote, Amount> part) {
        return quotes.stream().map(part).reduce(Amount::add).orElseThrow();
    }
}
