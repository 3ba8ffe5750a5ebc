package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;

/** Of which time the amount of a figure is. */
enum Moment {
    /** A balance at the beginning of the period. */
    OPENING {
        @Override
        Amount convert(Amount amount, Conversion conversion) {
            return conversion.balance(amount, 1);
        }
    },
    /** What came or went in the period. */
    FLOW {
        @Override
        Amount convert(Amount amount, Conversion conversion) {
            return conversion.flow(amount, 0);
        }
    },
    /** A balance at the end of the period. */
    CLOSING {
        @Override
        Amount convert(Amount amount, Conversion conversion) {
            return conversion.balance(amount, 0);
        }
    };

    abstract Amount convert(Amount amount, Conversion conversion);
}
