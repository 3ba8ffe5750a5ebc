package io.quittance.kpi.collection;

/** A figure of a period that is some of a number of things. */
enum CountShare {
    OVERDUE_ITEMS,
    DISPUTED_INVOICES,
    WRITE_OFF_ITEMS
}
