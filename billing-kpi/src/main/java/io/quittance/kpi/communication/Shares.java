package io.quittance.kpi.communication;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.util.Collection;

/** What the shares of this package have in common. */
final class Shares {
    private static final Fraction HUNDRED = Fraction.of(100);

    private Shares() {}

    /** How many of these are part of it, in percent. */
    static KpiResult percent(KpiBasis.Builder basis, Collection<KpiItem> items, String zeroCode, String zeroReason) {
        Fraction part = items.stream().map(KpiItem::numerator).reduce(Fraction.ZERO, Fraction::plus);
        return basis.items(items)
                .count(items.size())
                .quotient(part, Fraction.of(items.size()), HUNDRED, zeroCode, zeroReason);
    }
}
