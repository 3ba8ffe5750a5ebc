package io.quittance.kpi.cash;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.KpiBasis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** What the KPIs of this package share. */
final class Receipts {
    static final String MIXED = "; several currencies (MIXED_CURRENCIES)";

    private Receipts() {}

    /** The first instant after the day of the question. */
    static Instant end(AsOf asOf, ZoneId zone) {
        return asOf.date().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Adds the currency to the basis; whether it is one, or none. */
    static boolean inOneCurrency(KpiBasis.Builder basis, Stream<Amount> amounts) {
        List<String> codes = amounts.map(amount -> amount.getCurrency().getCurrencyCode())
                .distinct()
                .toList();
        if (codes.size() == 1) {
            basis.currency(codes.get(0));
        }
        return codes.size() <= 1;
    }
}
