package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the KPIs of this package share: the basis, and percentages. */
final class Quotients {
    static final Fraction HUNDRED = Fraction.of(100);

    private Quotients() {}

    /** With the number of items, where it is known. */
    static KpiBasis.Builder basis(
            KpiDefinition kpi, CollectionFigures figures, Function<CollectionFigures, Optional<ShareOf<Long>>> items) {
        KpiBasis.Builder basis = basis(kpi, figures);
        items.apply(figures).ifPresent(counted -> basis.count(counted.whole()));
        return basis;
    }

    static KpiBasis.Builder basis(KpiDefinition kpi, CollectionFigures figures) {
        return KpiBasis.of(kpi)
                .period(figures.period().orElse(null))
                .currency(figures.currency().orElse(null));
    }

    /** Notes a formula that takes receivables net of money on account and what is not past due of open invoices, where these are not the same receivables. */
    static void noteViews(KpiBasis.Builder basis, CollectionFigures figures) {
        Optional<Amount> open = figures.overdue().map(ShareOf::whole);
        if (figures.closingReceivables().isPresent()
                && open.isPresent()
                && !open.get()
                        .toFraction()
                        .equals(figures.closingReceivables().get().toFraction())) {
            basis.note("NET_AND_GROSS");
        }
    }

    /** These are behind the value, and counted. */
    static void name(KpiBasis.Builder basis, List<KpiItem> items) {
        basis.items(items).count(items.size());
    }

    static ShareOf<Fraction> ofAmounts(ShareOf<Amount> share) {
        return new ShareOf<>(share.part().toFraction(), share.whole().toFraction());
    }

    static ShareOf<Fraction> ofCounts(ShareOf<Long> share) {
        return new ShareOf<>(Fraction.of(share.part()), Fraction.of(share.whole()));
    }

    static KpiResult percent(KpiBasis.Builder basis, ShareOf<Fraction> share, String zeroCode, String zeroReason) {
        return basis.quotient(share.part(), share.whole(), HUNDRED, zeroCode, zeroReason);
    }
}
