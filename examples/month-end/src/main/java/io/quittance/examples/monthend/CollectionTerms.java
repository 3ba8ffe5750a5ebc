package io.quittance.examples.monthend;

import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.risk.ExposurePolicy;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.ar.risk.ProvisionRate;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * How the company collects, which it has decided itself: the data say nothing of it. Only the rate of interest is a real one: 8 points above the
 * base rate of the Bundesbank of 1 July 2013, -0.38 %, for the debts of businesses.
 */
final class CollectionTerms {
    /** In percent a year, by 365 days. */
    static final String INTEREST_PERCENT = "7.62";

    /** What a customer may owe, in the currency of the books. */
    static final String CREDIT_LIMIT = "100.00";

    /** What the customer of the dispute would like to order. */
    static final String ORDER = "30.00";

    /** Money on account lowers what a customer owes, and what is contested does not count. */
    static final ExposurePolicy EXPOSURE = new ExposurePolicy(true, false);

    private static final String LETTER_FEE = "5";

    private CollectionTerms() {}

    /** One notice of all that a customer owes: a reminder before the due date, a letter that costs something, a call. */
    static DunningPolicy dunning(CurrencyUnit currency) {
        LateInterest interest = interest(currency);
        return DunningPolicy.of(
                currency,
                DunningScope.CUSTOMER,
                List.of(
                        DunningLevel.of("reminder", -7, 7, ContactKind.REMINDER),
                        DunningLevel.of("letter", 5, 7, ContactKind.LETTER)
                                .fee(LateFee.of(Amount.of(LETTER_FEE, currency)))
                                .interest(interest),
                        DunningLevel.of("call", 12, 7, ContactKind.CALL).interest(interest)));
    }

    static LateInterest interest(CurrencyUnit currency) {
        return LateInterest.of(
                RateTable.constant(INTEREST_PERCENT), DayBasis.ACTUAL_365, Rounding.toMinorUnit(currency));
    }

    /** How much of what is owed will not come: by age, and a fifth of what is contested. */
    static ProvisionMatrix allowance(CurrencyUnit currency) {
        return new ProvisionMatrix(
                List.of(
                        ProvisionRate.percent("current", "1"),
                        ProvisionRate.percent("1-30", "2"),
                        ProvisionRate.percent("31-60", "5"),
                        ProvisionRate.percent("61-90", "10"),
                        ProvisionRate.percent("over 90", "25"),
                        ProvisionRate.percent(ProvisionMatrix.DISPUTED, "20")),
                Rounding.toMinorUnit(currency));
    }
}
