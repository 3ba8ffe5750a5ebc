package io.quittance.kpi.cash;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * How many accounts agreed at their last close in the period, in percent; what is in transit is no difference. 17 of 20 are 85 %. Accounts without a balance, on which nothing happened, can be
 * left out ({@code INACTIVE}): they agree by themselves.
 *
 * @param isWithoutInactive whether those are left out
 */
public record AccountsReconciled(boolean isWithoutInactive)
        implements Kpi<EventFigures<ReconciledAccount>>, Serializable {
    private static final Comparator<ReconciledAccount> LATER = Comparator.comparing(ReconciledAccount::close)
            .thenComparing(ReconciledAccount::recordedAt)
            .thenComparing(ReconciledAccount::key);

    /** Of all accounts. */
    public static AccountsReconciled ofAll() {
        return new AccountsReconciled(false);
    }

    /** Of those with a balance or something happening on them. */
    public static AccountsReconciled ofActive() {
        return new AccountsReconciled(true);
    }

    @Override
    public KpiDefinition definition() {
        String of = isWithoutInactive ? "accounts with a balance or movement" : "accounts";
        return KpiDefinition.of(
                        isWithoutInactive ? "recon.accounts.active" : "recon.accounts",
                        isWithoutInactive ? "Accounts reconciled, without inactive ones" : "Accounts reconciled",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        of + " that agree at their last close in the period, but for what is in transit / " + of
                                + " with a close in the period × 100")
                .undefinedWhen("there is none (NO_ACCOUNTS)");
    }

    /** In percent; undefined if no account has a close in the period. */
    @Override
    public KpiResult compute(EventFigures<ReconciledAccount> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        var last = new TreeMap<String, ReconciledAccount>();
        for (ReconciledAccount each : figures.events()) {
            if (figures.period().contains(each.close())) {
                last.merge(each.account(), each, (one, other) -> LATER.compare(one, other) > 0 ? one : other);
            }
        }
        var items = new ArrayList<KpiItem>();
        for (ReconciledAccount each : last.values()) {
            if (isWithoutInactive && each.inactive()) {
                basis.exclusion("INACTIVE");
            } else {
                items.add(KpiItem.counted(each.account(), each.outcome().isReconciled()));
            }
        }
        return basis.share(items, "NO_ACCOUNTS", "no account has a close in the period");
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
