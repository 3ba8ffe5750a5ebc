/** What is owed, what arrived and from whom, which debts it settles, and since when the rest is due. */
module io.quittance.ar {
    requires transitive io.quittance.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.quittance.ar.aging;
    exports io.quittance.ar.allocation;
    exports io.quittance.ar.credit;
    exports io.quittance.ar.discount;
    exports io.quittance.ar.dispute;
    exports io.quittance.ar.dunning;
    exports io.quittance.ar.exchange;
    exports io.quittance.ar.interest;
    exports io.quittance.ar.journal;
    exports io.quittance.ar.ledger;
    exports io.quittance.ar.matching;
    exports io.quittance.ar.payment;
    exports io.quittance.ar.payout;
    exports io.quittance.ar.plan;
    exports io.quittance.ar.receivable;
    exports io.quittance.ar.reconciliation;
    exports io.quittance.ar.replay;
    exports io.quittance.ar.risk;
    exports io.quittance.ar.settlement;
    exports io.quittance.ar.simulation;
    exports io.quittance.ar.statement;
}
