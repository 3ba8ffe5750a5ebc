package io.quittance.examples.boot;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;

/** Amounts as text with the decimal places of their currency: 585.40, and 585 in yen. */
final class AmountText {
    private AmountText() {}

    static String of(Amount amount) {
        BigDecimal number = amount.toBigDecimal();
        int places = amount.getCurrency().getDefaultFractionDigits();
        return number.setScale(
                        Math.max(places, Math.max(0, number.stripTrailingZeros().scale())))
                .toPlainString();
    }
}
