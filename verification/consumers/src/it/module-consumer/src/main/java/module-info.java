/** A user on the module path. */
module consumer {
    requires io.quittance.kpi;
}
