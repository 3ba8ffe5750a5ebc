package io.quittance.conformance;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.ExchangeDifference;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_simple}: an invoice and a receipt of the same amount at two rates. */
final class FxSimpleAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        BookedAmount invoice = Booked.rate(input, "invoice_rate").booked(Booked.foreign(input, "amount_fc"));
        BookedAmount receipt = Booked.rate(input, "receipt_rate").booked(Booked.foreign(input, "amount_fc"));
        return Map.of(
                "invoice_base",
                invoice.booked(),
                "receipt_base",
                receipt.booked(),
                "gain_loss",
                ExchangeDifference.of(invoice, receipt).gain());
    }
}
