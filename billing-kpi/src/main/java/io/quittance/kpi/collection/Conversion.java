package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;

/** What becomes of the amounts of figures when they are told in another unit or currency. */
interface Conversion {
    /**
     * Of a balance.
     *
     * @param periodsBack 0 at the end of the period of the figures, 1 at its beginning, 2 at the beginning of the one before
     */
    Amount balance(Amount amount, int periodsBack);

    /**
     * Of what came or went in a period.
     *
     * @param periodsBack 0 in the period of the figures, 1 in the one before
     */
    Amount flow(Amount amount, int periodsBack);

    /** Each amount by the same factor. */
    static Conversion times(BigDecimal factor) {
        return new Conversion() {
            @Override
            public Amount balance(Amount amount, int periodsBack) {
                return amount.multiply(factor);
            }

            @Override
            public Amount flow(Amount amount, int periodsBack) {
                return amount.multiply(factor);
            }
        };
    }
}
