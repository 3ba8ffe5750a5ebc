package io.quittance.kpi.collection;

/** A figure of a period that is a part of an amount. */
enum MoneyShare {
    OVERDUE(Moment.CLOSING),
    DUE_COHORT_PAID_BY_DUE_DATE(Moment.FLOW),
    DUE_COHORT_PAID_BY_PERIOD_END(Moment.FLOW),
    DISPUTED(Moment.FLOW),
    UNAPPLIED_RECEIPTS(Moment.FLOW),
    UNAPPLIED_CASH(Moment.CLOSING);

    private final Moment moment;

    MoneyShare(Moment moment) {
        this.moment = moment;
    }

    /** Of which time both amounts are: a part is told in the same unit as its whole. */
    Moment moment() {
        return moment;
    }
}
