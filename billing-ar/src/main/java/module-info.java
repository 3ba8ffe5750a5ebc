/** What is owed, what arrived, which debts it settles, and since when the rest is due. */
module io.quittance.ar {
    requires transitive io.quittance.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.quittance.ar.aging;
    exports io.quittance.ar.allocation;
    exports io.quittance.ar.ledger;
    exports io.quittance.ar.payment;
    exports io.quittance.ar.receivable;
    exports io.quittance.ar.replay;
}
