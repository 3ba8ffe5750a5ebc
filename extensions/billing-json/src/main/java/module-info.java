/** Contracts, their terms, what was billed of them, the steps of prices, invoices, allocations, ledger entries and KPIs as JSON. */
module io.quittance.json {
    requires transitive io.quittance.ar;
    requires transitive io.quittance.core;
    requires transitive io.quittance.kpi;
    requires static transitive org.jspecify;
    requires tools.jackson.databind;

    exports io.quittance.json;
}
