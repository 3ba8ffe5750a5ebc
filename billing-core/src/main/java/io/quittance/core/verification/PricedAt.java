package io.quittance.core.verification;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Metering;
import io.quittance.core.pricing.RatingInput;

/** The price of a quantity that was invoiced, whatever was delivered. */
record PricedAt(ChargeModel model, Fraction quantity) implements ChargeModel {
    @Override
    public ChargeBreakdown price(RatingInput input) {
        return model.price(input.withQuantity(quantity));
    }

    @Override
    public void check(Metering metering) {
        model.check(metering);
    }
}
