package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.PlanAccounts.Account;
import io.quittance.kpi.collection.PlanAccounts.Plan;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts pay by a plan, in percent. Whether more is better is a matter of policy. A broken plan counts as none, {@code BROKEN_PLANS} is among
 * the exclusions, and {@link PlanAccounts#broken()} says how many there are. The items of a result are the accounts.
 */
public final class PaymentPlanShare implements Kpi<PlanAccounts>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        BY_COUNT(KpiDefinition.of(
                        "payment-plan.share.count",
                        "Accounts with a payment plan, by number",
                        KpiUnit.PERCENT,
                        Direction.INFORMATIONAL,
                        "accounts with an active plan / accounts that owe something × 100")
                .undefinedWhen("no account owes anything (NO_OPEN_ITEMS)")
                .definedBy("requirement")),
        BY_AMOUNT(KpiDefinition.of(
                        "payment-plan.share.amount",
                        "Accounts with a payment plan, by amount",
                        KpiUnit.PERCENT,
                        Direction.INFORMATIONAL,
                        "owed by accounts with an active plan / owed by all accounts × 100")
                .undefinedWhen("no account owes anything (NO_OPEN_ITEMS)")
                .definedBy("requirement")),
        OVERDUE_BY_COUNT(KpiDefinition.of(
                        "payment-plan.share.of-overdue.count",
                        "Overdue accounts with a payment plan, by number",
                        KpiUnit.PERCENT,
                        Direction.INFORMATIONAL,
                        "accounts past due with an active plan / accounts of which something is past due × 100")
                .undefinedWhen("nothing is past due (NO_OPEN_ITEMS)")
                .definedBy("requirement")),
        OVERDUE_BY_AMOUNT(KpiDefinition.of(
                        "payment-plan.share.of-overdue.amount",
                        "Overdue accounts with a payment plan, by amount",
                        KpiUnit.PERCENT,
                        Direction.INFORMATIONAL,
                        "past due of accounts with an active plan / past due of all accounts × 100")
                .undefinedWhen("nothing is past due (NO_OPEN_ITEMS)")
                .definedBy("requirement"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private PaymentPlanShare(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** By the number of accounts: 1 of 4 is 25 %. */
    public static PaymentPlanShare byCount() {
        return new PaymentPlanShare(Method.BY_COUNT);
    }

    /** By what they owe: 300.00 of 1000.00 is 30 %. */
    public static PaymentPlanShare byAmount() {
        return new PaymentPlanShare(Method.BY_AMOUNT);
    }

    /**
     * As {@link #byCount()}, of the accounts of which something is past due, which are all that is given to it: {@code LedgerReadings.overduePlanAccounts} of our ledger. A KPI of its own, whose number is another one.
     */
    public static PaymentPlanShare ofOverdueByCount() {
        return new PaymentPlanShare(Method.OVERDUE_BY_COUNT);
    }

    /** As {@link #byAmount()}, of what is past due. */
    public static PaymentPlanShare ofOverdueByAmount() {
        return new PaymentPlanShare(Method.OVERDUE_BY_AMOUNT);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if no account owes anything. */
    @Override
    public KpiResult compute(PlanAccounts figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        if (figures.broken() > 0) {
            basis.exclusion("BROKEN_PLANS");
        }
        var items = new ArrayList<KpiItem>();
        for (Account account : figures.accounts()) {
            basis.currency(account.open().getCurrency().getCurrencyCode());
            items.add(item(account));
        }
        return basis.share(items, "NO_OPEN_ITEMS", "no account owes anything");
    }

    private KpiItem item(Account account) {
        boolean isPlanned = account.plan() == Plan.ACTIVE;
        if (method == Method.BY_COUNT || method == Method.OVERDUE_BY_COUNT) {
            return KpiItem.counted(account.id(), isPlanned);
        }
        Fraction open = account.open().toFraction();
        return new KpiItem(account.id(), isPlanned ? open : Fraction.ZERO, open);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentPlanShare that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new PaymentPlanShare(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
