package io.quittance.kpi.cash;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was reminded of in the period was paid afterwards, up to the day of the question, in percent. A debt that was reminded of several times in the period counts once, from the
 * first of these reminders on; what is paid after the second was paid after the first, too. 4.2 of 6.4 million are 65.625 %.
 *
 * @param level only reminders of this level; null for those of any
 */
public record DunningRecovery(@Nullable Integer level) implements Kpi<EventFigures<DunnedClaim>>, Serializable {
    private static final Comparator<DunnedClaim> FIRST = Comparator.comparing(DunnedClaim::dunned)
            .thenComparing(DunnedClaim::level)
            .thenComparing(DunnedClaim::key);

    /** Checks the level. */
    public DunningRecovery {
        Require.that(level == null || level >= 1, "number.not-positive", "level", "must be 1 or more", level);
    }

    /** After reminders of any level. */
    public static DunningRecovery ofAll() {
        return new DunningRecovery(null);
    }

    /** After reminders of one level. */
    public static DunningRecovery atLevel(int only) {
        return new DunningRecovery(only);
    }

    @Override
    public KpiDefinition definition() {
        String of = level == null ? "" : " at level " + level;
        return KpiDefinition.of(
                        "dunning.recovery" + (level == null ? "" : ".level-" + level),
                        "Recovered after dunning" + of,
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "paid after the day of the reminder on debts dunned in the period" + of
                                + ", at most what was dunned / dunned in the period" + of
                                + ", each debt once × 100")
                .undefinedWhen("nothing was dunned (NO_REMINDERS)" + Receipts.MIXED)
                .definedBy("Chargebee, dunning status summary");
    }

    /** In percent; undefined if nothing was dunned in the period, or amounts are in several currencies. The items of a result are the debts. */
    @Override
    public KpiResult compute(EventFigures<DunnedClaim> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        var first = new TreeMap<String, DunnedClaim>();
        for (DunnedClaim claim : figures.events()) {
            if (figures.period().contains(claim.dunned()) && (level == null || level == claim.level())) {
                first.merge(claim.item(), claim, (one, other) -> FIRST.compare(one, other) < 0 ? one : other);
            }
        }
        if (!basis.inOneCurrency(first.values().stream().map(DunnedClaim::amount))) {
            return basis.undefined("MIXED_CURRENCIES", "the reminders are in more than one currency");
        }
        List<KpiItem> items = first.values().stream()
                .map(claim -> item(claim, claim.recoveredBy(figures.asOf().date())))
                .toList();
        return basis.share(items, "NO_REMINDERS", "nothing was dunned in the period");
    }

    private static KpiItem item(DunnedClaim claim, Amount recovered) {
        return new KpiItem(claim.item(), recovered.toFraction(), claim.amount().toFraction());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
