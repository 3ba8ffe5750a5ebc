package io.quittance.kpi.collection;

/** A figure of a period that is one amount. */
enum MoneyFigure {
    OPENING_RECEIVABLES(Moment.OPENING),
    CLOSING_RECEIVABLES(Moment.CLOSING),
    COLLECTED(Moment.FLOW),
    BILLED(Moment.FLOW),
    CREDIT_NOTES(Moment.FLOW),
    REFUNDS(Moment.FLOW),
    WRITE_OFFS(Moment.FLOW),
    RECOVERIES(Moment.FLOW),
    BAD_DEBT_EXPENSE(Moment.FLOW),
    BAD_DEBTS(Moment.FLOW),
    OVER_NINETY_DAYS(Moment.CLOSING),
    UNBILLED(Moment.CLOSING);

    private final Moment moment;

    MoneyFigure(Moment moment) {
        this.moment = moment;
    }

    /** Of which time it is. */
    Moment moment() {
        return moment;
    }
}
