package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.receivable.ReceivableType;
import java.util.List;

/** The classes of the waterfalls under test, with one order of components in all of them. */
final class Waterfalls {
    static final List<ReceivableType> ORDER =
            List.of(ReceivableType.PENALTY, ReceivableType.FEE, ReceivableType.INTEREST, ReceivableType.PRINCIPAL);
    static final Tier PAST_DUE = new Tier(Standing.PAST_DUE, ORDER);
    static final Tier DUE = new Tier(Standing.DUE, ORDER);
    static final Tier IN_ADVANCE = new Tier(Standing.IN_ADVANCE, ORDER);

    private Waterfalls() {}
}
