/** The laws of Quittance's extension points, as tests for implementations of one's own. */
module io.quittance.testkit {
    requires transitive io.quittance.ar;
    requires transitive io.quittance.kpi;
    requires transitive net.jqwik.api;
    requires org.assertj.core;
    requires static transitive org.jspecify;

    exports io.quittance.testkit;
    exports io.quittance.testkit.allocation;
    exports io.quittance.testkit.billing;
    exports io.quittance.testkit.kpi;
    exports io.quittance.testkit.pricing;
    exports io.quittance.testkit.revenue;
    exports io.quittance.testkit.schedule;
    exports io.quittance.testkit.settlement;
    exports io.quittance.testkit.tax;
    exports io.quittance.testkit.usage;

    opens io.quittance.testkit.billing;
    opens io.quittance.testkit.kpi;
    opens io.quittance.testkit.pricing;
    opens io.quittance.testkit.revenue;
    opens io.quittance.testkit.schedule;
    opens io.quittance.testkit.settlement;
    opens io.quittance.testkit.tax;
    opens io.quittance.testkit.usage;
    opens io.quittance.testkit.allocation; // jqwik calls the properties of the contracts
}
