package io.quittance.conformance;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.exchange.ThirdCurrencyReceipt;
import io.quittance.core.money.Amount;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import tools.jackson.databind.JsonNode;

/** {@code fx_alternate}: an invoice, books and a receipt in three currencies. */
final class FxAlternateAdapter implements Adapter {

    private static final CurrencyUnit THIRD = Monetary.getCurrency("CHF");

    @Override
    public Object answer(JsonNode input) {
        BookedAmount invoice = Booked.rate(input, "invoice_rate").booked(Booked.foreign(input, "invoice_fc"));
        ThirdCurrencyReceipt receipt = ThirdCurrencyReceipt.of(
                invoice,
                Amount.of(Input.decimal(input, "receipt_alt"), THIRD),
                StoredRate.of(THIRD, Booked.FOREIGN, Input.decimal(input, "alt_to_fc")),
                Booked.rate(input, "fc_to_base"),
                StoredRate.of(THIRD, Input.CURRENCY, Input.decimal(input, "alt_to_base")));
        return Map.of(
                "invoice_base",
                invoice.booked(),
                "applied_fc",
                receipt.settled(),
                "applied_base",
                receipt.applied(),
                "receipt_base",
                receipt.received(),
                "standard_gain_loss",
                receipt.standardGain(),
                "alternate_gain_loss",
                receipt.alternateGain());
    }
}
