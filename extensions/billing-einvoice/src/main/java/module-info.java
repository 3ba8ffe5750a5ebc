/** Issued documents as electronic invoices: UBL 2.1 and CII D16B. */
module io.quittance.einvoice {
    requires transitive io.quittance.core;
    requires static transitive org.jspecify;
    requires java.xml;

    exports io.quittance.einvoice;
}
