/** The KPIs by which a billing department is judged, targets for them, and a scorecard. */
module io.quittance.kpi {
    requires transitive io.quittance.ar;
    requires transitive io.quittance.core;
    requires static transitive org.jspecify;

    exports io.quittance.kpi;
    exports io.quittance.kpi.billing;
    exports io.quittance.kpi.billrun;
    exports io.quittance.kpi.cash;
    exports io.quittance.kpi.collection;
    exports io.quittance.kpi.communication;
    exports io.quittance.kpi.credit;
    exports io.quittance.kpi.ledger;
    exports io.quittance.kpi.measurement;
    exports io.quittance.kpi.receivable;
    exports io.quittance.kpi.scorecard;
    exports io.quittance.kpi.time;
    exports io.quittance.kpi.trend;
}
