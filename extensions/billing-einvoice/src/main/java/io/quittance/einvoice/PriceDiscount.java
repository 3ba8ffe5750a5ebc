package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import java.math.BigDecimal;
import java.util.Optional;

/** What is off a price before anything else; both syntaxes carry one. */
final class PriceDiscount {
    private PriceDiscount() {}

    /** The sum of the discounts (BT-147): 0 where only the gross price is given, since UBL has that within a discount. */
    static Optional<BigDecimal> of(BusinessGroup price) {
        return price.hasAny("BT-147", "BT-148")
                ? Optional.of(price.values("BT-147").stream()
                        .map(value -> new BigDecimal(value.text()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
