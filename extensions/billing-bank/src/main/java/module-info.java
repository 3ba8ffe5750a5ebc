/** What banks report of an account: camt.052, camt.053, camt.054, MT940 and MT942. */
module io.quittance.bank {
    requires transitive io.quittance.ar;
    requires static transitive org.jspecify;
    requires java.xml;

    exports io.quittance.bank;
}
