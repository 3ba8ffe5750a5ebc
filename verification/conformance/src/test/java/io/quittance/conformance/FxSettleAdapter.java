package io.quittance.conformance;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.ExchangeDifference;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_settle}: an amount at its book rate, a part of it settled with what the bank credits in base currency. */
final class FxSettleAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        BookedAmount debt = Booked.rate(input, "book_rate").booked(Booked.foreign(input, "amount_fc"));
        Amount settled = input.hasNonNull("paid_fc") ? Booked.foreign(input, "paid_fc") : debt.amount();
        Amount discount = debt.amount()
                .times(
                        Fraction.of(Input.decimal(input, "discount_pct", "0")).dividedBy(Fraction.of(100)),
                        Rounding.toMinorUnit(Booked.FOREIGN));
        ExchangeDifference difference =
                ExchangeDifference.ofCredited(debt, settled, discount, Input.amount(input, "bank_base"));
        return Map.of(
                "gain_loss",
                difference.gain(),
                "open_fc",
                difference.debtLeft().amount(),
                "discount_base",
                debt.part(discount).booked());
    }
}
