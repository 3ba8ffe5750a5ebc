package io.quittance.core.billing;

import io.quittance.core.contract.Ancillary;
import io.quittance.core.contract.Charge;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discounts;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed for the days of a line: two lines with equal contents are on the same terms, whatever else an amendment
 * changed.
 *
 * @param charge as it is on these days; null for a line of the terms themselves, such as a minimum
 * @param factor by what its price is multiplied
 * @param discounts those that are shared with other charges
 * @param conventions what is agreed where billing systems differ
 */
record Content(@Nullable Charge charge, Fraction factor, Discounts discounts, Conventions conventions) {

    /** The order outside the contract that the charge refers to; null if there is none. */
    @Nullable
    String order() {
        return charge == null ? null : charge.ancillary().map(Ancillary::order).orElse(null);
    }

    /** The group of the charge's invoice; null if there is none. */
    @Nullable
    String group() {
        return charge == null ? null : charge.group().orElse(null);
    }
}
