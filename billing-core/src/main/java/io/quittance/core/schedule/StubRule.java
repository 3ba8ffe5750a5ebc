package io.quittance.core.schedule;

import io.quittance.core.money.Fraction;

/** A {@link Proration} that does not look at how much of a period is served. */
public enum StubRule implements Proration {
    /** Any day of a period costs the whole price; of several pieces the first bears it. */
    CHARGE_WHOLE {
        @Override
        public Fraction part(ServicePeriod service, ServicePeriod period) {
            return Fraction.ONE;
        }
    },
    /** A period that is not served in full costs nothing; of several pieces the one that completes it bears the price. */
    CHARGE_NOTHING {
        @Override
        public Fraction part(ServicePeriod service, ServicePeriod period) {
            return service.equals(period) ? Fraction.ONE : Fraction.ZERO;
        }
    }
}
