package io.quittance.kpi.scorecard;

import java.util.List;

/** What a billing specialist is measured by (kpi.md, marks of 000). */
final class BillingSpecialist {
    static final List<RequiredKpi> KPIS = new RoleScorecard.Rows(Role.BILLING_SPECIALIST)
            .area("Billing")
            .kpi(38, "billing.accuracy", "billing.accuracy.within-30-days.count")
            .kpi(39, "billing.on-time")
            .kpi(40, "discrepancy.resolved.stock", "discrepancy.resolved.cohort")
            .kpi(41, "billing.generation-time.median", "billing.cycle-time.median")
            .area("Client communication")
            .kpi(45, "csat")
            .kpi(46, "dispute.count.resolved-successfully")
            .kpi(47, "inquiry.response-time.median")
            .kpi(48, "feedback.clients")
            .area("Collection")
            .kpi(52, "dso.simple")
            .kpi(53, "overdue.amount", "overdue.count", "due-cohort.paid-late.count")
            .kpi(54, "collection-rate.period")
            .kpi(
                    55,
                    "write-off.pct.receivables",
                    "write-off.pct.sales",
                    "write-off.pct.bad-debts",
                    "write-off.pct.count")
            .kpi(108, "dso.simple")
            .kpi(109, "collection-rate.due-cohort.by-period-end", "collection-rate.period")
            .kpi(110, "overdue.count", "overdue.amount")
            .kpi(111, "collection-rate.period")
            .area("Process improvement")
            .kpi(59, "process.improvements")
            .kpi(60, "billing.error-reduction")
            .kpi(61, "training.hours", "training.systems")
            .kpi(62, "feedback.team")
            .area("Compliance")
            .kpi(66, "audit.passed")
            .kpi(67, "compliance.index")
            .kpi(68, "training.completion")
            .kpi(69, "docs.accuracy", "docs.accuracy.checked")
            .area("Analysis and reporting")
            .kpi(73, "reporting.accuracy")
            .kpi(74, "revenue.analysis")
            .kpi(75, "insights.count")
            .kpi(76, "reporting.ad-hoc.median", "reporting.ad-hoc.within-24-hours")
            .area("Training and teamwork")
            .kpi(80, "csat.training")
            .kpi(81, "training.transfer")
            .kpi(82, "productivity.training")
            .kpi(83, "projects.cross-functional")
            .area("Vendors")
            .kpi(87, "vendor.score")
            .kpi(88, "vendor.on-time")
            .kpi(89, "vendor.resolution.median")
            .kpi(90, "vendor.cost-savings")
            .area("Professional development")
            .kpi(94, "training.courses")
            .kpi(95, "process.new-techniques")
            .kpi(96, "training.certifications")
            .kpi(97, "feedback.peers")
            .area("Goals and initiative")
            .kpi(101, "goals.rate")
            .kpi(102, "process.self-initiated")
            .kpi(103, "goals.alignment")
            .kpi(104, "feedback.supervisor")
            .list();

    private BillingSpecialist() {}
}
