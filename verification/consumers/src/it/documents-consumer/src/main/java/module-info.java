/** A user of documents on the module path. */
module consumer {
    requires io.quittance.einvoice;
    requires io.quittance.json;
}
