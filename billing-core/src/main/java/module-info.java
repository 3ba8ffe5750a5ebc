/** Prices what was agreed and used, and builds the invoice. */
@SuppressWarnings("module") // the qualified exports name modules that are compiled later
module io.quittance.core {
    requires transitive java.money;
    requires static transitive org.jspecify;

    exports io.quittance.core.audit;
    exports io.quittance.core.billing;
    exports io.quittance.core.bulk;
    exports io.quittance.core.contract;
    exports io.quittance.core.en16931;
    exports io.quittance.core.error;
    exports io.quittance.core.explain;
    exports io.quittance.core.id;
    exports io.quittance.core.invoice;
    exports io.quittance.core.money;
    exports io.quittance.core.party;
    exports io.quittance.core.pricing;
    exports io.quittance.core.rating;
    exports io.quittance.core.revenue;
    exports io.quittance.core.schedule;
    exports io.quittance.core.tax;
    exports io.quittance.core.usage;
    exports io.quittance.core.verification;
    exports io.quittance.core.internal to
            io.quittance.ar,
            io.quittance.kpi,
            io.quittance.json,
            io.quittance.einvoice,
            io.quittance.bank,
            io.quittance.testkit;
}
