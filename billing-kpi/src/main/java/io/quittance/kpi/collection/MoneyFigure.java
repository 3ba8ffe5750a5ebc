package io.quittance.kpi.collection;

/** A figure of a period that is one amount. */
enum MoneyFigure {
    OPENING_RECEIVABLES("openingReceivables", Moment.OPENING),
    CLOSING_RECEIVABLES("closingReceivables", Moment.CLOSING),
    COLLECTED("collected", Moment.FLOW),
    BILLED("billed", Moment.FLOW),
    CREDIT_NOTES("creditNotes", Moment.FLOW),
    REFUNDS("refunds", Moment.FLOW),
    WRITE_OFFS("writeOffs", Moment.FLOW),
    RECOVERIES("recoveries", Moment.FLOW),
    BAD_DEBT_EXPENSE("badDebtExpense", Moment.FLOW),
    BAD_DEBTS("badDebts", Moment.FLOW),
    OVER_NINETY_DAYS("overNinetyDays", Moment.CLOSING),
    UNBILLED("unbilled", Moment.CLOSING);

    private final String argument;
    private final Moment moment;

    MoneyFigure(String argument, Moment moment) {
        this.argument = argument;
        this.moment = moment;
    }

    /** Its name in messages. */
    String argument() {
        return argument;
    }

    /** Of which time it is. */
    Moment moment() {
        return moment;
    }
}
