package io.quittance.json;

import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import java.math.BigDecimal;

/** A charge model that a user wrote: so much, whatever is used. */
record AccessFee(BigDecimal fee) implements ChargeModel {
    @Override
    public ChargeBreakdown price(RatingInput input) {
        return PerUnit.of(fee).price(RatingInput.ofQuantity(BigDecimal.ONE));
    }
}
