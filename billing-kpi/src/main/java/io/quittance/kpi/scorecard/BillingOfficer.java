package io.quittance.kpi.scorecard;

import java.util.List;

/** What a billing officer is measured by (kpi.md, marks of 001). */
final class BillingOfficer {
    static final List<RequiredKpi> KPIS = new RoleScorecard.Rows(Role.BILLING_OFFICER)
            .area("Billing")
            .kpi(42, "billing.leakage.after-30-days", "billing.unbilled")
            .kpi(96, "billing.volume.net", "billing.volume.count")
            .kpi(102, "billing.error-rate")
            .kpi(103, "billing.on-time")
            .area("Collection")
            .kpi(56, "current.pct", "over-90.pct", "overdue.amount")
            .kpi(104, "dso.simple")
            .area("Client communication")
            .kpi(105, "inquiry.response-time.within-24-hours", "inquiry.response-time.max")
            .area("Compliance")
            .kpi(106, "audit.findings.significant")
            .area("Process improvement")
            .kpi(107, "process.improvements")
            .kpi(108, "automation.share")
            .list();

    private BillingOfficer() {}
}
