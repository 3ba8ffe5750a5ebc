package io.quittance.testkit.internal;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.math.BigDecimal;

/** Whether a reason can be followed: it names the amount that it explains, as {@code EUR 10.00} or {@code 10}. */
public final class Reasons {
    private Reasons() {}

    /** Whether one of the arguments of an explanation is the amount. */
    public static boolean name(Explanation explanation, Amount amount) {
        return explanation.arguments().stream().anyMatch(argument -> isAmount(argument, amount));
    }

    private static boolean isAmount(String argument, Amount amount) {
        if (argument.equals(amount.toString())) {
            return true;
        }
        try {
            return new BigDecimal(argument).compareTo(amount.toBigDecimal()) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
