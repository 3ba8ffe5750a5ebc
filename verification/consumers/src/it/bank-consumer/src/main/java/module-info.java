/** A user of bank files on the module path. */
module consumer {
    requires io.quittance.bank;
}
