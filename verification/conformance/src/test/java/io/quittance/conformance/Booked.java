package io.quittance.conformance;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.core.money.Amount;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import tools.jackson.databind.JsonNode;

/** Amounts of cases in the foreign currency, and at what they are booked in the other. */
final class Booked {
    static final CurrencyUnit FOREIGN = Monetary.getCurrency("USD");

    private Booked() {}

    static Amount foreign(JsonNode node, String field) {
        return Amount.of(Input.decimal(node, field), FOREIGN);
    }

    /** Books by a rate of base for one unit of the foreign currency. */
    static StoredRate rate(JsonNode node, String field) {
        return StoredRate.of(FOREIGN, Input.CURRENCY, Input.decimal(node, field));
    }

    /** {@code base} and {@code fc}, or {@code fc} by the rate {@code fc_per_base}. */
    static BookedAmount side(JsonNode side) {
        Amount base = Input.amount(side, "base");
        return BookedAmount.of(
                side.hasNonNull("fc")
                        ? foreign(side, "fc")
                        : StoredRate.of(Input.CURRENCY, FOREIGN, Input.decimal(side, "fc_per_base"))
                                .convert(base),
                base);
    }
}
