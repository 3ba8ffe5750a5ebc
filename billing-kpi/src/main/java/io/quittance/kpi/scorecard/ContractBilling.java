package io.quittance.kpi.scorecard;

import java.util.List;

/** What billing by contracts is measured by (kpi.md, marks of 003). */
final class ContractBilling {
    static final List<RequiredKpi> KPIS = new RoleScorecard.Rows(Role.CONTRACT_BILLING)
            .area("Billing")
            .kpi(
                    11,
                    "billing.accuracy",
                    "billing.accuracy.within-30-days.count",
                    "billing.on-time",
                    "billing.cycle-time.median",
                    "billing.adjust-rate.count",
                    "billing.adjust-rate.amount",
                    "billing.productivity.invoices")
            .area("Clients")
            .kpi(11, "csat")
            .list();

    private ContractBilling() {}
}
