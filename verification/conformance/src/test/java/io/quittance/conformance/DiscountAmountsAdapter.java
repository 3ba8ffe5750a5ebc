package io.quittance.conformance;

import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.discount.DiscountQuotes;
import io.quittance.ar.discount.DiscountScope;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.core.money.Amount;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code amount_to_settle}, {@code discount_split} and {@code discount_rounding_scope}: what is due and what is off, of documents, of
 * net and tax, of lines.
 */
final class DiscountAmountsAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        if (input.has("items")) {
            return toSettle(input);
        }
        return input.has("lines") ? byScope(input) : split(input);
    }

    private static Object toSettle(JsonNode input) {
        var quotes = new DiscountQuotes(input.get("items")
                .valueStream()
                .map(item -> DiscountFields.offer(item).quote(Input.date(input, "as_of")))
                .toList());
        return Map.of(
                "amounts",
                        quotes.quotes().stream().map(DiscountQuote::amountDue).toList(),
                "total", quotes.amountDue());
    }

    private static Object split(JsonNode input) {
        DiscountQuote quote = DiscountOffer.of(
                        Input.amount(input, "net"),
                        Input.amount(input, "tax"),
                        DiscountFields.amount(input, "discount_total"))
                .quote(Settled.DAY);
        return Map.of("amount_due", quote.amountDue(), "discount_net", quote.net(), "discount_tax", quote.tax());
    }

    private static Object byScope(JsonNode input) {
        Amount line = Input.amount(input, "line_net");
        List<Amount> lines = Collections.nCopies(Input.integer(input, "lines"), line);
        DiscountOffer offer =
                DiscountOffer.of(line, List.of(DiscountTier.percent(Input.decimal(input, "percent"), Settled.DAY)));
        return Map.of(
                "document_level",
                        offer.quote(lines, Settled.DAY, DiscountScope.DOCUMENT).discount(),
                "line_level",
                        offer.quote(lines, Settled.DAY, DiscountScope.LINE).discount());
    }
}
