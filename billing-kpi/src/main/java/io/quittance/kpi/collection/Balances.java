package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;

/** What was owed at the beginning of each period, as far back as it is known, and at the end of the last: seen in the figures, not copied. */
record Balances(CollectionFigures figures, Amount closing) {

    /** How many there are; without an opening balance, those before it are not next to the closing one. */
    int count() {
        return figures.openingReceivables().isEmpty()
                ? 1
                : 2 + figures.earlierReceivables().size();
    }

    /** Looks at no more than so many of them, the closing one first. */
    Fraction meanOfLast(int points) {
        Fraction sum = closing.toFraction();
        for (int back = 1; back < points; back++) {
            sum = sum.plus(before(back).toFraction());
        }
        return sum.dividedBy(Fraction.of(points));
    }

    private Amount before(int back) {
        int earlier = figures.earlierReceivables().size();
        return back == 1
                ? figures.openingReceivables().orElseThrow()
                : figures.earlierReceivables().get(earlier + 1 - back);
    }
}
