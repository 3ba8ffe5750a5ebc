package io.quittance.ar.dunning;

/** What has a level. */
public enum DunningScope {
    /** Each item by itself; those at one level share a notice. */
    ITEM,
    /** The customer: the highest level of what is open and late, and one notice of all of it. */
    CUSTOMER
}
