package io.quittance.kpi.credit;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Optional;

/**
 * What was expected against what came, by number of assessments. Of 10 expected defaults 6 came, and 4 of 90 others did: 92 % agree, 60 % of the defaults were expected, 60 % of the expected
 * ones came.
 *
 * @param expectedDefaults expected, and came
 * @param falseAlarms expected, and did not come
 * @param missedDefaults not expected, and came
 * @param expectedGood not expected, and did not come
 */
public record ConfusionMatrix(long expectedDefaults, long falseAlarms, long missedDefaults, long expectedGood)
        implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);

    /** Checks that none is negative. */
    public ConfusionMatrix {
        notNegative(expectedDefaults, "expectedDefaults");
        notNegative(falseAlarms, "falseAlarms");
        notNegative(missedDefaults, "missedDefaults");
        notNegative(expectedGood, "expectedGood");
    }

    private static void notNegative(long number, String argument) {
        Require.that(number >= 0, "number.negative", argument, "must not be negative", number);
    }

    /** The same with one assessment more. */
    ConfusionMatrix with(boolean expected, boolean came) {
        return new ConfusionMatrix(
                expectedDefaults + (expected && came ? 1 : 0),
                falseAlarms + (expected && !came ? 1 : 0),
                missedDefaults + (!expected && came ? 1 : 0),
                expectedGood + (!expected && !came ? 1 : 0));
    }

    /** How many assessments there are. */
    public long count() {
        return expectedDefaults + falseAlarms + missedDefaults + expectedGood;
    }

    /** How many customers defaulted. */
    public long defaults() {
        return expectedDefaults + missedDefaults;
    }

    /** How many assessments agree with what came. */
    public long agreeing() {
        return expectedDefaults + expectedGood;
    }

    /** How many of the defaults were expected, in percent (sensitivity); empty if there was none. */
    public Optional<Fraction> expectedOfDefaults() {
        return percent(expectedDefaults, defaults());
    }

    /** How many of the expected defaults came, in percent (precision); empty if none was expected. */
    public Optional<Fraction> cameOfExpected() {
        return percent(expectedDefaults, expectedDefaults + falseAlarms);
    }

    private static Optional<Fraction> percent(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(part).times(HUNDRED).dividedBy(Fraction.of(whole)));
    }
}
