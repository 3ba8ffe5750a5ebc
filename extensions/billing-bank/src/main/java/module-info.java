/**
 * What banks report of an account: camt.052, camt.053, camt.054, MT940 and MT942. {@link io.quittance.bank} has what stands in a file;
 * {@link io.quittance.bank.camt} and {@link io.quittance.bank.mt940} have the readers.
 */
module io.quittance.bank {
    requires transitive io.quittance.ar;
    requires static transitive org.jspecify;
    requires java.xml;

    exports io.quittance.bank;
    exports io.quittance.bank.camt;
    exports io.quittance.bank.mt940;
}
